package shadewalk.diagram.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import shadewalk.diagram.TextStyle;

/// Breaks text into lines.
public final class Wrap {

    private Wrap() {}

    /// Lines no wider than `width` units, as long as no single word is.
    public static List<String> lines(String text, TextStyle style, double width) {
        return lines(text, style::width, width);
    }

    /// Lines of at most `columns` characters, as long as no single word is longer.
    public static List<String> columns(String text, int columns) {
        return lines(text, String::length, columns);
    }

    private static List<String> lines(String text, ToDoubleFunction<String> measure, double most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && measure.applyAsDouble(line + " " + word) > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
