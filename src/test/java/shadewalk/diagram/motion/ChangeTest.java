package shadewalk.diagram.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.Anchor;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Heads;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.read.Gesture;

class ChangeTest {

    private static Diagram diagram(Shape... shapes) {
        return new Diagram(500, 300, "t", "d", "", List.of(), List.of(shapes));
    }

    private static Change change(Diagram before, Diagram after, boolean travel) {
        return Change.of(before, after, List.of(), travel);
    }

    private static Shape.Box box(String id, double x, Tone tone) {
        return new Shape.Box(id, x, 10, 40, 20, 3, tone, Fill.TINT);
    }

    private static Shape.Text text(String id, String words, double x) {
        return new Shape.Text(
                id, x, 50, words, TextStyle.BODY, Anchor.START, Tone.PLAIN, Ink.PLAIN);
    }

    private static Optional<Mark> mark(List<Mark> marks, String id) {
        return marks.stream().filter(m -> m.shape().id().equals(id)).findFirst();
    }

    @Test
    void theSameThingMovesAndIsNeverGone() {
        Change change =
                change(
                        diagram(box("a", 0, Tone.PLAIN)),
                        diagram(box("a", 100, Tone.QUARTER1)),
                        true);
        double before = -1;
        for (double t = 0; t <= 1; t += 0.05) {
            List<Mark> marks = change.at(t);
            assertEquals(1, marks.size());
            Shape.Box now = (Shape.Box) marks.getFirst().shape();
            assertEquals(1, marks.getFirst().opacity());
            assertTrue(now.x() >= before, "goes one way only");
            before = now.x();
        }
        assertEquals(100, ((Shape.Box) change.at(1).getFirst().shape()).x());
    }

    @Test
    void wordsGoBeforeTheirGroundMovesAndOthersComeWhenItHasArrived() {
        Change change =
                change(diagram(note(0, "the old words")), diagram(note(100, "new words")), true);
        for (double t = 0; t <= 1; t += 0.05) {
            List<Mark> marks = change.at(t);
            double left = ((Shape.Box) marks.getFirst().shape()).x();
            List<Mark> words =
                    marks.stream().filter(mark -> mark.shape() instanceof Shape.Text).toList();
            assertTrue(words.size() <= 1, "never both at once");
            for (Mark mark : words) {
                Shape.Text text = (Shape.Text) mark.shape();
                assertEquals(left + 5, text.x(), 1e-9, "at " + t);
                assertEquals(text.text().equals("new words") ? 100 : 0, left, 1e-9, "at " + t);
                assertEquals(1, mark.grown());
            }
        }
    }

    @Test
    void wordsThatStayGoAlongWithTheirGround() {
        Change change = change(diagram(note(0, "words")), diagram(note(100, "words")), true);
        for (double t = 0; t <= 1; t += 0.05) {
            double left = ((Shape.Box) mark(change.at(t), "note/box").orElseThrow().shape()).x();
            Mark words = mark(change.at(t), "note/words").orElseThrow();
            assertEquals(left + 5, ((Shape.Text) words.shape()).x(), 1e-9, "at " + t);
            assertEquals(1, words.opacity());
        }
    }

    @Test
    void wordsOnNothingDoNotCrossThePicture() {
        Change change =
                change(diagram(text("t", "words", 0)), diagram(text("t", "words", 90)), true);
        for (double t = 0; t <= 1; t += 0.05) {
            for (Mark mark : change.at(t)) {
                double x = ((Shape.Text) mark.shape()).x();
                assertTrue(x == 0 || x == 90, "stands at " + x);
            }
        }
    }

    private static Shape note(double x, String words) {
        return new Shape.Group(
                "note",
                words,
                "",
                List.of(box("note/box", x, Tone.NOTE), text("note/words", words, x + 5)));
    }

    @Test
    void whatIsNewGrowsWhenWhatIsGoneHasFaded() {
        Change change = change(diagram(box("old", 0, Tone.PLAIN)), diagram(note(9, "new")), true);
        assertEquals(1, mark(change.at(0), "old").orElseThrow().opacity());
        assertTrue(mark(change.at(0), "note/box").isEmpty());
        assertTrue(mark(change.at(1), "old").isEmpty());
        Mark there = mark(change.at(1), "note/box").orElseThrow();
        assertEquals(1, there.opacity());
        assertEquals(1, there.grown());
        Mark coming = mark(change.at(0.7), "note/box").orElseThrow();
        assertTrue(coming.opacity() > 0 && coming.opacity() < 1);
        assertTrue(coming.grown() < 1);
        for (double t = 0; t <= 1; t += 0.05) {
            assertTrue(
                    change.at(t).stream().map(m -> m.shape().id()).noneMatch("old"::equals)
                            || mark(change.at(t), "note/box").isEmpty());
        }
    }

