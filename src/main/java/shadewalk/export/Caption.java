package shadewalk.export;

import java.util.ArrayList;
import java.util.List;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;

/// The line beneath a picture that says where it comes from.
public final class Caption {

    private static final double MARGIN = 16;
    private static final double HEIGHT = 32;
    private static final double TITLE_HEIGHT = 48;

    /// What the line beneath is called among the shapes.
    static final String ID = "caption";

    private static final int COLUMNS = 72;
    private static final String MORE = "\u2026";

    private Caption() {}

    /// The picture with a line beneath it; unchanged for an empty line.
    public static Diagram under(Diagram picture, String line) {
        if (line.isEmpty()) {
            return picture;
        }
        // A part of a picture may reach below its own end.
        Diagram with =
                picture.with(
                        new Shape.Box(
                                "caption/ground",
                                0,
                                picture.height(),
                                picture.width(),
                                HEIGHT,
                                0,
                                Tone.PAPER,
                                Fill.SOLID),
                        new Shape.Text(
                                ID,
                                MARGIN,
                                picture.height() + HEIGHT / 2,
                                cut(line, TextStyle.SMALL, picture.width() - 2 * MARGIN),
                                TextStyle.SMALL.quiet()));
        List<String> plain = new ArrayList<>(picture.plain());
        plain.add("");
        plain.add(
                line.codePointCount(0, line.length()) <= COLUMNS
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, COLUMNS - 1)) + MORE);
        return new Diagram(
                picture.width(),
                picture.height() + HEIGHT,
                picture.title(),
                picture.description(),
                line,
                plain,
                with.shapes());
    }

    /// The picture with a title above it; unchanged for an empty one.
    static Diagram above(Diagram picture, String title) {
        if (title.isEmpty()) {
            return picture;
        }
        Extent lower = new Extent(0, -TITLE_HEIGHT, picture.width(), picture.height());
        Diagram room = Crop.to(picture, lower);
        Shape words =
                new Shape.Text(
                        "page-title",
                        MARGIN,
                        TITLE_HEIGHT - MARGIN,
                        cut(title, TextStyle.TITLE, picture.width() - 2 * MARGIN),
                        TextStyle.TITLE.plain());
        return new Diagram(
                room.width(),
                room.height(),
                title,
                picture.description(),
                picture.caption(),
                picture.plain(),
                room.with(words).shapes());
    }

    /// As much of a text as a width has room for.
    static String cut(String text, TextStyle style, double width) {
        if (style.width(text) <= width) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (style.width(text.substring(0, middle) + MORE) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (low > 0 && Character.isHighSurrogate(text.charAt(low - 1))) {
            low--;
        }
        return text.substring(0, low) + MORE;
    }
}
