/// Lesson files: their format as a tree of shapes, the reader that turns a file into a `Lesson`,
/// and the schema that editors use. Files are not trusted; whatever one holds becomes a lesson or a
/// list of problems.
@NullMarked
package shadewalk.lesson.file;

import org.jspecify.annotations.NullMarked;
