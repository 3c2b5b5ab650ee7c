/// The command palette: whatever the window can do or show is reached by typing a part of its name.
///
/// The field is our own and not completed by ControlsFX's `TextFields.bindAutoCompletion`, which
/// reaches into a package that JavaFX does not export.
@NullMarked
package shadewalk.ui.command;

import org.jspecify.annotations.NullMarked;
