/// A run of the window held against what a real kernel recorded.
@NullMarked
package shadewalk.ui.compare;

import org.jspecify.annotations.NullMarked;
