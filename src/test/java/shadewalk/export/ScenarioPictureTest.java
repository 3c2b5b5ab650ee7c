package shadewalk.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.Shown;
import shadewalk.diagram.Tone;
import shadewalk.diagram.seen.Pictures;
import shadewalk.read.Picture;
import shadewalk.read.View;
import shadewalk.scenario.Timeline;
import shadewalk.x86.Gva;

/// What the pictures of whole scenarios must show.
class ScenarioPictureTest {

    @Test
    void anAccessThatHitsShowsTheWalkDone() {
        Timeline timeline = Moments.timeline("01-first-touch");
        Diagram picture =
                Pictures.draw(
                        View.of(Picture.WALK, timeline, timeline.stepEnd(2), new Gva(0x40_1000)));
        for (String entry : List.of("pae_root/e0/box", "sp0/spte2/box", "sp5/spte1/box")) {
            assertEquals(Tone.PATH, box(picture, entry).tone(), entry);
        }
        assertTrue(Shown.texts(picture).stream().anyMatch(t -> t.text().contains("no exit")));
    }

    @Test
    void whatPaeRootNamesHasItsArrow() {
        Timeline timeline = Moments.timeline("16b-pae-mix");
        Diagram picture =
                Pictures.draw(View.of(Picture.TABLES, timeline, timeline.size(), new Gva(0)));
        List<Tone> tones =
                arrows(picture).stream()
                        .filter(arrow -> source(arrow).equals("gfn1"))
                        .map(Shape.Path::tone)
                        .toList();
        assertEquals(List.of(Tone.MUTED, Tone.MUTED, Tone.PATH), tones);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10b-cr3-many", "11-selfmap", "17b-64bit-mix", "40-sync-many"})
    void arrowsOfDifferentTablesNeverLieOnOneAnother(String scenario) {
        Timeline timeline = Moments.timeline(scenario);
        List<String> merged = new ArrayList<>();
        for (int step = 0; step < timeline.steps(); step++) {
            Diagram picture =
                    Pictures.draw(
                            View.of(Picture.TABLES, timeline, timeline.stepEnd(step), new Gva(0)));
            List<Shape.Path> arrows = arrows(picture);
            for (Shape.Path one : arrows) {
                for (Shape.Path other : arrows) {
                    boolean differ = !source(one).equals(source(other));
                    if (differ && together(one, other)) {
                        merged.add(step + ": " + one.id() + " and " + other.id());
                    }
                }
            }
        }
        assertEquals(List.of(), merged);
    }

    private static List<Shape.Path> arrows(Diagram picture) {
        return picture.byId().values().stream()
                .flatMap(shape -> shape instanceof Shape.Path path ? Stream.of(path) : Stream.of())
                .filter(path -> path.id().startsWith("arrow/gfn"))
                .toList();
    }

    private static String source(Shape.Path arrow) {
        return arrow.id().split("/", -1)[1];
    }

    /// Whether two arrows have more than a point in common.
    private static boolean together(Shape.Path one, Shape.Path other) {
        for (int i = 1; i < one.points().size(); i++) {
            for (int j = 1; j < other.points().size(); j++) {
                if (shared(segment(one, i), segment(other, j)) > 1) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Point> segment(Shape.Path path, int end) {
        return path.points().subList(end - 1, end + 1);
    }

    /// The length that two upright or level lines lie on one another.
    private static double shared(List<Point> one, List<Point> other) {
        double across = overlap(one, other, true);
        double down = overlap(one, other, false);
        boolean level = level(one) && level(other) && down >= 0;
        boolean upright = !level(one) && !level(other) && across >= 0;
        return level ? across : upright ? down : 0;
    }

    private static boolean level(List<Point> line) {
        return line.getFirst().y() == line.getLast().y();
    }

    private static double overlap(List<Point> one, List<Point> other, boolean across) {
        return Math.min(end(one, across, true), end(other, across, true))
                - Math.max(end(one, across, false), end(other, across, false));
    }

    private static double end(List<Point> line, boolean across, boolean last) {
        double a = across ? line.getFirst().x() : line.getFirst().y();
        double b = across ? line.getLast().x() : line.getLast().y();
        return last ? Math.max(a, b) : Math.min(a, b);
    }

    private static Shape.Box box(Diagram picture, String id) {
        Shape shape = Objects.requireNonNull(picture.byId().get(id), id);
        assertTrue(shape instanceof Shape.Box, id);
        return (Shape.Box) shape;
    }
}
