/// Lessons: what is told, where it halts, what is asked, and whether it is true. A lesson is a JSON
/// file; the ones that come with Shadewalk are packed into the program.
@NullMarked
package shadewalk.lesson;

import org.jspecify.annotations.NullMarked;
