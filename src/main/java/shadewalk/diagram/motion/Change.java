package shadewalk.diagram.motion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.read.Gesture;

/// One diagram turning into another. What has the same id is the same thing: it moves and changes
/// its colour. What is new grows, what is gone shrinks, and nothing blinks.
///
/// Going comes first, then turning, then coming, and none begins before the other is over: so no
/// words are ever written over others, or on something that has no room for them yet.
public final class Change {

    /// How long each of the three takes, if there is anything of it.
    private static final double GO = 0.25;

    private static final double TURN = 0.4;
    private static final double COME = 0.35;

    /// How much longer it takes to fall than to fade, and to come bit after bit than at once.
    private static final double FALLING = 2.5;

    private static final double IN_TURN = 4;

    private static final double SMALL = 0.7;

    private final List<Part> going;
    private final List<Part> coming;
    private final double gone;
    private final double turned;
    private final boolean unhurried;
    private final Gestures gestures;

    /// @param going the parts as they are drawn while something goes, in the order of the old
    /// @param coming the parts as they are drawn from then on, in the order of the new
    private Change(
            List<Part> going,
            List<Part> coming,
            double gone,
            double turned,
            Gestures gestures,
            boolean unhurried) {
        this.going = going;
        this.coming = coming;
        this.gone = gone;
        this.turned = turned;
        this.gestures = gestures;
        this.unhurried = unhurried;
    }

    /// Whether there is a way to follow, which takes longer: the token's through tables, that of a
    /// copy, of a light that goes from row to row, or bit after bit.
    public boolean unhurried() {
        return unhurried;
    }

    /// What becomes of one shape.
    private interface Part {
        /// What is drawn of it.
        ///
        /// @param go how far what goes has gone, 0 to 1
        /// @param turn how far what stays has turned
        /// @param come how far what comes has come
        void at(double go, double turn, double come, List<Mark> marks);
    }

    /// A change that is over before it begins.
    public static Change none(Diagram diagram) {
        List<Part> parts = leaves(diagram.byId()).stream().map(Change::still).toList();
        Gestures none = new Gestures(List.of(), diagram.byId(), diagram.byId());
        return new Change(List.of(), parts, 0, 0, none, false);
    }

    /// How one diagram turns into the next.
    ///
    /// @param wanted what is shown besides
    /// @param travel whether things move and grow; otherwise they fade from one place to the other
    public static Change of(Diagram before, Diagram after, List<Gesture> wanted, boolean travel) {
        SequencedMap<String, Shape> old = before.byId();
        SequencedMap<String, Shape> now = after.byId();
        Set<String> staying = Staying.of(before, after, travel);
        Gestures gestures = new Gestures(travel ? wanted : List.of(), old, now);
        Map<String, Point> pivots = pivots(after.shapes(), old.keySet());
        gestures.moveRoots(pivots);
        Map<String, Point> graves = pivots(before.shapes(), now.keySet());
        Optional<Route> route = travel ? Route.of(old, now) : Optional.empty();
        Lighting lighting = new Lighting(route, recoloured(old, now));
        List<Part> going = new ArrayList<>();
        List<Part> coming = new ArrayList<>();
        boolean goes = gestures.falls();
        boolean turns =
                gestures.turns()
                        || before.width() != after.width()
                        || before.height() != after.height();
        boolean comes = false;
        for (Shape shape : leaves(old)) {
            boolean stays = staying.contains(shape.id());
            goes |= !stays;
            going.add(stays ? still(shape) : leaving(shape, graves.get(shape.id()), travel));
        }
        InTurn inTurn = new InTurn(travel ? without(staying, now) : List.of());
        for (Shape shape : leaves(now)) {
            Shape was = old.get(shape.id());
            if (was == null || !staying.contains(shape.id())) {
                comes = true;
                coming.add(appearing(shape, pivots.get(shape.id()), travel, inTurn));
            } else {
                turns |= !was.equals(shape);
                coming.add(
                        route.isPresent() && Route.carries(shape)
                                ? carried(was, shape, route.get())
                                : turning(was, shape, travel, lighting));
            }
        }
        double go = gestures.falls() ? GO * FALLING : GO;
        double come = inTurn.isEmpty() ? COME : COME * IN_TURN;
        double all = (goes ? go : 0) + (turns ? TURN : 0) + (comes ? come : 0);
        double gone = goes ? go / all : 0;
        double turned = turns ? gone + TURN / all : gone;
        boolean unhurried =
                route.filter(Route::passesTables).isPresent()
                        || gestures.falls()
                        || gestures.turns()
                        || !inTurn.isEmpty();
        return new Change(going, coming, gone, turned, gestures, unhurried);
    }