    @Test
    void aNewTableGrowsAsAWhole() {
        Shape.Group table =
                new Shape.Group(
                        "sp1",
                        "",
                        "",
                        List.of(box("sp1/a", 0, Tone.QUARTER0), box("sp1/b", 200, Tone.QUARTER0)));
        List<Mark> marks = change(diagram(), diagram(table), true).at(0.7);
        assertEquals(marks.get(0).pivot(), marks.get(1).pivot());
    }

    @Test
    void aNewArrowIsDrawnFromItsStart() {
        Shape.Path arrow =
                new Shape.Path(
                        "arrow",
                        List.of(new Point(0, 0), new Point(100, 0)),
                        0,
                        false,
                        Tone.PATH,
                        Fill.NONE,
                        Weight.NORMAL,
                        Heads.END);
        Mark half = mark(change(diagram(), diagram(arrow), true).at(0.7), "arrow").orElseThrow();
        assertTrue(half.reach() > 0 && half.reach() < 1);
        Shape.Path part = Between.beginning(arrow, 0.25);
        assertEquals(25, part.last().x(), 0.001);
    }

    @Test
    void anotherTextFadesOverRatherThanTurning() {
        Change change = change(diagram(text("t", "old", 0)), diagram(text("t", "new", 0)), true);
        double sum = 0;
        for (Mark mark : change.at(0.4)) {
            sum += mark.opacity();
        }
        assertTrue(sum <= 1, "never both at once in full");
        assertEquals("new", ((Shape.Text) change.at(1).getFirst().shape()).text());
    }

    @Test
    void withReducedMotionNothingTravels() {
        Change change =
                change(diagram(box("a", 0, Tone.PLAIN)), diagram(box("a", 100, Tone.PLAIN)), false);
        for (double t = 0; t <= 1; t += 0.1) {
            for (Mark mark : change.at(t)) {
                double x = ((Shape.Box) mark.shape()).x();
                assertTrue(x == 0 || x == 100, "stands at " + x);
                assertEquals(1, mark.grown());
            }
        }
    }

    private static Shape.Group row(String id, double x, double y, String words) {
        return new Shape.Group(
                id,
                "",
                "",
                List.of(
                        new Shape.Box(id + "/box", x, y, 90, 24, 4, Tone.PLAIN, Fill.PANEL),
                        new Shape.Text(
                                id + "/target", x + 10, y + 17, words, TextStyle.NUMBER.plain())));
    }

    private static double y(Mark mark) {
        return Extent.of(mark.shape()).top();
    }

    @Test
    void anEntryThatIsDroppedFallsOutOnItsOwnGround() {
        Change change =
                Change.of(
                        diagram(row("sp3/spte1", 10, 50, "pfn 7")),
                        diagram(row("sp3/spte1", 10, 50, "0")),
                        List.of(new Gesture.Fall("sp3/spte1")),
                        true);
        List<Mark> marks = change.at(0.2);
        Mark words = marks.getLast();
        Mark ground = marks.get(marks.size() - 2);
        assertEquals("pfn 7", ((Shape.Text) words.shape()).text());
        assertEquals("sp3/spte1/box", ground.shape().id());
        assertTrue(y(ground) > 50 && ground.grown() < 1, "it falls and becomes smaller");
        assertEquals(1, words.opacity());
        assertEquals(2, change.at(1).size(), "nothing of it is left");
    }

    @Test
    void anEntryThatIsMadeIsCopiedFromTheGuests() {
        Shape.Group guest = row("gfn5/e1", 200, 20, "gfn 7");
        Change change =
                Change.of(
                        diagram(guest, row("sp3/spte1", 10, 200, "0")),
                        diagram(guest, row("sp3/spte1", 10, 200, "pfn 7")),
                        List.of(new Gesture.Copy("gfn5/e1", "sp3/spte1")),
                        true);
        assertTrue(change.unhurried());
        double last = 20;
        for (double t = 0.3; t < 0.6; t += 0.05) {
            Mark copy = change.at(t).getLast();
            assertEquals("gfn 7", ((Shape.Text) copy.shape()).text());
            assertTrue(y(copy) >= last, "on its way down");
            last = y(copy);
        }
        assertTrue(last > 150);
        assertEquals(4, change.at(1).size(), "the copy has become the entry");
    }

    @Test
    void aLightGoesThroughATableRowByRow() {
        Shape.Group table =
                new Shape.Group(
                        "sp3",
                        "",
                        "",
                        List.of(
                                row("sp3/spte1", 10, 50, "pfn 7"),
                                row("sp3/spte2", 10, 80, "pfn 8"),
                                row("sp3/spte3", 10, 110, "pfn 9")));
        Change change =
                Change.of(diagram(table), diagram(table), List.of(new Gesture.Sweep("sp3")), true);
        double last = 0;
        for (double t = 0.1; t < 1; t += 0.1) {
            Mark light = mark(change.at(t), "sweep").orElseThrow();
            assertTrue(y(light) > last, "further down");
            last = y(light);
        }
        assertTrue(mark(change.at(1), "sweep").isEmpty());
    }

