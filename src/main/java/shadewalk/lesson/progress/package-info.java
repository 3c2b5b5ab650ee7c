/// What learners have done: kept from one day to the next, and handed in as a small file that a
/// teacher can check.
@NullMarked
package shadewalk.lesson.progress;

import org.jspecify.annotations.NullMarked;
