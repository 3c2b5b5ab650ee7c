package shadewalk.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.function.Supplier;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Palette;

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

    /// Writes a PDF deck; `out` stays open.
    public void writeDeck(OutputStream out) throws IOException {
        PdfWriter.writeDeck(this, out);
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
