package shadewalk.diagram.motion;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Shape;
import shadewalk.text.ReadingTime;

/// What somebody who watches a picture has read in it. Words that were there before are known, with
/// whatever numbers in them; numbers and names, which are set in another typeface, are looked up
/// and not read.
public final class Reading {

    private static final Pattern NUMBER = Pattern.compile("(0x)?\\d[\\d,a-f]*");

    private final Set<String> known = new HashSet<>();

    /// How many words of a diagram have not been read yet.
    public int words(Diagram diagram) {
        return texts(diagram)
                .filter(text -> !known.contains(text))
                .distinct()
                .mapToInt(ReadingTime::words)
                .sum();
    }

    /// The diagram has been read.
    public void done(Diagram diagram) {
        texts(diagram).forEach(known::add);
    }

    private static Stream<String> texts(Diagram diagram) {
        Stream<Shape> shapes = diagram.byId().values().stream();
        return shapes.flatMap(shape -> shape instanceof Shape.Text text ? Stream.of(text) : null)
                .filter(text -> !text.style().face().isMono())
                .map(text -> NUMBER.matcher(text.text()).replaceAll("0"));
    }
}
