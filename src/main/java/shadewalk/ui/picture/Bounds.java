package shadewalk.ui.picture;

import java.util.List;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;

/// The rectangle around something in a diagram.
record Bounds(double left, double top, double right, double bottom) {

    private static final Bounds NOTHING =
            new Bounds(
                    Double.POSITIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    Double.NEGATIVE_INFINITY);

    static Bounds of(Shape shape) {
        return switch (shape) {
            case Shape.Group group -> of(group.shapes());
            case Shape.Box box -> new Bounds(box.x(), box.y(), box.right(), box.bottom());
            case Shape.Path path -> ofPoints(path.points());
            case Shape.Text text ->
                    new Bounds(
                            text.left(),
                            text.y() - text.style().capHeight(),
                            text.left() + text.width(),
                            text.y() + text.style().size() * 0.25);
        };
    }

    static Bounds of(List<Shape> shapes) {
        Bounds all = NOTHING;
        for (Shape shape : shapes) {
            all = all.with(of(shape));
        }
        return all;
    }

    private static Bounds ofPoints(List<Point> points) {
        Bounds all = NOTHING;
        for (Point point : points) {
            all = all.with(new Bounds(point.x(), point.y(), point.x(), point.y()));
        }
        return all;
    }

    Bounds with(Bounds other) {
        return new Bounds(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    /// The part of it that lies in another.
    Bounds within(Bounds other) {
        return new Bounds(
                Math.clamp(left, other.left, other.right),
                Math.clamp(top, other.top, other.bottom),
                Math.clamp(right, other.left, other.right),
                Math.clamp(bottom, other.top, other.bottom));
    }

    boolean isEmpty() {
        return left > right;
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    Point centre() {
        return new Point((left + right) / 2, (top + bottom) / 2);
    }

    boolean contains(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    boolean overlaps(Bounds other) {
        return left <= other.right
                && other.left <= right
                && top <= other.bottom
                && other.top <= bottom;
    }

    Bounds grown(double by) {
        return new Bounds(left - by, top - by, right + by, bottom + by);
    }
}
