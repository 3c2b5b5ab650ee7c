package shadewalk.diagram.note;

import java.util.List;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;

/// A rectangle around something of a picture.
public record Rect(double left, double top, double right, double bottom) {

    /// Around a shape; a text is as wide as its letters.
    public static Rect of(Shape shape) {
        return switch (shape) {
            case Shape.Group group -> of(group.shapes());
            case Shape.Box box -> new Rect(box.x(), box.y(), box.right(), box.bottom());
            case Shape.Path path -> ofPoints(path.points());
            case Shape.Text text ->
                    new Rect(
                            text.left(),
                            text.y() - text.style().capHeight(),
                            text.left() + text.width(),
                            text.y() + text.style().size() * 0.25);
        };
    }

    /// Around several shapes, at least one.
    public static Rect of(List<Shape> shapes) {
        return shapes.stream().map(Rect::of).reduce(Rect::with).orElseThrow();
    }

    private static Rect ofPoints(List<Point> points) {
        return points.stream()
                .map(p -> new Rect(p.x(), p.y(), p.x(), p.y()))
                .reduce(Rect::with)
                .orElseThrow();
    }

    Rect with(Rect other) {
        return new Rect(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    public double middleX() {
        return (left + right) / 2;
    }

    public double middleY() {
        return (top + bottom) / 2;
    }

    /// How much of this the other covers, in square units.
    double overlap(Rect other) {
        double wide = Math.min(right, other.right) - Math.max(left, other.left);
        double high = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        return wide > 0 && high > 0 ? wide * high : 0;
    }

    boolean within(double width, double height) {
        return left >= 4 && top >= 4 && right <= width - 4 && bottom <= height - 4;
    }
}
