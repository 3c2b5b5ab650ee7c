/// Help for people who write lessons: a lesson to begin with, a lesson made of what was done in
/// free play, the page for the teacher, and the texts for a translator.
@NullMarked
package shadewalk.lesson.author;

import org.jspecify.annotations.NullMarked;
