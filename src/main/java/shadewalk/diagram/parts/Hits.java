package shadewalk.diagram.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.read.Thing;
import shadewalk.read.ThingIds;

/// What lies where in a diagram.
public final class Hits {

    /// How near to a line is on it, in units.
    private static final double NEAR = 4;

    /// A shape, and what a person pointing at it means.
    ///
    /// @param thing the address of the thing it belongs to, if it belongs to one
    /// @param words the nearest title and description around it; may be empty
    public record Hit(Shape shape, Optional<Thing> thing, String words) {}

    private final List<Hit> hits = new ArrayList<>();
    private final Map<Thing, Extent> places = new HashMap<>();
    private final Map<Thing, List<Extent>> echoes = new HashMap<>();

    public Hits(Diagram diagram) {
        collect(diagram.shapes(), "", Optional.empty());
    }

    /// The topmost shape at a point.
    public Optional<Hit> at(double x, double y) {
        for (int i = hits.size() - 1; i >= 0; i--) {
            if (touches(hits.get(i).shape(), x, y)) {
                return Optional.of(hits.get(i));
            }
        }
        return Optional.empty();
    }

    /// Where a thing is drawn, or the table it is in, if either is.
    public Optional<Extent> place(Thing thing) {
        return Optional.ofNullable(places.get(thing))
                .or(() -> thing.table().map(table -> places.get(table)));
    }

    /// All places that show a thing: its own, or its table's, and those where it is shown once
    /// more.
    public List<Extent> shown(Thing thing) {
        List<Extent> all = new ArrayList<>();
        place(thing).ifPresent(all::add);
        all.addAll(echoes.getOrDefault(thing, List.of()));
        return all;
    }

    private void collect(List<Shape> shapes, String words, Optional<Thing> around) {
        for (Shape shape : shapes) {
            Optional<Thing> own = ThingIds.around(shape.id());
            own.ifPresent(thing -> remember(thing, shape));
            Optional<Thing> thing = own.or(() -> around);
            if (shape instanceof Shape.Group group) {
                collect(group.shapes(), words(group, words), thing);
            } else {
                hits.add(new Hit(shape, thing, words));
            }
        }
    }

    private void remember(Thing thing, Shape shape) {
        if (shape.id().equals(thing.id())) {
            places.put(thing, Extent.of(shape));
        } else if (shape.id().startsWith(thing.echo())) {
            echoes.computeIfAbsent(thing, _ -> new ArrayList<>()).add(Extent.of(shape));
        }
    }

    private static String words(Shape.Group group, String around) {
        if (group.title().isEmpty()) {
            return around;
        }
        return group.description().isEmpty()
                ? group.title()
                : group.title() + "\n" + group.description();
    }

    private static boolean touches(Shape shape, double x, double y) {
        return switch (shape) {
            case Shape.Group _ -> false;
            case Shape.Box box -> Extent.of(box).contains(x, y);
            case Shape.Text text -> Extent.of(text).contains(x, y);
            case Shape.Path path ->
                    path.closed() && path.fill() != Fill.NONE
                            ? Extent.of(path).contains(x, y)
                            : isNear(path, x, y);
        };
    }

    private static boolean isNear(Shape.Path path, double x, double y) {
        for (int i = 1; i < path.points().size(); i++) {
            if (distance(path.points().get(i - 1), path.points().get(i), x, y) < NEAR) {
                return true;
            }
        }
        return false;
    }

    private static double distance(Point from, Point to, double x, double y) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double square = dx * dx + dy * dy;
        double along =
                square == 0
                        ? 0
                        : Math.clamp(((x - from.x()) * dx + (y - from.y()) * dy) / square, 0, 1);
        return Math.hypot(x - from.x() - along * dx, y - from.y() - along * dy);
    }
}
