/// Saving what is on screen as a file.
///
/// The form is our own. ControlsFX's `ValidationSupport` puts a `DecorationPane` in the place of
/// the scene's root, and the theme's ground goes with it; it marks a field with a corner and keeps
/// the sentence for a tool tip, where ours stands below the field and is read out. Its
/// `PropertySheet` is one column of names and editors, without a place for units, hints and what is
/// wrong with a value.
@NullMarked
package shadewalk.ui.export;

import org.jspecify.annotations.NullMarked;
