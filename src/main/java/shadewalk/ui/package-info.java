/// The window: JavaFX lives here and nowhere else. One folder per part of the window; a view model
/// holds properties and actions and is tested without a screen, the view binds to it.
@NullMarked
package shadewalk.ui;

import org.jspecify.annotations.NullMarked;
