package shadewalk.diagram.draw;

import java.util.List;
import shadewalk.diagram.TextStyle;
import shadewalk.text.Columns;

/// Breaks text into lines.
public final class Wrap {

    private Wrap() {}

    /// Lines no wider than `width` units, as long as no single word is.
    public static List<String> lines(String text, TextStyle style, double width) {
        return Columns.lines(text, style::width, width);
    }

    /// Lines of at most `columns` characters, as long as no single word is longer.
    public static List<String> columns(String text, int columns) {
        return Columns.of(text, columns);
    }
}
