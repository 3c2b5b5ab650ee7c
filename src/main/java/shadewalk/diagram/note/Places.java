package shadewalk.diagram.note;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Shape;
import shadewalk.read.Thing;

/// Finds the things of a picture by their addresses.
///
/// Besides the id of any shape, an address may be `ruler/guest/31:22`, bits of the address as one
/// side cuts it; `memory/0x13234`, the page that holds a byte; or an id with something behind it
/// that the picture does not show apart, such as `gfn5/e1/bits7-7`: then the cell of the bits
/// around them is meant, or the thing itself. A table is not meant where one of its entries is
/// named.
public final class Places {

    private static final Pattern RULER =
            Pattern.compile("ruler/(guest|shadow)/(\\d{1,2}):(\\d{1,2})");
    private static final Pattern MEMORY = Pattern.compile("memory/0x([0-9a-f]{1,13})");
    private static final Pattern BITS = Pattern.compile("(.+)/bits(\\d{1,2})-(\\d{1,2})");
    private static final int OFFSET_DIGITS = 3;

    private final Map<String, Shape> shapes;

    public Places(Diagram diagram) {
        shapes = diagram.byId();
    }

    /// Where a thing is drawn, if it is.
    public Optional<Extent> find(String address) {
        Matcher ruler = RULER.matcher(address);
        if (ruler.matches()) {
            return bits(
                    ruler.group(1),
                    Integer.parseInt(ruler.group(2)),
                    Integer.parseInt(ruler.group(3)));
        }
        Matcher memory = MEMORY.matcher(address);
        if (memory.matches()) {
            String digits = memory.group(1);
            int frame = Math.max(digits.length() - OFFSET_DIGITS, 0);
            return exactly("page" + (frame == 0 ? "0" : digits.substring(0, frame)));
        }
        return nearest(address);
    }

    private Optional<Extent> nearest(String address) {
        String id = address;
        while (true) {
            Optional<Extent> found = exactly(id).or(cellAround(id));
            int slash = id.lastIndexOf('/');
            boolean entry = isEntry(id);
            if (found.isPresent() || slash < 0 || entry) {
                return found;
            }
            id = id.substring(0, slash);
        }
    }

    /// The cell that holds bits and others beside them. Cells of a word never overlap.
    private Supplier<Optional<Extent>> cellAround(String id) {
        return () -> {
            Matcher wanted = BITS.matcher(id);
            if (!wanted.matches()) {
                return Optional.empty();
            }
            return shapes.keySet().stream()
                    .map(BITS::matcher)
                    .filter(Matcher::matches)
                    .filter(cell -> cell.group(1).equals(wanted.group(1)))
                    .filter(cell ->
                            bit(cell, 2) >= bit(wanted, 2) && bit(cell, 3) <= bit(wanted, 3))
                    .findFirst()
                    .flatMap(cell -> exactly(cell.group()));
        };
    }

    private static int bit(Matcher bits, int group) {
        return Integer.parseInt(bits.group(group));
    }

    private static boolean isEntry(String id) {
        return Thing.of(id)
                .filter(thing -> thing.id().equals(id))
                .flatMap(Thing::table)
                .isPresent();
    }

    private Optional<Extent> exactly(String id) {
        Shape shape = shapes.get(id);
        return shape == null || shape instanceof Shape.Group(_, _, _, var parts) && parts.isEmpty()
                ? Optional.empty()
                : Optional.of(Extent.of(shape));
    }

    /// As wide as the bits, as high as the side's bar.
    private Optional<Extent> bits(String side, int high, int low) {
        Optional<Extent> left = exactly("ruler/bit/" + high);
        Optional<Extent> right = exactly("ruler/bit/" + low);
        Optional<Extent> bar = exactly("ruler/" + side + "/offset");
        if (left.isEmpty() || right.isEmpty() || bar.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Extent(
                        left.get().left(),
                        bar.get().top(),
                        right.get().right(),
                        bar.get().bottom()));
    }
}
