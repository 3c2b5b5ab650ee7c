/// The controls of pace: back, forward, play, speed.
@NullMarked
package shadewalk.ui.transport;

import org.jspecify.annotations.NullMarked;
