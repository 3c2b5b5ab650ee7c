package shadewalk.diagram.motion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;

/// One diagram turning into another. What has the same id is the same thing: it moves and changes
/// its colour. What is new grows, what is gone shrinks, and nothing blinks.
///
/// Going comes first, then moving, then coming; the parts overlap a little.
public final class Change {

    private static final double GONE = 0.4;
    private static final double MOVE_FROM = 0.1;
    private static final double MOVED = 0.75;
    private static final double COME_FROM = 0.4;
    private static final double SMALL = 0.7;

    /// New words begin to show before the old ones have gone: what they are written on is never
    /// empty.
    private static final double WRITE_FROM = 0.1;

    private static final double WRITTEN = 0.5;

    private final List<Part> parts;
    private final boolean travels;

    private Change(List<Part> parts, boolean travels) {
        this.parts = parts;
        this.travels = travels;
    }

    /// Whether the token goes through tables, which takes longer to follow.
    public boolean travels() {
        return travels;
    }

    /// What becomes of one shape.
    private interface Part {
        /// What is drawn of it at `t`, 0 to 1.
        void at(double t, List<Mark> marks);
    }

    /// A change that is over before it begins.
    public static Change none(Diagram diagram) {
        List<Part> parts = new ArrayList<>();
        for (Shape shape : leaves(diagram.byId())) {
            parts.add(still(shape));
        }
        return new Change(parts, false);
    }

    /// How one diagram turns into the next.
    ///
    /// @param travel whether things move and grow; otherwise they fade from one place to the other
    public static Change of(Diagram before, Diagram after, boolean travel) {
        SequencedMap<String, Shape> old = before.byId();
        SequencedMap<String, Shape> now = after.byId();
        Map<String, Point> pivots = pivots(after.shapes(), old.keySet());
        Map<String, Point> graves = pivots(before.shapes(), now.keySet());
        Optional<Route> route = travel ? Route.of(old, now) : Optional.empty();
        Lighting lighting = new Lighting(route, recoloured(old, now));
        Map<String, Carrier> carriers = travel ? Carrier.of(before, after) : Map.of();
        Set<String> kept = new HashSet<>();
        List<Part> coming = new ArrayList<>();
        for (Shape shape : leaves(now)) {
            Shape was = old.get(shape.id());
            if (route.isPresent() && Route.carries(shape)) {
                coming.add(carried(was, shape, route.get()));
                kept.add(shape.id());
            } else if (was != null && Between.canTurn(was, shape, travel)) {
                kept.add(shape.id());
                coming.add(staying(was, shape, travel, lighting));
            } else if (was instanceof Shape.Text && shape instanceof Shape.Text) {
                kept.add(shape.id());
                Carrier on = carriers.getOrDefault(shape.id(), Carrier.STILL);
                coming.add(erased(was, on));
                coming.add(written(shape, on));
            } else {
                Carrier on = carriers.get(shape.id());
                coming.add(
                        on == null
                                ? appearing(shape, pivots.get(shape.id()), travel)
                                : written(shape, on));
            }
        }
        List<Part> parts = new ArrayList<>();
        for (Shape shape : leaves(old)) {
            Carrier on = carriers.get(shape.id());
            if (kept.contains(shape.id())) {
                continue;
            }
            if (route.isPresent() && Route.carries(shape)) {
                coming.add(carriedOff(shape, route.get()));
            } else if (on != null) {
                coming.add(erased(shape, on));
            } else {
                parts.add(leaving(shape, graves.get(shape.id()), travel));
            }
        }
        parts.addAll(coming);
        return new Change(parts, route.filter(Route::passesTables).isPresent());
    }

    /// What stays in its place and gets other colours.
    private static List<Shape> recoloured(
            SequencedMap<String, Shape> old, SequencedMap<String, Shape> now) {
        List<Shape> shapes = new ArrayList<>();
        for (Shape shape : leaves(now)) {
            Shape was = old.get(shape.id());
            if (was != null && Between.samePlace(was, shape) && !was.equals(shape)) {
                shapes.add(shape);
            }
        }
        return shapes;
    }

    /// What is drawn at `t`, from 0 (the old diagram) to 1 (the new one).
    public List<Mark> at(double t) {
        List<Mark> marks = new ArrayList<>(parts.size());
        for (Part part : parts) {
            part.at(t, marks);
        }
        return marks;
    }