    private static List<Shape> without(Set<String> staying, SequencedMap<String, Shape> now) {
        return leaves(now).stream().filter(shape -> !staying.contains(shape.id())).toList();
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
        List<Part> parts = t < gone ? going : coming;
        double go = share(0, gone, t);
        double turn = share(gone, turned, t);
        double come = share(turned, 1, t);
        List<Mark> marks = new ArrayList<>(parts.size());
        for (Part part : parts) {
            part.at(go, turn, come, marks);
        }
        if (go < 1) {
            gestures.falling(go, marks);
        } else {
            gestures.turning(turn, marks);
        }
        return marks;
    }

    /// How far the eye has gone from the whole of the old diagram to that of the new one.
    public double look(double t) {
        return Ease.between(0, 1, share(gone, turned, t));
    }

    private static double share(double from, double to, double t) {
        return from == to ? (t < to ? 0 : 1) : Math.clamp((t - from) / (to - from), 0, 1);
    }

    private static Part still(Shape shape) {
        Mark mark = Mark.still(shape);
        return (_, _, _, marks) -> marks.add(mark);
    }

    private static Part turning(Shape was, Shape now, boolean travel, Lighting lighting) {
        if (was.equals(now)) {
            return still(now);
        }
        if (!travel || Between.samePlace(was, now)) {
            Mark there = Mark.still(now);
            return (_, turn, _, marks) -> marks.add(there.blended(was, lighting.share(now, turn)));
        }
        return (_, turn, _, marks) -> {
            double share = Ease.between(0, 1, turn);
            marks.add(Mark.moving(Between.of(was, now, share), was, share));
        };
    }

    /// The token goes its way.
    private static Part carried(Shape was, Shape now, Route route) {
        return (_, turn, _, marks) -> {
            double share = Ease.between(0, 1, turn);
            marks.add(Mark.moving(now.shifted(route.fromEnd(share)), was, share));
        };
    }

    private static Part appearing(
            Shape shape, @Nullable Point pivot, boolean travel, InTurn inTurn) {
        if (travel && shape instanceof Shape.Path path && !path.closed()) {
            return (_, _, come, marks) -> {
                double share = inTurn.share(shape, come);
                if (share > 0) {
                    marks.add(Mark.drawn(path, Ease.between(0, 1, share)));
                }
            };
        }
        return (_, _, come, marks) -> pass(shape, pivot, travel, inTurn.share(shape, come), marks);
    }

    private static Part leaving(Shape shape, @Nullable Point pivot, boolean travel) {
        return (go, _, _, marks) -> pass(shape, pivot, travel, 1 - go, marks);
    }

    /// Words grow with what they are written on, so what does not belong together only fades.
    ///
    /// @param there how much of it is there
    private static void pass(
            Shape shape, @Nullable Point pivot, boolean travel, double there, List<Mark> marks) {
        if (there > 0) {
            double share = Ease.between(0, 1, there);
            marks.add(
                    travel && pivot != null
                            ? Mark.passing(shape, share, Ease.mix(SMALL, 1, share), pivot)
                            : Mark.passing(shape, share, 1, Extent.of(shape).middle()));
        }
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
