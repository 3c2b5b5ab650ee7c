package shadewalk.diagram.motion;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Shape;

/// When each part of a word of the machine comes, if it is shown what became of each of its bits:
/// bit after bit, from bit 0 up, and the reasons after all of them. Everything else comes at once.
final class InTurn {

    private static final String FATE = "fate/";
    private static final String REASON = "why/";
    private static final String BITS = "/bits";

    /// How long one of them takes, as a share of the time in which all come.
    private static final double EACH = 0.15;

    /// When the first reason comes.
    private static final double REASONS = 1 - EACH;

    private final Map<String, Double> begins = new HashMap<>();

    /// @param coming what is new, or written anew
    InTurn(Collection<Shape> coming) {
        if (coming.stream().noneMatch(shape -> shape.id().startsWith(FATE))) {
            return;
        }
        List<Shape> bits = coming.stream().filter(InTurn::isBit).toList();
        Extent all = Extent.of(bits);
        for (Shape bit : bits) {
            double up = (all.right() - Extent.of(bit).middle().x()) / all.width();
            begins.put(bit.id(), up * (REASONS - EACH));
        }
        coming.stream()
                .filter(shape -> shape.id().startsWith(REASON) && shape instanceof Shape.Text)
                .forEach(reason -> begins.put(reason.id(), REASONS));
    }

    private static boolean isBit(Shape shape) {
        return shape.id().startsWith(FATE) || shape.id().contains(BITS);
    }

    boolean isEmpty() {
        return begins.isEmpty();
    }

    /// How far a shape has come, 0 to 1, when `come` of the time has gone by.
    double share(Shape shape, double come) {
        Double begin = begins.get(shape.id());
        return begin == null ? come : Math.clamp((come - begin) / EACH, 0, 1);
    }
}
