/// Opening lessons, scenarios and sessions, and work that takes its time.
///
/// ControlsFX's `TaskProgressView` is a list of fixed height over the picture, white in the dark
/// theme, and its button says *Cancel* in English whatever the language.
@NullMarked
package shadewalk.ui.open;

import org.jspecify.annotations.NullMarked;
