/// The bones of a PDF file: numbered objects, and fonts cut down to the characters that are used.
/// It knows nothing of pictures.
///
/// PDF is written here rather than by a library, because the fonts of the pictures are OpenType
/// with PostScript outlines, which PDFBox does not cut down, and because its jars are no modules,
/// of which no program image can be made. PDFBox reads the files in the tests instead.
@NullMarked
package shadewalk.export.pdf;

import org.jspecify.annotations.NullMarked;
