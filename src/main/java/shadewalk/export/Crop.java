package shadewalk.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.note.DrawnPlaces;
import shadewalk.read.ThingIds;

/// Parts of pictures.
public final class Crop {

    /// How much of its surroundings a thing keeps.
    private static final double AROUND = 48;

    /// Lines and arrow heads reach this far beyond the points they go through.
    private static final double REACH = 16;

    private static final int FEW = 6;

    private Crop() {}

    /// The part of a picture around things of it; nothing if none of them is there.
    ///
    /// @param things their addresses, as in [DrawnPlaces]
    public static Optional<Extent> around(Diagram picture, Collection<String> things) {
        DrawnPlaces places = new DrawnPlaces(picture);
        List<Extent> found = things.stream().flatMap(t -> places.find(t).stream()).toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        within(
                                picture,
                                found.stream().reduce(Extent.NOTHING, Extent::with).grown(AROUND)));
    }

    /// Those of some things that a picture does not have.
    ///
    /// @param things their addresses, as in [DrawnPlaces]
    public static List<String> missing(Diagram picture, Collection<String> things) {
        DrawnPlaces places = new DrawnPlaces(picture);
        return things.stream().filter(t -> places.find(t).isEmpty()).toList();
    }

    /// A few ids that can be cut around: those of what the picture is about before those of what is
    /// drawn around it, and whole things before their parts.
    public static List<String> some(Diagram picture) {
        DrawnPlaces places = new DrawnPlaces(picture);
        return picture.byId().keySet().stream()
                .filter(id -> places.find(id).isPresent())
                .sorted(
                        Comparator.comparing((String id) -> ThingIds.around(id).isEmpty())
                                .thenComparing(id -> id.contains("/"))
                                .thenComparing(id -> id))
                .limit(FEW)
                .toList();
    }

    /// A part in whole units that does not leave the picture.
    public static Extent within(Diagram picture, Extent part) {
        double left = Math.clamp(Math.floor(part.left()), 0, Math.max(0, picture.width() - 1));
        double top = Math.clamp(Math.floor(part.top()), 0, Math.max(0, picture.height() - 1));
        return new Extent(
                left,
                top,
                Math.clamp(Math.ceil(part.right()), left + 1, Math.max(left + 1, picture.width())),
                Math.clamp(Math.ceil(part.bottom()), top + 1, Math.max(top + 1, picture.height())));
    }

    /// That part of a picture. Its words stay those of the whole.
    public static Diagram to(Diagram picture, Extent part) {
        return new Diagram(
                part.width(),
                part.height(),
                picture.title(),
                picture.description(),
                picture.caption(),
                picture.plain(),
                moved(picture.shapes(), part));
    }

    private static List<Shape> moved(List<Shape> shapes, Extent part) {
        List<Shape> kept = new ArrayList<>();
        for (Shape shape : shapes) {
            if (Extent.of(shape).grown(REACH).shared(part) > 0) {
                kept.add(moved(shape, part));
            }
        }
        return kept;
    }

    private static Shape moved(Shape shape, Extent part) {
        double x = -part.left();
        double y = -part.top();
        return switch (shape) {
            case Shape.Group(var id, var title, var description, var shapes) ->
                    new Shape.Group(id, title, description, moved(shapes, part));
            case Shape.Box b ->
                    new Shape.Box(
                            b.id(),
                            b.x() + x,
                            b.y() + y,
                            b.width(),
                            b.height(),
                            b.radius(),
                            b.tone(),
                            b.fill());
            case Shape.Path p ->
                    new Shape.Path(
                            p.id(),
                            p.points().stream().map((Point at) -> at.plus(x, y)).toList(),
                            p.radius(),
                            p.closed(),
                            p.tone(),
                            p.fill(),
                            p.weight(),
                            p.heads());
            case Shape.Text t ->
                    new Shape.Text(
                            t.id(),
                            t.x() + x,
                            t.y() + y,
                            t.text(),
                            t.style(),
                            t.anchor(),
                            t.tone(),
                            t.ink());
        };
    }
}
