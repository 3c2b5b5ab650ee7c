package shadewalk.diagram;

import java.util.Collection;
import java.util.List;

/// The rectangle a shape takes up.
public record Extent(double left, double top, double right, double bottom) {

    /// Takes up nothing; grows to whatever it is joined with.
    public static final Extent NOTHING =
            new Extent(
                    Double.POSITIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    Double.NEGATIVE_INFINITY);

    /// The extent of a shape, of a group with all it holds. Outlines and arrow heads are not
    /// counted.
    public static Extent of(Shape shape) {
        return switch (shape) {
            case Shape.Group group -> of(group.shapes());
            case Shape.Box box -> new Extent(box.x(), box.y(), box.right(), box.bottom());
            case Shape.Path path -> ofPath(path);
            case Shape.Text text ->
                    new Extent(
                            text.left(),
                            text.y() - text.style().capHeight(),
                            text.left() + text.width(),
                            text.y() + text.style().size() * 0.22);
        };
    }

    /// The extent of several shapes together.
    public static Extent of(Collection<Shape> shapes) {
        Extent all = NOTHING;
        for (Shape shape : shapes) {
            all = all.with(of(shape));
        }
        return all;
    }

    private static Extent ofPath(Shape.Path path) {
        Extent all = NOTHING;
        for (Point point : path.points()) {
            all = all.with(new Extent(point.x(), point.y(), point.x(), point.y()));
        }
        return all;
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    /// The smallest rectangle that holds both.
    public Extent with(Extent other) {
        return new Extent(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    /// Larger by `by` on every side.
    public Extent grown(double by) {
        return new Extent(left - by, top - by, right + by, bottom + by);
    }

    /// The part of it that lies in another.
    public Extent within(Extent other) {
        return new Extent(
                Math.clamp(left, other.left, other.right),
                Math.clamp(top, other.top, other.bottom),
                Math.clamp(right, other.left, other.right),
                Math.clamp(bottom, other.top, other.bottom));
    }

    public boolean contains(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    /// Whether they share a point, be it on their edges.
    public boolean meets(Extent other) {
        return left <= other.right
                && other.left <= right
                && top <= other.bottom
                && other.top <= bottom;
    }

    /// The area both share, 0 if they do not touch.
    public double shared(Extent other) {
        double across = Math.min(right, other.right) - Math.max(left, other.left);
        double down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        return across <= 0 || down <= 0 ? 0 : across * down;
    }

    /// The point within it that is nearest to another.
    public Point nearest(Point point) {
        return new Point(Math.clamp(point.x(), left, right), Math.clamp(point.y(), top, bottom));
    }

    /// Its four corners, from the upper left one on.
    public List<Point> corners() {
        return List.of(
                new Point(left, top),
                new Point(right, top),
                new Point(right, bottom),
                new Point(left, bottom));
    }

    public Point middle() {
        return new Point((left + right) / 2, (top + bottom) / 2);
    }
}
