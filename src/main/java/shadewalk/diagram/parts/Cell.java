package shadewalk.diagram.parts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shadewalk.read.Thing;

/// A bit of an entry in the picture of the bits, read from a shape's id: `gfn5/e1/bits2-2/box`.
public record Cell(Thing entry, int bit) {

    private static final Pattern ID = Pattern.compile("(.+)/bits(\\d{1,2})-\\2(/.*)?");

    /// The bit that a shape belongs to, if it belongs to a single one.
    public static Optional<Cell> of(String id) {
        Matcher matcher = ID.matcher(id);
        return matcher.matches()
                ? Thing.of(matcher.group(1))
                        .map(entry -> new Cell(entry, Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }
}
