package shadewalk.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;

/// Sheets of A4 that fill from top to bottom, in the colours for print.
public final class Paper {

    /// A4 in units of three quarters of a point.
    private static final double WIDTH = 794;

    private static final double HEIGHT = 1123;
    private static final double MARGIN = 76;
    private static final double ROOM = WIDTH - 2 * MARGIN;

    private final List<List<PdfPart>> sheets = new ArrayList<>();
    private double y = HEIGHT;

    /// Goes down by so many units.
    public void space(double height) {
        y += height;
    }

    /// Goes to the next sheet if this one has not so much room left.
    public void keep(double height) {
        if (y + height > HEIGHT - MARGIN) {
            sheets.add(new ArrayList<>());
            y = MARGIN;
        }
    }

    /// A heading.
    public void heading(String text) {
        block("H1", text, TextStyle.TITLE, 0);
    }

    /// Words, broken into lines.
    ///
    /// @param indent from the left margin, in units
    public void words(String text, TextStyle style, double indent) {
        block("P", text, style, indent);
    }

    /// A line as it is.
    public void line(String text, TextStyle style) {
        keep(style.lineHeight());
        place("P", List.of(text), style, 0);
    }

    /// A picture, no larger than the sheet is wide and half as high.
    public void picture(Diagram picture) {
        double scale =
                Math.min(
                        1,
                        Math.min(ROOM / picture.width(), (HEIGHT / 2 - MARGIN) / picture.height()));
        keep(picture.height() * scale);
        sheets.getLast().add(PdfPart.figure(picture, MARGIN, y, scale));
        y += picture.height() * scale;
    }

    private void block(String kind, String text, TextStyle style, double indent) {
        List<String> lines = style.lines(text, ROOM - indent);
        keep(Math.min(lines.size(), 4) * style.lineHeight());
        int done = 0;
        while (done < lines.size()) {
            keep(style.lineHeight());
            int fitting = (int) ((HEIGHT - MARGIN - y) / style.lineHeight());
            int end = Math.min(lines.size(), done + fitting);
            place(kind, lines.subList(done, end), style, indent);
            done = end;
        }
    }

    private void place(String kind, List<String> lines, TextStyle style, double indent) {
        List<Shape> shapes = new ArrayList<>();
        for (String line : lines) {
            double at = (shapes.size() + 0.8) * style.lineHeight();
            shapes.add(new Shape.Text("line" + shapes.size(), indent, at, line, style.plain()));
        }
        sheets.getLast().add(new PdfPart(kind, "", MARGIN, y, 1, shapes));
        y += lines.size() * style.lineHeight();
    }

    /// Writes the sheets as PDF; `out` stays open.
    ///
    /// @param language of its words, as a tag such as `de`
    public void write(String title, String language, OutputStream out) throws IOException {
        try (PdfWriter file = new PdfWriter(language, Palette.named("print"))) {
            for (List<PdfPart> sheet : sheets) {
                file.page(WIDTH, HEIGHT, sheet);
            }
            file.write(title, "", out);
        }
    }
}
