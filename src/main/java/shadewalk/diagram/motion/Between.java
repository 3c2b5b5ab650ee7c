package shadewalk.diagram.motion;

import java.util.ArrayList;
import java.util.List;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;

/// Shapes on their way from one place to another.
public final class Between {

    private Between() {}

    /// Whether one shape can turn into the other, rather than go while the other comes.
    static boolean canTurn(Shape was, Shape now, boolean travel) {
        return switch (now) {
            case Shape.Group _ -> false;
            case Shape.Box _ -> was instanceof Shape.Box && (travel || samePlace(was, now));
            case Shape.Path path ->
                    was instanceof Shape.Path old
                            && old.closed() == path.closed()
                            && (travel || samePlace(was, now));
            case Shape.Text text ->
                    was instanceof Shape.Text old
                            && old.text().equals(text.text())
                            && old.style() == text.style()
                            && (travel || samePlace(was, now));
        };
    }

    /// Whether two shapes of one kind stand in the same place and have the same size.
    static boolean samePlace(Shape one, Shape other) {
        return switch (one) {
            case Shape.Group _ -> false;
            case Shape.Box a ->
                    other instanceof Shape.Box b
                            && a.x() == b.x()
                            && a.y() == b.y()
                            && a.width() == b.width()
                            && a.height() == b.height()
                            && a.radius() == b.radius();
            case Shape.Path a -> other instanceof Shape.Path b && a.points().equals(b.points());
            case Shape.Text a ->
                    other instanceof Shape.Text b && a.left() == b.left() && a.y() == b.y();
        };
    }

    /// The new shape, `share` of the way from the old one's place to its own.
    static Shape of(Shape was, Shape now, double share) {
        return switch (now) {
            case Shape.Group group -> group;
            case Shape.Box box -> box((Shape.Box) was, box, share);
            case Shape.Path path -> path((Shape.Path) was, path, share);
            case Shape.Text text -> text((Shape.Text) was, text, share);
        };
    }

    private static Shape box(Shape.Box was, Shape.Box now, double share) {
        return new Shape.Box(
                now.id(),
                Ease.mix(was.x(), now.x(), share),
                Ease.mix(was.y(), now.y(), share),
                Ease.mix(was.width(), now.width(), share),
                Ease.mix(was.height(), now.height(), share),
                Ease.mix(was.radius(), now.radius(), share),
                now.tone(),
                now.fill());
    }

    private static Shape text(Shape.Text was, Shape.Text now, double share) {
        double anchor = now.x() - now.left();
        return new Shape.Text(
                now.id(),
                Ease.mix(was.left(), now.left(), share) + anchor,
                Ease.mix(was.y(), now.y(), share),
                now.text(),
                now.style(),
                now.anchor(),
                now.tone(),
                now.ink());
    }

    private static Shape path(Shape.Path was, Shape.Path now, double share) {
        if (share == 1 || was.points().equals(now.points())) {
            return now;
        }
        int count = Math.max(was.points().size(), now.points().size());
        List<Point> from = resampled(was.points(), count);
        List<Point> to = resampled(now.points(), count);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(
                    new Point(
                            Ease.mix(from.get(i).x(), to.get(i).x(), share),
                            Ease.mix(from.get(i).y(), to.get(i).y(), share)));
        }
        return now.through(points);
    }

    /// As many points as wanted on the same line: its own, and further ones on its last stretch.
    private static List<Point> resampled(List<Point> points, int count) {
        List<Point> more = new ArrayList<>(points);
        while (more.size() < count) {
            Point last = more.removeLast();
            Point before = more.getLast();
            more.add(new Point((before.x() + last.x()) / 2, (before.y() + last.y()) / 2));
            more.add(last);
        }
        return more;
    }

    /// The first part of a line, `reach` of its length.
    public static Shape.Path beginning(Shape.Path path, double reach) {
        return path.through(beginning(path.points(), reach));
    }

    /// The points of the first part of a line.
    static List<Point> beginning(List<Point> points, double reach) {
        double rest = length(points) * reach;
        List<Point> part = new ArrayList<>();
        part.add(points.getFirst());
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            double stretch = from.distance(to);
            if (stretch >= rest) {
                double share = stretch == 0 ? 1 : rest / stretch;
                part.add(
                        new Point(
                                Ease.mix(from.x(), to.x(), share),
                                Ease.mix(from.y(), to.y(), share)));
                return part;
            }
            rest -= stretch;
            part.add(to);
        }
        return part;
    }

    /// How long a line through points is.
    static double length(List<Point> points) {
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += points.get(i - 1).distance(points.get(i));
        }
        return length;
    }
}
