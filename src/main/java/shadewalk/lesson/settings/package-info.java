/// What the window remembers from one start to the next, and the file it is kept in.
@NullMarked
package shadewalk.lesson.settings;

import org.jspecify.annotations.NullMarked;
