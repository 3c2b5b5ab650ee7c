package shadewalk.diagram.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Heads;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;

/// Arrows through the space between two columns, laid so that none crosses another as long as the
/// sources and the targets stand in the same order.
public final class Gutter {

    private record Wire(String id, Point from, Point to, boolean walked) {}

    private static final double RADIUS = 7;

    private final List<Wire> wires = new ArrayList<>();

    /// An arrow to be drawn.
    ///
    /// @param walked whether the walk goes this way, so that the arrow stands out
    public void add(String id, Point from, Point to, boolean walked) {
        wires.add(new Wire(id, from, to, walked));
    }

    /// Draws all arrows. Of those that go up, the upper one turns first; of those that go down, the
    /// upper one turns last.
    public void draw(Sheet sheet) {
        wires.sort(Comparator.comparingDouble(wire -> wire.from().y()));
        long up = wires.stream().filter(wire -> wire.to().y() < wire.from().y()).count();
        long down = wires.size() - up;
        int climbing = 0;
        int falling = 0;
        for (Wire wire : wires) {
            boolean rises = wire.to().y() < wire.from().y();
            double share = rises ? (climbing + 1.0) / (up + 1) : (down - falling) / (down + 1.0);
            if (rises) {
                climbing++;
            } else {
                falling++;
            }
            sheet.add(path(wire, share));
        }
    }

    private static Shape.Path path(Wire wire, double share) {
        double width = wire.to().x() - 12 - wire.from().x();
        double x = wire.from().x() + 2 + width * share;
        return new Shape.Path(
                wire.id(),
                elbow(wire.from(), wire.to(), x),
                RADIUS,
                false,
                wire.walked() ? Tone.PATH : Tone.MUTED,
                Fill.NONE,
                wire.walked() ? Weight.STRONG : Weight.NORMAL,
                Heads.END);
    }

    /// From `from` to `to` with the upright part at `x`; straight if both have one height.
    public static List<Point> elbow(Point from, Point to, double x) {
        return Math.abs(from.y() - to.y()) < 0.5
                ? List.of(from, new Point(to.x(), from.y()))
                : List.of(from, new Point(x, from.y()), new Point(x, to.y()), to);
    }
}
