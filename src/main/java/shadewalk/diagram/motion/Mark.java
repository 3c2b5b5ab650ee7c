package shadewalk.diagram.motion;

import org.jspecify.annotations.Nullable;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;

/// A shape as it looks at one instant of a change.
///
/// @param shape where and what it is now; no group
/// @param was the same thing before, whose colours it still partly has; null if it has only its own
/// @param share how much of its own colours it has, 0 to 1
/// @param opacity 0 to 1
/// @param grown its size about `pivot`, 1 for full size
/// @param reach how much of a line is drawn, from its start, 0 to 1
/// @param bounds the rectangle around the shape
public record Mark(
        Shape shape,
        @Nullable Shape was,
        double share,
        double opacity,
        double grown,
        Point pivot,
        double reach,
        Extent bounds) {

    private static final Point NOWHERE = new Point(0, 0);

    /// The shape as it is.
    static Mark still(Shape shape) {
        return new Mark(shape, null, 1, 1, 1, NOWHERE, 1, Extent.of(shape));
    }

    /// On its way from one look to another.
    static Mark moving(Shape now, Shape was, double share) {
        return new Mark(now, was, share, 1, 1, NOWHERE, 1, Extent.of(now));
    }

    /// The same in its place, with part of the colours of what it was.
    Mark blended(Shape before, double part) {
        return new Mark(shape, before, part, opacity, grown, pivot, reach, bounds);
    }

    /// Coming or going.
    static Mark passing(Shape shape, double opacity, double grown, Point pivot) {
        return new Mark(shape, null, 1, opacity, grown, pivot, 1, Extent.of(shape));
    }

    /// A line of which a part is drawn.
    static Mark drawn(Shape.Path path, double reach) {
        return new Mark(path, null, 1, 1, 1, NOWHERE, reach, Extent.of(path));
    }
}
