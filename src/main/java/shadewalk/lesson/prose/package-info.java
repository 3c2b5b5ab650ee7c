/// Running text of lessons: Markdown read into a small tree of its own, which window, command line
/// and exports each show in their way. HTML does not get through, and links lead to the glossary
/// only.
@NullMarked
package shadewalk.lesson.prose;

import org.jspecify.annotations.NullMarked;
