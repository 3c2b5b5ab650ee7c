/// Saving what is on screen as a file.
@NullMarked
package shadewalk.ui.export;

import org.jspecify.annotations.NullMarked;
