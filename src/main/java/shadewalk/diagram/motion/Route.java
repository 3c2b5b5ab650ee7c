package shadewalk.diagram.motion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Heads;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.Weight;

/// The way of the walk's token from where it was to where it is: along the strong arrows of the
/// panel in which it walks, or straight from one panel to the other.
///
/// @param points the way, at least two
record Route(List<Point> points) {

    private static final String TOKEN = "token/";
    private static final String TAG = "token/tag";

    /// How far beside the token's tip an arrow may begin or end.
    private static final double BESIDE = 12;

    Route {
        points = List.copyOf(points);
    }

    /// Whether a shape belongs to the token.
    static boolean carries(Shape shape) {
        return shape.id().startsWith(TOKEN);
    }

    /// The way between two diagrams, if both have the token.
    static Optional<Route> of(Map<String, Shape> before, Map<String, Shape> after) {
        if (before.get(TAG) instanceof Shape.Path was && after.get(TAG) instanceof Shape.Path now) {
            return Optional.of(between(tip(was), tip(now), after));
        }
        return Optional.empty();
    }

    /// The middle corner of the tag is the one that points.
    private static Point tip(Shape.Path tag) {
        return tag.points().get(tag.points().size() / 2);
    }

    private static Route between(Point from, Point to, Map<String, Shape> shapes) {
        List<Point> points = new ArrayList<>(List.of(from));
        shapes.values().stream()
                .filter(shape -> isPanel(shape) && holds(shape, from) && holds(shape, to))
                .findFirst()
                .ifPresent(panel ->
                        arrows(shapes, panel, from, to)
                                .forEach(arrow -> points.addAll(arrow.points())));
        points.add(to);
        return new Route(points);
    }

    private static boolean isPanel(Shape shape) {
        return shape.id().endsWith("/panel");
    }

    private static boolean holds(Shape panel, Point point) {
        return Extent.of(panel).contains(point.x(), point.y());
    }

    private static List<Shape.Path> arrows(
            Map<String, Shape> shapes, Shape panel, Point from, Point to) {
        return shapes.values().stream()
                .filter(shape -> shape instanceof Shape.Path)
                .map(shape -> (Shape.Path) shape)
                .filter(path -> path.heads() == Heads.END && path.weight() == Weight.STRONG)
                .filter(path -> holds(panel, path.first()) && holds(panel, path.last()))
                .filter(path -> path.first().x() > from.x() - BESIDE)
                .filter(path -> path.last().x() < to.x() + BESIDE)
                .sorted(Comparator.comparingDouble(path -> path.first().x()))
                .toList();
    }

    /// Whether the way leads through tables rather than straight to the next one.
    boolean passesTables() {
        return points.size() > 2;
    }

    /// When the token comes to a place across, as a share of its way.
    double shareAt(double x) {
        double all = Between.length(points);
        double gone = 0;
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).x() >= x) {
                return gone / all;
            }
            gone += points.get(i - 1).distance(points.get(i));
        }
        return 1;
    }

    /// How far the token is from its new place, `share` of the way.
    Point fromEnd(double share) {
        return minus(at(share), points.getLast());
    }

    private static Point minus(Point one, Point other) {
        return new Point(one.x() - other.x(), one.y() - other.y());
    }

    /// Where the token is, `share` of the way.
    private Point at(double share) {
        return Between.beginning(points, share).getLast();
    }
}
