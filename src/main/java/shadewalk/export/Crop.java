package shadewalk.export;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        Point by = new Point(-part.left(), -part.top());
        return new Diagram(
                part.width(),
                part.height(),
                picture.title(),
                picture.description(),
                picture.caption(),
                picture.plain(),
                meeting(part, picture.shapes()).map(shape -> shape.shifted(by)).toList());
    }

    private static Stream<Shape> meeting(Extent part, List<Shape> shapes) {
        return shapes.stream()
                .filter(shape -> Extent.of(shape).grown(REACH).shared(part) > 0)
                .map(shape ->
                        shape instanceof Shape.Group(var id, var title, var description, var all)
                                ? new Shape.Group(
                                        id, title, description, meeting(part, all).toList())
                                : shape);
    }
}
