package shadewalk.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import shadewalk.diagram.Anchor;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;

/// Writes diagrams as PDF: lines as lines, text as text in the bundled fonts, of which the file
/// holds the characters it needs, and each picture told in words to those who listen.
public final class PdfWriter {

    private static final double WIDE = 960;
    private static final double HIGH = 540;
    private static final double MARGIN = 36;
    private static final double TITLE_LINE = 46;
    private static final double CAPTION_LINE = 518;
    private static final double TOP = 64;
    private static final double BOTTOM = 496;

    private PdfWriter() {}

    /// Writes one picture on a page of its size; `out` stays open.
    public static void write(Shot shot, OutputStream out) throws IOException {
        Diagram diagram = shot.diagram();
        try (PdfFile file = new PdfFile(shot.language(), shot.palette())) {
            file.page(diagram.width(), diagram.height(), whole(diagram));
            file.write(diagram.title(), shot.session(), out);
        }
    }

    /// The picture, and the line beneath it as text of its own.
    private static List<Block> whole(Diagram diagram) {
        List<Shape> caption =
                diagram.shapes().stream().filter(s -> s.id().equals(Caption.ID)).toList();
        List<Shape> picture = diagram.shapes().stream().filter(s -> !caption.contains(s)).toList();
        Block figure = new Block("Figure", words(diagram), 0, 0, 1, picture);
        return caption.isEmpty() ? List.of(figure) : List.of(figure, text("P", caption));
    }

    /// Writes a deck, a wide page with a bookmark for each slide; `out` stays open. Each slide is
    /// asked for when the one before it is written.
    static void writeDeck(Album album, OutputStream out) throws IOException {
        try (PdfFile file = new PdfFile(album.language(), album.palette())) {
            for (Album.Page slide : (Iterable<Album.Page>) album.pages()::get) {
                file.page(WIDE, HIGH, slide(slide));
                file.bookmark(slide.title());
            }
            file.write(album.title(), "", out);
        }
    }

    private static List<Block> slide(Album.Page slide) {
        Diagram picture = slide.picture();
        double wide = (WIDE - 2 * MARGIN) / picture.width();
        double scale = Math.min(1, Math.min(wide, (BOTTOM - TOP) / picture.height()));
        double x = (WIDE - picture.width() * scale) / 2;
        double y = TOP + (BOTTOM - TOP - picture.height() * scale) / 2;
        return List.of(
                text("H1", line("title", slide.title(), TITLE_LINE, TextStyle.TITLE, Ink.PLAIN)),
                new Block("Figure", words(picture), x, y, scale, picture.shapes()),
                text(
                        "P",
                        line(
                                "caption",
                                slide.caption(),
                                CAPTION_LINE,
                                TextStyle.SMALL,
                                Ink.QUIET)));
    }

    private static List<Shape> line(String id, String text, double y, TextStyle style, Ink ink) {
        String fitting = Caption.cut(text, style, WIDE - 2 * MARGIN);
        return List.of(
                new Shape.Text(id, MARGIN, y, fitting, style, Anchor.START, Tone.PLAIN, ink));
    }

    private static Block text(String kind, List<Shape> shapes) {
        return new Block(kind, "", 0, 0, 1, shapes);
    }

    /// A picture told to those who listen.
    static String words(Diagram picture) {
        return picture.title() + ". " + picture.description();
    }

    /// A part of a page, at its place.
    ///
    /// @param kind the structure type: `H1`, `P` or `Figure`
    /// @param words what it is, for a figure; else empty
    /// @param scale of the shapes, whose corner is at `x` and `y`
    record Block(String kind, String words, double x, double y, double scale, List<Shape> shapes) {

        Block {
            shapes = List.copyOf(shapes);
        }
    }

    /// Writes sheets of one size, in units; `out` stays open.
    static void writePaper(
            String title,
            String language,
            double width,
            double height,
            List<List<Block>> sheets,
            Palette palette,
            OutputStream out)
            throws IOException {
        try (PdfFile file = new PdfFile(language, palette)) {
            for (List<Block> sheet : sheets) {
                file.page(width, height, sheet);
            }
            file.write(title, "", out);
        }
    }
}
