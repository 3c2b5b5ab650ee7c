package shadewalk.diagram.motion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;

/// Something that stays while what is written on it changes: the words go and come on it.
///
/// @param was before the change
/// @param now after it
record Carrier(Shape was, Shape now) {

    /// What words are written on that stay where they are.
    static final Carrier STILL = still(new Shape.Group("", "", "", List.of()));

    private static Carrier still(Shape shape) {
        return new Carrier(shape, shape);
    }

    /// For each text that one of the diagrams has alone, or otherwise than the other, what it is
    /// written on, if that is in both.
    static Map<String, Carrier> of(Diagram before, Diagram after) {
        Map<String, Shape> old = before.byId();
        Map<String, Shape> now = after.byId();
        Map<String, Carrier> carriers = new HashMap<>();
        collect(before.shapes(), old, now, carriers);
        collect(after.shapes(), old, now, carriers);
        return carriers;
    }

    private static void collect(
            List<Shape> shapes,
            Map<String, Shape> old,
            Map<String, Shape> now,
            Map<String, Carrier> to) {
        for (Shape shape : shapes) {
            if (!(shape instanceof Shape.Group group)) {
                continue;
            }
            List<String> changed =
                    group.shapes().stream()
                            .filter(Shape.Text.class::isInstance)
                            .map(Shape::id)
                            .filter(id -> !says(old.get(id)).equals(says(now.get(id))))
                            .toList();
            if (!changed.isEmpty()) {
                ground(group, old, now).ifPresent(on -> changed.forEach(id -> to.put(id, on)));
            }
            collect(group.shapes(), old, now, to);
        }
    }

    private static String says(@Nullable Shape shape) {
        return shape instanceof Shape.Text text ? text.text() : "";
    }

    /// The first area of a group.
    private static Optional<Carrier> ground(
            Shape.Group group, Map<String, Shape> old, Map<String, Shape> now) {
        return group.shapes().stream()
                .filter(shape -> shape instanceof Shape.Box || shape instanceof Shape.Path)
                .findFirst()
                .map(Shape::id)
                .flatMap(id -> between(old.get(id), now.get(id)));
    }

    private static Optional<Carrier> between(@Nullable Shape was, @Nullable Shape now) {
        return was != null && now != null && Between.canTurn(was, now, true)
                ? Optional.of(new Carrier(was, now))
                : Optional.empty();
    }

    /// How far it is from where it was, `share` of its way.
    Point fromStart(double share) {
        return from(was, share);
    }

    /// How far it is from where it will be.
    Point fromEnd(double share) {
        return from(now, share);
    }

    /// Words begin at the left, whatever the width.
    private Point from(Shape home, double share) {
        if (was.equals(now)) {
            return new Point(0, 0);
        }
        Extent there = Extent.of(Between.of(was, now, share));
        Extent then = Extent.of(home);
        return new Point(there.left() - then.left(), there.middle().y() - then.middle().y());
    }
}
