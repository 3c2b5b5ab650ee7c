/// The words of the window.
@NullMarked
package shadewalk.ui.text;

import org.jspecify.annotations.NullMarked;
