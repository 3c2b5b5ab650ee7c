/// What a person tried out, as a file: the machine, every branch with its steps, and where they
/// were looking. The events are not in it; they come out of the engine again.
@NullMarked
package shadewalk.lesson.session;

import org.jspecify.annotations.NullMarked;
