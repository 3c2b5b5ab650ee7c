/// JSON files that come from anywhere: read within bounds, compared with a [Shape] that says what
/// may stand where, and every mistake reported with its path, line and column. Nothing in here
/// throws because of what a file holds.
@NullMarked
package shadewalk.lesson.json;

import org.jspecify.annotations.NullMarked;
