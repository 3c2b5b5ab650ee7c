/// Homework: templates that become a different exercise with every seed, the sheets to print, what
/// learners hand in, and a table of how they did.
@NullMarked
package shadewalk.lesson.homework;

import org.jspecify.annotations.NullMarked;
