/// Pictures as files. Every writer is one switch over the shapes of the same
/// [shadewalk.diagram.Diagram] that the window draws. Java2D is used here only.
///
/// The same diagram and palette give the same bytes on every machine: the fonts are bundled,
/// numbers have a fixed form, and no date is written. PDFBox writes PDF and ImageIO writes GIF,
/// told to leave out what they would take from the clock.
@NullMarked
package shadewalk.export;

import org.jspecify.annotations.NullMarked;
