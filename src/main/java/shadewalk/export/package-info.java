/// Pictures as files. Every writer is one switch over the shapes of the same
/// [shadewalk.diagram.Diagram] that the window draws. Java2D is used here only.
///
/// The same diagram and palette give the same bytes on every machine: the fonts are bundled,
/// numbers have a fixed form, and no date is written.
@NullMarked
package shadewalk.export;

import org.jspecify.annotations.NullMarked;
