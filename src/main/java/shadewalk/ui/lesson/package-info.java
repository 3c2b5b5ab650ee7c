/// The lesson beside the picture: what is told, what is asked, and where the learner is in it.
@NullMarked
package shadewalk.ui.lesson;

import org.jspecify.annotations.NullMarked;
