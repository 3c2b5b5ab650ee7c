/// The line that says what has just happened, and which kernel function it stands for.
@NullMarked
package shadewalk.ui.now;

import org.jspecify.annotations.NullMarked;