    private static Part still(Shape shape) {
        Mark mark = Mark.still(shape);
        return (_, marks) -> marks.add(mark);
    }

    private static Part staying(Shape was, Shape now, boolean travel, Lighting lighting) {
        if (was.equals(now)) {
            return still(now);
        }
        if (!travel || Between.samePlace(was, now)) {
            Mark there = Mark.still(now);
            return (t, marks) ->
                    marks.add(there.blended(was, lighting.share(now, t, MOVE_FROM, MOVED)));
        }
        return (t, marks) -> {
            double share = Ease.between(MOVE_FROM, MOVED, t);
            marks.add(Mark.moving(Between.of(was, now, share), was, share));
        };
    }

    /// The token goes its way; what is new about it comes meanwhile.
    private static Part carried(@Nullable Shape was, Shape now, Route route) {
        return (t, marks) -> {
            double share = Ease.between(0, MOVED, t);
            Shape there = now.shifted(route.fromEnd(share));
            marks.add(
                    was == null
                            ? Mark.passing(there, share, 1, Extent.of(there).middle())
                            : Mark.moving(there, was, share));
        };
    }

    /// What the token had on it and no longer has.
    private static Part carriedOff(Shape was, Route route) {
        return (t, marks) -> {
            double share = Ease.between(0, MOVED, t);
            if (share < 1) {
                Shape there = was.shifted(route.fromStart(share));
                marks.add(Mark.passing(there, 1 - share, 1, Extent.of(there).middle()));
            }
        };
    }

    private static Part appearing(Shape shape, @Nullable Point pivot, boolean travel) {
        if (travel && shape instanceof Shape.Path path && !path.closed()) {
            return (t, marks) -> {
                double share = Ease.between(COME_FROM, 1, t);
                if (share > 0) {
                    marks.add(Mark.drawn(path, share));
                }
            };
        }
        return passing(shape, pivot, travel, t -> Ease.between(COME_FROM, 1, t));
    }

    private static Part leaving(Shape shape, @Nullable Point pivot, boolean travel) {
        return passing(shape, pivot, travel, t -> 1 - Ease.between(0, GONE, t));
    }

    /// @param there how much of it is there
    private static Part passing(
            Shape shape, @Nullable Point pivot, boolean travel, DoubleUnaryOperator there) {
        Point about = pivot == null ? Extent.of(shape).middle() : pivot;
        return (t, marks) -> {
            double share = there.applyAsDouble(t);
            if (share > 0) {
                marks.add(
                        Mark.passing(shape, share, travel ? Ease.mix(SMALL, 1, share) : 1, about));
            }
        };
    }

    private static Part written(Shape words, Carrier on) {
        return carried(words, t -> Ease.between(WRITE_FROM, WRITTEN, t), on::fromEnd);
    }

    private static Part erased(Shape words, Carrier on) {
        return carried(words, t -> 1 - Ease.between(0, GONE, t), on::fromStart);
    }

    /// @param there how much of the words is there
    /// @param by how far what carries them has come
    private static Part carried(Shape words, DoubleUnaryOperator there, DoubleFunction<Point> by) {
        return (t, marks) -> {
            double share = there.applyAsDouble(t);
            if (share > 0) {
                Point way = by.apply(Ease.between(MOVE_FROM, MOVED, t));
                Shape moved = words.shifted(way);
                marks.add(Mark.passing(moved, share, 1, Extent.of(moved).middle()));
            }
        };
    }

    /// For every shape within a group that the other diagram lacks, the middle of the outermost
    /// such group: a new table grows as a whole.
    private static Map<String, Point> pivots(List<Shape> shapes, Set<String> known) {
        Map<String, Point> pivots = new HashMap<>();
        collect(shapes, known, null, pivots);
        return pivots;
    }

    private static void collect(
            List<Shape> shapes, Set<String> known, @Nullable Point outer, Map<String, Point> to) {
        for (Shape shape : shapes) {
            if (shape instanceof Shape.Group group) {
                Point pivot = outer;
                if (outer == null && !known.contains(group.id()) && !group.shapes().isEmpty()) {
                    pivot = Extent.of(group).middle();
                }
                collect(group.shapes(), known, pivot, to);
            } else if (outer != null) {
                to.put(shape.id(), outer);
            }
        }
    }

    private static List<Shape> leaves(SequencedMap<String, Shape> shapes) {
        return shapes.values().stream().filter(s -> !(s instanceof Shape.Group)).toList();
    }
}
