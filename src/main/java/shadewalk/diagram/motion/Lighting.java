package shadewalk.diagram.motion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Shape;

/// When each shape gets its new colours while the token is on its way: an entry as the token comes
/// to it, a part of the ruler as the walk uses it up, from left to right. Everything else changes
/// in the middle of the change.
final class Lighting {

    private static final String RULER = "ruler/";

    /// How long one shape takes, as a share of the token's way.
    private static final double EACH = 0.2;

    private final Map<String, Double> begins = new HashMap<>();

    /// @param changed the shapes that only change their colours
    Lighting(Optional<Route> route, List<Shape> changed) {
        route.filter(Route::passesTables).ifPresent(way -> plan(way, changed));
    }

    private void plan(Route way, List<Shape> changed) {
        List<Shape> ruler = changed.stream().filter(s -> s.id().startsWith(RULER)).toList();
        double left = ruler.stream().mapToDouble(s -> Extent.of(s).left()).min().orElse(0);
        double right = ruler.stream().mapToDouble(s -> Extent.of(s).right()).max().orElse(1);
        for (Shape shape : changed) {
            double at =
                    shape.id().startsWith(RULER)
                            ? (Extent.of(shape).left() - left) / (right - left)
                            : way.shareAt(Extent.of(shape).left());
            begins.put(shape.id(), at * (1 - EACH));
        }
    }

    /// How far a shape has its new colours, the token having gone `turn` of its time.
    double share(Shape shape, double turn) {
        Double begin = begins.get(shape.id());
        return begin == null ? Ease.between(0, 1, turn) : Ease.between(begin, begin + EACH, turn);
    }
}
