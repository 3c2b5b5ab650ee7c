/// How one diagram turns into the next: what has the same id moves and changes its colour, what is
/// new grows, what is gone shrinks. A [shadewalk.diagram.motion.Change] says what is drawn at any
/// moment between the two, and a [shadewalk.diagram.motion.Viewport] which part of it is seen.
@NullMarked
package shadewalk.diagram.motion;

import org.jspecify.annotations.NullMarked;
