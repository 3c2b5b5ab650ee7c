/// A lesson in motion: its machine is built, its actions are run, and what its texts, pictures and
/// facts refer to is looked up in the state at each stop.
@NullMarked
package shadewalk.lesson.play;

import org.jspecify.annotations.NullMarked;
