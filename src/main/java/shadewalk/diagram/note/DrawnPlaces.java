package shadewalk.diagram.note;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Shape;
import shadewalk.read.Thing;
import shadewalk.read.ThingIds;

/// Finds the things of a picture by their addresses.
///
/// Besides the id of any shape, an address may be that of a [Thing]: bits of the address as one
/// side cuts it, the page that holds a byte; or an id with something behind it that the picture
/// does not show apart, such as `gfn5/e1/bits7-7`: then the cell of the bits around them is meant,
/// or the thing itself. A table is not meant where one of its entries is named.
public final class DrawnPlaces {

    private final Map<String, Shape> shapes;

    public DrawnPlaces(Diagram diagram) {
        shapes = diagram.byId();
    }

    /// Where a thing is drawn, if it is.
    public Optional<Extent> find(String address) {
        return switch (ThingIds.of(address).orElse(null)) {
            case Thing.Ruler ruler -> bits(ruler);
            case Thing.Memory(var at) -> exactly(new Thing.MemoryPage(at.gfn()).id());
            case null, default -> nearest(address);
        };
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
        return () ->
                ThingIds.of(id).orElse(null) instanceof Thing.Bits wanted
                        ? shapes.keySet().stream()
                                .flatMap(shape -> ThingIds.of(shape).stream())
                                .filter(cell ->
                                        cell instanceof Thing.Bits bits && bits.hold(wanted))
                                .findFirst()
                                .flatMap(cell -> exactly(cell.id()))
                        : Optional.empty();
    }

    private static boolean isEntry(String id) {
        return ThingIds.of(id).flatMap(Thing::table).isPresent();
    }

    private Optional<Extent> exactly(String id) {
        Shape shape = shapes.get(id);
        return shape == null || shape instanceof Shape.Group(_, _, _, var parts) && parts.isEmpty()
                ? Optional.empty()
                : Optional.of(Extent.of(shape));
    }

    /// As wide as the bits, as high as the side's bar.
    private Optional<Extent> bits(Thing.Ruler ruler) {
        Optional<Extent> left = exactly(new Thing.AddressBit(ruler.high()).id());
        Optional<Extent> right = exactly(new Thing.AddressBit(ruler.low()).id());
        Optional<Extent> bar = exactly("ruler/" + ruler.side().word() + "/offset");
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
