package shadewalk.diagram.parts;

import static shadewalk.text.Texts.PICTURES;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Shape;
import shadewalk.read.Thing;
import shadewalk.read.ThingIds;

/// The parts of a picture that can be picked, by a click or by keys.
///
/// Big ones are tables, entries, registers and pages of memory, the leftmost first and the upper
/// ones first among those. Small ones are bits: those of the address, and those of an entry where
/// the picture shows them apart.
public final class Parts {

    private static final Pattern CUT = Pattern.compile("(ruler/(?:guest|shadow))/\\w+");

    /// A part of the picture.
    ///
    /// @param id of its shape; that of a part of the cut address is `ruler/guest/31:22`
    public record Part(String id, Extent place, String words) {}

    private final List<Part> big = new ArrayList<>();
    private final List<Part> small = new ArrayList<>();

    /// By the ids of their shapes.
    private final Map<String, Part> cuts = new LinkedHashMap<>();

    Parts(Diagram diagram) {
        diagram.byId().forEach(this::add);
        diagram.byId().forEach(this::addCut);
        big.sort(
                Comparator.comparingDouble((Part part) -> part.place().left())
                        .thenComparingDouble(part -> part.place().top()));
    }

    private void add(String id, Shape shape) {
        switch (ThingIds.of(id).orElse(null)) {
            case Thing.AddressBit bit -> small.add(new Part(id, Extent.of(shape), bit.words()));
            case Thing.Bits _ -> small.add(new Part(id, Extent.of(shape), title(shape)));
            case Thing.Role _, Thing.Ruler _, Thing.Memory _ -> {}
            case Thing.Place _,
                    Thing.Register _,
                    Thing.HostCr3 _,
                    Thing.MemoryPage _,
                    Thing.HostFrame _ ->
                    big.add(new Part(id, Extent.of(shape), title(shape)));
            case null -> {}
        }
    }

    /// A part of the cut address is known by the bits above or below it.
    private void addCut(String id, Shape shape) {
        Matcher cut = CUT.matcher(id);
        if (!cut.matches() || !(shape instanceof Shape.Box box)) {
            return;
        }
        List<Integer> bits =
                small.stream()
                        .filter(part -> part.place().middle().x() > box.x())
                        .filter(part -> part.place().middle().x() < box.right())
                        .flatMap(part -> ThingIds.of(part.id()).stream())
                        .mapMulti((Thing thing, Consumer<Integer> numbers) -> {
                            if (thing instanceof Thing.AddressBit(var number)) {
                                numbers.accept(number);
                            }
                        })
                        .toList();
        if (!bits.isEmpty()) {
            String range = bits.getFirst() + ":" + bits.getLast();
            String words = PICTURES.get("parts.bits-address", range);
            cuts.put(id, new Part(cut.group(1) + "/" + range, Extent.of(box), words));
        }
    }

    private static String title(Shape shape) {
        return shape instanceof Shape.Group group ? group.title() : "";
    }

    /// The smallest part that a shape belongs to.
    public Optional<Part> around(String shape) {
        return cuts.entrySet().stream()
                .filter(cut -> within(shape, cut.getKey()) || shape.equals(cut.getValue().id()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> smallest(shape));
    }

    private Optional<Part> smallest(String shape) {
        return Stream.of(small, big)
                .flatMap(List::stream)
                .filter(part -> within(shape, part.id()))
                .max(Comparator.comparingInt(part -> part.id().length()));
    }

    /// The big part behind the one that a shape belongs to, or before it.
    public Optional<Part> next(String shape, int by) {
        return next(big, shape, by);
    }

    /// The same for small ones, of which those within a big one belong together.
    public Optional<Part> nextSmall(String shape, int by) {
        List<Part> within =
                big.stream()
                        .filter(part -> within(shape, part.id()))
                        .map(part ->
                                small.stream().filter(bit -> within(bit.id(), part.id())).toList())
                        .filter(bits -> !bits.isEmpty())
                        .findFirst()
                        .orElse(small);
        return next(within, shape, by);
    }

    private static Optional<Part> next(List<Part> parts, String shape, int by) {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        int now =
                parts.stream()
                        .filter(part -> within(shape, part.id()))
                        .max(Comparator.comparingInt(part -> part.id().length()))
                        .map(parts::indexOf)
                        .orElse(-1);
        int next = now < 0 ? (by > 0 ? 0 : parts.size() - 1) : now + by;
        return Optional.of(parts.get(Math.floorMod(next, parts.size())));
    }

    private static boolean within(String shape, String part) {
        return shape.equals(part) || shape.startsWith(part + "/");
    }
}