    @Test
    void whatBecomesOfEachBitIsShownBitAfterBitAndThenWhy() {
        Change change =
                change(
                        diagram(),
                        diagram(
                                text("fate/G8>/word", "dropped", 10),
                                text("fate/P0>P0/word", "kept", 300),
                                text("why/0/field", "G: dropped", 100)),
                        true);
        assertTrue(change.unhurried());
        double kept = comes(change, "fate/P0>P0/word");
        double dropped = comes(change, "fate/G8>/word");
        assertTrue(kept < dropped, "from bit 0 up");
        assertTrue(dropped < comes(change, "why/0/field"), "the reasons last");
    }

    /// When a shape is first seen.
    private static double comes(Change change, String id) {
        double t = 0;
        while (mark(change.at(t), id).isEmpty()) {
            t += 0.01;
        }
        return t;
    }

    @Test
    void aPageGrowsFromTheTableItStandsFor() {
        Shape.Group guest = row("gfn5", 200, 20, "gfn 5");
        Change change =
                Change.of(
                        diagram(guest),
                        diagram(guest, row("sp3", 200, 200, "sp3")),
                        List.of(new Gesture.Grow("gfn5", "sp3")),
                        true);
        Point root = mark(change.at(0.5), "sp3/box").orElseThrow().pivot();
        assertEquals(200, root.y(), "its upper edge, next to the guest's table");
    }

    @Test
    void withReducedMotionNothingFliesOrFalls() {
        Change change =
                Change.of(
                        diagram(row("sp3/spte1", 10, 50, "pfn 7")),
                        diagram(row("sp3/spte1", 10, 50, "0")),
                        List.of(new Gesture.Fall("sp3/spte1"), new Gesture.Sweep("sp3/spte1")),
                        false);
        for (double t = 0; t <= 1; t += 0.1) {
            for (Mark mark : change.at(t)) {
                assertEquals(1, mark.grown());
                assertTrue(y(mark) >= 50 && y(mark) < 68, "in its place");
            }
        }
    }

    private static Shape.Path tag(double x, double y) {
        return new Shape.Path(
                "token/tag",
                List.of(new Point(x - 9, y - 5), new Point(x, y), new Point(x - 9, y + 5)),
                0,
                true,
                Tone.GUEST,
                Fill.SOLID,
                Weight.NORMAL,
                Heads.NONE);
    }

    @Test
    void theTokenFollowsTheArrowOfItsPanel() {
        Shape panel = new Shape.Box("guest/panel", 0, 0, 400, 200, 0, Tone.PLAIN, Fill.PANEL);
        Shape arrow =
                new Shape.Path(
                        "guest/arrow",
                        List.of(new Point(40, 100), new Point(60, 100), new Point(60, 20)),
                        0,
                        false,
                        Tone.PATH,
                        Fill.NONE,
                        Weight.STRONG,
                        Heads.END);
        Change change =
                change(diagram(panel, tag(40, 100)), diagram(panel, arrow, tag(60, 20)), true);
        double last = 0;
        for (double t = 0; t <= 1; t += 0.02) {
            Shape.Path now = (Shape.Path) mark(change.at(t), "token/tag").orElseThrow().shape();
            Point tip = now.points().get(1);
            assertTrue(
                    Math.abs(tip.y() - 100) < 1e-9 || Math.abs(tip.x() - 60) < 1e-9,
                    "on the arrow, not at " + tip);
            double gone = tip.x() - 40 + 100 - tip.y();
            assertTrue(gone >= last, "forwards only");
            last = gone;
        }
        assertEquals(100, last, 1e-9);
    }

    @Test
    void theRulerLightsUpFromLeftToRightAsTheTokenTravels() {
        Shape panel = new Shape.Box("shadow/panel", 0, 100, 400, 90, 0, Tone.PLAIN, Fill.PANEL);
        Shape arrow =
                new Shape.Path(
                        "shadow/arrow",
                        List.of(new Point(40, 150), new Point(300, 150)),
                        0,
                        false,
                        Tone.PATH,
                        Fill.NONE,
                        Weight.STRONG,
                        Heads.END);
        Change change =
                change(
                        diagram(
                                panel,
                                box("ruler/shadow/pdpte", 0, Tone.PLAIN),
                                box("ruler/shadow/pde", 100, Tone.PLAIN),
                                tag(40, 150)),
                        diagram(
                                panel,
                                box("ruler/shadow/pdpte", 0, Tone.QUARTER3),
                                box("ruler/shadow/pde", 100, Tone.QUARTER3),
                                arrow,
                                tag(300, 150)),
                        true);
        List<Mark> early = change.at(0.15);
        assertTrue(
                mark(early, "ruler/shadow/pdpte").orElseThrow().share()
                        > mark(early, "ruler/shadow/pde").orElseThrow().share());
        for (Mark mark : change.at(1)) {
            assertEquals(1, mark.share(), mark.shape().id());
        }
    }
}
