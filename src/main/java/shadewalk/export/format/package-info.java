/// Everything that can be exported, as one list that window and command line both read. A format is
/// added as a row of [shadewalk.export.format.ExportFormat].
@NullMarked
package shadewalk.export.format;

import org.jspecify.annotations.NullMarked;
