package shadewalk.diagram.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.diagram.draw.Gutter;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.Family;

/// One arrow for each pair of families that are linked, whichever table has the entry; dotted where
/// only the guest has it so far.
///
/// Every table has a lane of its own in the space to its right, and every arrow a height of its own
/// at its target, so that no two arrows of different tables lie on one another: where lines meet at
/// a right angle they cross, and where one turns its corner is round.
///
/// ```
/// A --+---+-----------> X
///     |   | +---------> X
/// B --|-+-|-+
/// ```
final class TableArrows {

    /// How far the first lane is from its tables, and the last from the first.
    private static final double FIRST = 8;

    /// How much of the space the numbers at the arrows' ends take.
    private static final double NUMBERS = 46;

    private static final double LEAST = 8;
    private static final double LANE = 7;
    private static final double PORT = 7;

    private record Arrow(Family family, Family.Link link, Shape.Box from, Shape.Box to) {

        double start() {
            return from.y() + FamilyCard.HEAD / 2;
        }

        boolean rises() {
            return from.y() > to.y();
        }
    }

    private final TablesModel model;
    private final Map<Family.Key, Shape.Box> placed;
    private final List<Arrow> arrows = new ArrayList<>();
    private final Map<Shape.Box, Double> lanes = new HashMap<>();
    private final Map<Arrow, Double> ports = new HashMap<>();

    /// @param placed where the card of each family is, if it has one
    TableArrows(TablesModel model, Map<Family.Key, Shape.Box> placed) {
        this.model = model;
        this.placed = placed;
        for (List<Family> families : model.levels().values()) {
            families.forEach(this::gather);
        }
        lanes();
        ports();
    }

    private void gather(Family family) {
        Shape.Box to = placed.get(family.key());
        if (to == null) {
            return;
        }
        Set<Family.Key> sources = new LinkedHashSet<>();
        family.links().stream()
                .filter(link -> onTheWay(family, link))
                .forEach(link -> add(family, link, to, sources));
        family.links().forEach(link -> add(family, link, to, sources));
    }

    private void add(Family family, Family.Link link, Shape.Box to, Set<Family.Key> sources) {
        Shape.Box from = placed.get(link.from());
        if (from != null && sources.add(link.from())) {
            arrows.add(new Arrow(family, link, from, to));
        }
    }

    /// The tables of a column have their lanes from left to right as they stand from top to bottom.
    private void lanes() {
        Map<Double, List<Shape.Box>> columns = new HashMap<>();
        arrows.stream()
                .map(Arrow::from)
                .distinct()
                .sorted(Comparator.comparingDouble(Shape.Box::y))
                .forEach(box ->
                        columns.computeIfAbsent(box.right(), _ -> new ArrayList<>()).add(box));
        columns.forEach((right, boxes) -> {
            double room = Math.max(LEAST, space(right) - FIRST - NUMBERS);
            double each = spread(boxes.size(), LANE, room);
            for (int i = 0; i < boxes.size(); i++) {
                lanes.put(boxes.get(i), right + FIRST + i * each);
            }
        });
    }

    /// The space to the right of a column, up to the next one that an arrow goes to.
    private double space(double right) {
        return arrows.stream()
                .filter(arrow -> arrow.from().right() == right && arrow.to().x() > right)
                .mapToDouble(arrow -> arrow.to().x() - right)
                .min()
                .orElse(0);
    }

    /// The arrows into a card end one beneath another: of those from above, the one with the lane
    /// farthest right first; then those from beneath, the one with the lane farthest left first. So
    /// no arrow crosses the lane of another on the last stretch.
    private void ports() {
        Map<Shape.Box, List<Arrow>> targets = new HashMap<>();
        arrows.forEach(
                arrow -> targets.computeIfAbsent(arrow.to(), _ -> new ArrayList<>()).add(arrow));
        targets.forEach((to, into) -> {
            into.sort(Comparator.comparing(Arrow::rises).thenComparingDouble(this::order));
            double first = to.y() + FamilyCard.HEAD / 2;
            double each = spread(into.size(), PORT, to.bottom() - 6 - first);
            for (int i = 0; i < into.size(); i++) {
                ports.put(into.get(i), first + i * each);
            }
        });
    }

