package shadewalk.diagram.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Heads;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.read.Gesture;

/// What the gestures of a change draw over the picture. What flies or falls is a copy on its own
/// ground, so that it hides what it passes and its words never mix with others.
final class Gestures {

    /// How far a thing falls, in units.
    private static final double DROP = 46;

    /// How small it has become when it is gone.
    private static final double SPECK = 0.05;

    private static final double AROUND = 2;

    private final SequencedMap<String, Shape> old;
    private final SequencedMap<String, Shape> now;
    private final List<Shape> falling = new ArrayList<>();
    private final List<Shape> flying = new ArrayList<>();
    private final List<Extent> rows = new ArrayList<>();
    private final List<Gesture.Grow> growing = new ArrayList<>();
    private @Nullable Extent landing;

    Gestures(List<Gesture> all, SequencedMap<String, Shape> old, SequencedMap<String, Shape> now) {
        this.old = old;
        this.now = now;
        all.forEach(this::take);
    }

    private void take(Gesture gesture) {
        switch (gesture) {
            case Gesture.Fall(var thing) -> {
                if (onGround(thing, old)) {
                    falling.addAll(parts(thing, old).toList());
                }
            }
            case Gesture.Copy(var from, var to) -> {
                if (onGround(from, now) && onGround(to, now)) {
                    flying.addAll(parts(from, now).toList());
                    landing = Extent.of(Objects.requireNonNull(now.get(to + "/box")));
                }
            }
            case Gesture.Grow grow -> growing.add(grow);
            case Gesture.Sweep(var thing) -> rows(thing);
        }
    }

    /// Whether a thing is drawn as a row or a card, which hides what it passes.
    private static boolean onGround(String thing, Map<String, Shape> shapes) {
        return Stream.of("/box", "/card")
                .anyMatch(part ->
                        shapes.get(thing + part) instanceof Shape.Box box
                                && box.fill() != Fill.NONE);
    }

    private static Stream<Shape> parts(String thing, SequencedMap<String, Shape> shapes) {
        return shapes.values().stream()
                .filter(shape -> !(shape instanceof Shape.Group))
                .filter(shape -> shape.id().startsWith(thing + "/"));
    }

    private void rows(String thing) {
        Stream.of(thing + "/box", thing + "/card")
                .flatMap(id -> Stream.ofNullable(now.get(id)))
                .map(Extent::of)
                .forEach(rows::add);
        parts(thing, now)
                .filter(shape -> shape.id().endsWith("/box") && shape.id().indexOf('/') > 0)
                .map(Extent::of)
                .forEach(rows::add);
    }

    /// Lets what is new grow from where it lies nearest to what it stands for.
    ///
    /// @param pivots about which shapes grow, by id
    void moveRoots(Map<String, Point> pivots) {
        for (Gesture.Grow grow : growing) {
            Shape stands = now.get(grow.from());
            Shape made = now.get(grow.thing());
            if (stands != null && made != null) {
                Point root = Extent.of(made).nearest(Extent.of(stands).middle());
                parts(grow.thing(), now)
                        .forEach(shape -> pivots.computeIfPresent(shape.id(), (_, _) -> root));
            }
        }
    }

    boolean falls() {
        return !falling.isEmpty();
    }

    /// Whether something is on its way while the picture turns.
    boolean turns() {
        return !flying.isEmpty() || !rows.isEmpty();
    }

    /// Draws what falls, `go` of its way.
    void falling(double go, List<Mark> marks) {
        if (falls()) {
            Point by = new Point(0, DROP * go * go);
            Point pivot = Extent.of(falling).middle().plus(by.x(), by.y());
            double grown = Ease.mix(1, SPECK, go * go);
            falling.forEach(shape -> marks.add(Mark.passing(shape.shifted(by), 1, grown, pivot)));
        }
    }

    /// Draws what flies and the light that goes over rows, `turn` of their way.
    void turning(double turn, List<Mark> marks) {
        double share = Ease.between(0, 1, turn);
        if (landing != null && turn < 1) {
            Extent from = Extent.of(flying);
            Point by =
                    new Point(
                            (landing.left() - from.left()) * share,
                            (landing.middle().y() - from.middle().y()) * share);
            flying.forEach(shape -> marks.add(Mark.still(shape.shifted(by))));
        }
        if (!rows.isEmpty() && turn > 0 && turn < 1) {
            marks.add(Mark.still(light(share)));
        }
    }

    private Shape light(double share) {
        double at = share * (rows.size() - 1);
        Extent from = rows.get((int) at);
        Extent to = rows.get(Math.min(rows.size() - 1, (int) at + 1));
        double way = at - (int) at;
        Extent row =
                new Extent(
                        Ease.mix(from.left(), to.left(), way),
                        Ease.mix(from.top(), to.top(), way),
                        Ease.mix(from.right(), to.right(), way),
                        Ease.mix(from.bottom(), to.bottom(), way));
        // One row alone is swept from its left end to its right.
        double left =
                rows.size() > 1
                        ? row.left()
                        : Ease.mix(row.left(), row.right() - row.height(), share);
        double right = rows.size() > 1 ? row.right() : left + row.height();
        Extent frame = new Extent(left, row.top(), right, row.bottom()).grown(AROUND);
        return new Shape.Path(
                "sweep",
                frame.corners(),
                4,
                true,
                Tone.CHANGED,
                Fill.NONE,
                Weight.STRONG,
                Heads.NONE);
    }
}
