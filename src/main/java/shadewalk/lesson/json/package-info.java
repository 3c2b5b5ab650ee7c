/// JSON files that come from anywhere. A part of a file is a record with [Marks]; from it follow
/// the [JsonShape] that files are compared with, every mistake with its path, line and column, the
/// schema for editors, what is read and what is written. Nothing in here throws because of what a
/// file holds.
///
/// Records are looked at by reflection, here and nowhere else in the house: Gson fills them so, and
/// to read their marks in the same way is what makes one list of a format's parts do.
@NullMarked
package shadewalk.lesson.json;

import org.jspecify.annotations.NullMarked;
