package shadewalk.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Breaks running text into lines.
public final class Columns {

    /// As wide as a mail.
    public static final int MAIL = 72;

    private Columns() {}

    /// Lines for a mail, as long as no single word is longer.
    public static List<String> of(String text) {
        return of(text, MAIL);
    }

    /// Lines of at most so many characters, as long as no single word is longer.
    public static List<String> of(String text, int columns) {
        return lines(text, String::length, columns);
    }

    /// Lines for a mail behind a head; those that follow begin below the text, not below the head.
    public static List<String> behind(String head, String text) {
        List<String> lines = new ArrayList<>();
        for (String line : of(text, MAIL - head.length())) {
            lines.add((lines.isEmpty() ? head : " ".repeat(head.length())) + line);
        }
        return lines.isEmpty() ? List.of(head.stripTrailing()) : lines;
    }

    /// Lines that measure at most so much, as long as no single word measures more.
    public static List<String> lines(String text, ToDoubleFunction<String> measure, double most) {
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
