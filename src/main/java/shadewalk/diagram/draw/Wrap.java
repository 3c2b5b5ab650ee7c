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

    /// The text, or as much of it as has room before an ellipsis. For words that are said in full
    /// elsewhere.
    public static String elided(String text, TextStyle style, double width) {
        String said = text;
        for (int end = text.length() - 1; end > 0 && style.width(said) > width; end--) {
            said = text.substring(0, end).strip() + "\u2026";
        }
        return said;
    }

    /// Lines of at most `columns` characters, as long as no single word is longer.
    public static List<String> columns(String text, int columns) {
        return Columns.of(text, columns);
    }
}