    private double order(Arrow arrow) {
        double lane = lane(arrow);
        return arrow.rises() ? lane : -lane;
    }

    /// The distance between `count` things that would best have `usual` and have `room` in all.
    private static double spread(int count, double usual, double room) {
        return count < 2 ? 0 : Math.min(usual, room / (count - 1));
    }

    private double lane(Arrow arrow) {
        return Objects.requireNonNull(lanes.get(arrow.from()));
    }

    /// Draws the arrows that are not on the way of the address and, over them, those that are.
    void draw(Sheet sheet) {
        arrows.stream().filter(arrow -> !onTheWay(arrow)).forEach(arrow -> draw(sheet, arrow));
        arrows.stream().filter(this::onTheWay).forEach(arrow -> draw(sheet, arrow));
        for (List<Family> families : model.levels().values()) {
            families.forEach(family -> index(sheet, family));
        }
    }

    private void draw(Sheet sheet, Arrow arrow) {
        boolean onTheWay = onTheWay(arrow);
        Point start = new Point(arrow.from().right(), arrow.start());
        Point end = new Point(arrow.to().x(), Objects.requireNonNull(ports.get(arrow)));
        sheet.arrow(
                "arrow/" + arrow.from().id() + "/" + arrow.to().id(),
                shadowed(arrow) ? onTheWay ? Tone.PATH : Tone.MUTED : Tone.STANDS_FOR,
                onTheWay ? Weight.STRONG : Weight.NORMAL,
                Gutter.elbow(start, end, lane(arrow)));
    }

    /// Whether a shadow table has the entry that an arrow on the way starts from, or any of those
    /// that another arrow stands for.
    private boolean shadowed(Arrow arrow) {
        return onTheWay(arrow)
                ? arrow.link().shadow()
                : arrow.family().links().stream()
                        .anyMatch(link -> link.from().equals(arrow.link().from()) && link.shadow());
    }

    boolean isEmpty() {
        return arrows.isEmpty();
    }

    /// Whether an arrow is drawn dotted: no shadow table has what the guest's table has.
    boolean anyWithoutShadow() {
        return arrows.stream().anyMatch(arrow -> !shadowed(arrow));
    }

    /// Whether the number at any card stands for more than one entry.
    boolean anyWithMore() {
        return arrows.stream().anyMatch(arrow -> arrow.family().links().size() > 2);
    }

    /// The number of the entry that names a family; of several, the one on the way and how many
    /// more there are.
    private void index(Sheet sheet, Family family) {
        Shape.Box to = placed.get(family.key());
        if (to == null || family.links().isEmpty()) {
            return;
        }
        Family.Link link =
                family.links().stream()
                        .filter(l -> onTheWay(family, l))
                        .findFirst()
                        .orElse(family.links().getFirst());
        sheet.text(
                to.id() + "/index",
                to.x() - 12,
                to.y() + FamilyCard.HEAD / 2 - 6,
                numbers(family, link),
                TextStyle.SMALL_NUMBER
                        .in(Tone.PLAIN, onTheWay(family, link) ? Ink.PLAIN : Ink.QUIET)
                        .end());
    }

    private static String numbers(Family family, Family.Link first) {
        int more = family.links().size() - 1;
        if (more != 1) {
            return first.index() + (more > 0 ? ", +" + more : "");
        }
        Family.Link other = family.links().get(family.links().indexOf(first) == 0 ? 1 : 0);
        return first.index() + ", " + other.index();
    }

    private boolean onTheWay(Arrow arrow) {
        return onTheWay(arrow.family(), arrow.link());
    }

    private boolean onTheWay(Family family, Family.Link link) {
        return model.onTheWay(family)
                && model.walk()
                        .guest()
                        .at(link.from().level())
                        .filter(step ->
                                step.index() == link.index()
                                        && step.table().equals(link.from().gfn()))
                        .isPresent();
    }
}
