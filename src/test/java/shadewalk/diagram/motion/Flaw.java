package shadewalk.diagram.motion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Shape;
import shadewalk.read.Picture;

/// Something that must not be seen at any instant of a change.
record Flaw(Picture picture, String where, Kind kind, double t, String text, String other) {

    enum Kind {
        /// Two texts stand over one another.
        OVERLAP,
        /// A text leaves the box it is written on, or is there without it.
        OUT_OF_BOX,
        /// A text leaves what is seen of the picture.
        OUT_OF_SIGHT
    }

    /// What is fainter than this is not read.
    private static final double FAINT = 0.15;

    /// Words that have become smaller than this share of their size are not read.
    private static final double TINY = 0.3;

    /// What is at least so much there hides what is below it.
    private static final double OPAQUE = 0.9;

    /// How far texts may reach over a line, in units.
    private static final double SLACK = 1.5;

    /// The size of the canvas in a small window, in pixels.
    private static final double WIDE = 800;

    private static final double HIGH = 560;

    /// All flaws of a change, each text with each other once.
    static List<Flaw> of(
            Picture picture, String where, Diagram before, Diagram after, Change change) {
        Map<String, Flaw> flaws = new LinkedHashMap<>();
        Map<String, Set<String>> grounds = new HashMap<>();
        grounds(before, grounds);
        grounds(after, grounds);
        Viewport from = fitting(before);
        Viewport to = fitting(after);
        for (int tenths = 1; tenths < 10; tenths++) {
            double t = tenths / 10.0;
            Extent seen = from.toward(to, change.look(t)).visible(WIDE, HIGH);
            for (Flaw flaw : at(picture, where, t, change.at(t), grounds, seen)) {
                flaws.putIfAbsent(flaw.kind() + flaw.text() + flaw.other(), flaw);
            }
        }
        return List.copyOf(flaws.values());
    }

    private static Viewport fitting(Diagram diagram) {
        return Viewport.fitting(diagram.width(), diagram.height(), WIDE, HIGH, 1.4);
    }

    /// What is counted together.
    String group() {
        return picture.word() + " " + kind;
    }

    /// For each text the smallest area that holds it.
    private static void grounds(Diagram diagram, Map<String, Set<String>> to) {
        List<Shape> areas = diagram.byId().values().stream().filter(Flaw::isGround).toList();
        for (Shape shape : diagram.byId().values()) {
            if (shape instanceof Shape.Text) {
                areas.stream()
                        .filter(area -> holds(Extent.of(area), Extent.of(shape)))
                        .min(Comparator.comparingDouble(area -> size(Extent.of(area))))
                        .ifPresent(area -> to.merge(shape.id(), Set.of(area.id()), Flaw::both));
            }
        }
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        return one.equals(other)
                ? one
                : Set.copyOf(Stream.concat(one.stream(), other.stream()).toList());
    }

    private static boolean isGround(Shape shape) {
        return switch (shape) {
            case Shape.Box box -> box.fill() != Fill.NONE;
            case Shape.Path path -> path.closed() && path.fill() != Fill.NONE;
            case Shape.Group _, Shape.Text _ -> false;
        };
    }

    private static double size(Extent extent) {
        return extent.width() * extent.height();
    }

    private static boolean holds(Extent area, Extent text) {
        Extent inner = text.grown(-SLACK);
        return area.contains(inner.left(), inner.top())
                && area.contains(inner.right(), inner.bottom());
    }

    /// A text that can be read, and where among the marks it is.
    private record Read(Shape.Text text, Extent place, int number) {}

    private static List<Flaw> at(
            Picture picture,
            String where,
            double t,
            List<Mark> marks,
            Map<String, Set<String>> grounds,
            Extent seen) {
        List<Flaw> flaws = new ArrayList<>();
        List<Read> texts = new ArrayList<>();
        Map<String, Extent> areas = new HashMap<>();
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            if (mark.opacity() > FAINT) {
                if (mark.shape() instanceof Shape.Text text && mark.grown() > TINY) {
                    texts.add(new Read(text, place(mark), i));
                } else {
                    areas.merge(mark.shape().id(), place(mark), Extent::with);
                }
            }
        }
        for (int i = 0; i < texts.size(); i++) {
            Read text = texts.get(i);
            if (!holds(seen, text.place())) {
                flaws.add(new Flaw(picture, where, Kind.OUT_OF_SIGHT, t, said(text), ""));
            }
            Set<String> on = grounds.getOrDefault(text.text().id(), Set.of());
            if (!on.isEmpty()
                    && on.stream()
                            .flatMap(id -> Optional.ofNullable(areas.get(id)).stream())
                            .noneMatch(area -> holds(area, text.place()))
                    && !covered(marks, text.place(), text.number())) {
                flaws.add(new Flaw(picture, where, Kind.OUT_OF_BOX, t, said(text), on.toString()));
            }
            for (Read other : texts.subList(i + 1, texts.size())) {
                if (over(text.place(), other.place())
                        && !covered(
                                marks,
                                text.place().within(other.place()),
                                Math.min(text.number(), other.number()))) {
                    flaws.add(new Flaw(picture, where, Kind.OVERLAP, t, said(text), said(other)));
                }
            }
        }
        return flaws;
    }

    private static String said(Read read) {
        return read.text().id() + " \"" + read.text().text() + "\"";
    }

    private static boolean over(Extent one, Extent other) {
        return one.grown(-SLACK / 2).shared(other.grown(-SLACK / 2)) > 0;
    }

    /// Whether something that is drawn later hides a place.
    private static boolean covered(List<Mark> marks, Extent place, int above) {
        return marks.subList(above + 1, marks.size()).stream()
                .anyMatch(mark ->
                        mark.opacity() >= OPAQUE
                                && isGround(mark.shape())
                                && holds(place(mark), place));
    }

    private static Extent place(Mark mark) {
        Extent whole = Extent.of(mark.shape());
        double grown = mark.grown();
        return new Extent(
                Ease.mix(mark.pivot().x(), whole.left(), grown),
                Ease.mix(mark.pivot().y(), whole.top(), grown),
                Ease.mix(mark.pivot().x(), whole.right(), grown),
                Ease.mix(mark.pivot().y(), whole.bottom(), grown));
    }
}
