package shadewalk.diagram.motion;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Shape;

/// What there is to read that was not there before. Numbers and names, which are set in another
/// typeface, are looked up and not read.
public final class Reading {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Reading() {}

    /// How many words one diagram has that are not in the one before it.
    public static int words(Diagram before, Diagram now) {
        Set<String> known = new HashSet<>(texts(before).toList());
        return texts(now).filter(text -> !known.contains(text)).mapToInt(Reading::words).sum();
    }

    /// How many words a text has.
    public static int words(String text) {
        return (int) BLANKS.splitAsStream(text.strip()).filter(word -> !word.isEmpty()).count();
    }

    private static Stream<String> texts(Diagram diagram) {
        List<Shape> shapes = List.copyOf(diagram.byId().values());
        return shapes.stream()
                .flatMap(shape -> shape instanceof Shape.Text text ? Stream.of(text) : null)
                .filter(text -> !text.style().face().isMono())
                .map(Shape.Text::text);
    }
}
