/// The line that says what has just happened, and which kernel function it stands for.
///
/// ControlsFX's `StatusBar` sets its words lower than what stands beside them, and keeps its label
/// to itself: it cannot be given a tip for words that are cut, or letters for numbers.
@NullMarked
package shadewalk.ui.now;

import org.jspecify.annotations.NullMarked;
