package shadewalk.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Lettering;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;

/// Pictures that belong together, in one file. Each is drawn when its turn comes and then
/// forgotten, so that memory does not grow with their number.
///
/// @param title what the whole is called
/// @param language of its words, as a tag such as `de`
/// @param pages begins with the first page every time it is asked
public record Album(
        String title, String language, Supplier<Iterator<Page>> pages, Palette palette) {

    /// A page.
    ///
    /// @param title what it shows, above it
    /// @param caption where it comes from, beneath it
    public record Page(String title, String caption, Diagram picture) {}

    private static final double WIDE = 960;
    private static final double HIGH = 540;
    private static final double MARGIN = 36;
    private static final double TITLE_LINE = 46;
    private static final double CAPTION_LINE = 518;
    private static final double TOP = 64;
    private static final double BOTTOM = 496;

    /// Writes a PDF deck, a wide page with a bookmark for each; `out` stays open.
    public void writeDeck(OutputStream out) throws IOException {
        try (PdfWriter file = new PdfWriter(language, palette)) {
            for (Page page : (Iterable<Page>) pages::get) {
                file.page(WIDE, HIGH, slide(page));
                file.bookmark(page.title());
            }
            file.write(title, "", out);
        }
    }

    private static List<PdfPart> slide(Page page) {
        Diagram picture = page.picture();
        double wide = (WIDE - 2 * MARGIN) / picture.width();
        double scale = Math.min(1, Math.min(wide, (BOTTOM - TOP) / picture.height()));
        double x = (WIDE - picture.width() * scale) / 2;
        double y = TOP + (BOTTOM - TOP - picture.height() * scale) / 2;
        return List.of(
                line("H1", "title", page.title(), TITLE_LINE, TextStyle.TITLE.plain()),
                PdfPart.figure(picture, x, y, scale),
                line("P", "caption", page.caption(), CAPTION_LINE, TextStyle.SMALL.quiet()));
    }

    private static PdfPart line(String kind, String id, String text, double y, Lettering how) {
        String fitting = Caption.cut(text, how.style(), WIDE - 2 * MARGIN);
        return PdfPart.text(kind, List.of(new Shape.Text(id, MARGIN, y, fitting, how)));
    }

    /// Writes an animation; `out` stays open.
    ///
    /// @param scale pixels to a unit, 1 to 4
    /// @param milliseconds how long each page is shown
    public void writeGif(double scale, int milliseconds, OutputStream out) throws IOException {
        double width = 0;
        double height = 0;
        for (Page page : (Iterable<Page>) pages::get) {
            Diagram titled = titled(page);
            width = Math.max(width, titled.width());
            height = Math.max(height, titled.height());
        }
        try (GifWriter gif = new GifWriter(palette, width, height, scale, out)) {
            for (Page page : (Iterable<Page>) pages::get) {
                gif.add(titled(page), milliseconds);
            }
        }
    }

    private static Diagram titled(Page page) {
        return Caption.under(Caption.above(page.picture(), page.title()), page.caption());
    }
}
