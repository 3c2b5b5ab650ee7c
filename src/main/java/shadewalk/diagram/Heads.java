package shadewalk.diagram;

import java.util.List;

/// Which ends of a line have an arrow head.
public enum Heads {
    NONE,
    END,
    BOTH;

    /// The corners of a head whose tip is `tip`, for a line that comes from `before`.
    static List<Point> triangle(Point before, Point tip, Weight weight) {
        double length = Math.max(before.distance(tip), 0.001);
        double alongX = (tip.x() - before.x()) / length;
        double alongY = (tip.y() - before.y()) / length;
        double reach = 5 + 2 * weight.width();
        double half = reach * 0.48;
        Point base = tip.plus(-alongX * reach, -alongY * reach);
        return List.of(
                tip,
                base.plus(-alongY * half, alongX * half),
                base.plus(alongY * half, -alongX * half));
    }
}
