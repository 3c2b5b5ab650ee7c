/// The lesson: what is told at each stop, what is asked, and the way from stop to stop.
@NullMarked
package shadewalk.ui.lesson;

import org.jspecify.annotations.NullMarked;
