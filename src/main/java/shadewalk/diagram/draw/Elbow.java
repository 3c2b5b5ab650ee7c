package shadewalk.diagram.draw;

import java.util.List;
import shadewalk.diagram.Point;

/// Lines that run level, turn upright once, and run level again.
public final class Elbow {

    private Elbow() {}

    /// From `from` to `to` with the upright part at `x`; straight if both have one height.
    public static List<Point> at(Point from, Point to, double x) {
        if (Math.abs(from.y() - to.y()) < 0.5) {
            return List.of(from, new Point(to.x(), from.y()));
        }
        return List.of(from, new Point(x, from.y()), new Point(x, to.y()), to);
    }
}
