package shadewalk.diagram.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.HandPlayed;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.Tone;
import shadewalk.read.Phase;
import shadewalk.read.Picture;
import shadewalk.read.Portion;
import shadewalk.read.Seen;
import shadewalk.read.Sights;
import shadewalk.read.Thing;
import shadewalk.read.WalkStory;
import shadewalk.state.MmuEvent;
import shadewalk.state.Outcome;
import shadewalk.state.SpteAt;
import shadewalk.state.Stat;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gva;

class WalkPictureTest {

    private static final Gva GVA = new Gva(0xc0a0_1234L);
    private static final HandPlayed PLAYED =
            new HandPlayed().loadRoots().read(0xc080_1234L).read(GVA.raw());

    @Test
    void everyMomentCanBeDrawn() {
        for (int n = 0; n <= PLAYED.events().size(); n++) {
            Diagram picture = picture(n);
            assertTrue(picture.byId().containsKey("gfn1/e770"), "at " + n);
            assertTrue(picture.plain().stream().allMatch(line -> line.length() <= 72), "at " + n);
            assertTrue(picture.description().endsWith("."), "at " + n);
        }
    }

    @Test
    void everyShapeLiesInThePicture() {
        Diagram picture = picture(PLAYED.events().size());
        for (Shape shape : picture.byId().values()) {
            if (shape instanceof Shape.Text text) {
                assertTrue(text.left() >= 0, text.id());
                assertTrue(text.left() + text.width() <= picture.width(), text.id());
            }
            if (shape instanceof Shape.Box box) {
                assertTrue(box.x() >= 0 && box.right() <= picture.width(), box.id());
                assertTrue(box.y() >= 0 && box.bottom() <= picture.height(), box.id());
            }
        }
    }

    @Test
    void theFourDirectoriesStandInTheirQuadrants() {
        Map<String, Shape> shapes = picture(PLAYED.events().size()).byId();
        for (int quadrant = 0; quadrant < 4; quadrant++) {
            Shape.Text label = (Shape.Text) shape(shapes, "sp" + quadrant + "/q/text");
            assertEquals("q" + quadrant, label.text());
            assertEquals(
                    Tone.of(Portion.quarter(2, quadrant)),
                    box(shapes, "sp" + quadrant + "/band").tone());
        }
    }

    @Test
    void aHalfWithoutShadowPageIsShownAsMissing() {
        Map<String, Shape> before = picture(after(MmuEvent.AccessStarted.class)).byId();
        assertTrue(before.containsKey("ghost/1q1"));
        Map<String, Shape> later = picture(PLAYED.events().size()).byId();
        assertTrue(later.containsKey("sp5") && !later.containsKey("ghost/1q1"));
    }

    @Test
    void theMissIsMarkedAtTheFault() {
        Map<String, Shape> shapes = picture(after(MmuEvent.PageFaultTaken.class)).byId();
        assertEquals(Tone.FAULT, box(shapes, "sp3/spte5/box").tone());
        assertEquals("miss", ((Shape.Text) shape(shapes, "sp3/spte5/flags")).text());
    }

    @Test
    void theEntryThatIsReadIsTheOneHighlight() {
        int n = after(MmuEvent.GpteRead.class);
        List<String> highlights =
                picture(n).byId().values().stream()
                        .filter(shape ->
                                shape instanceof Shape.Box box
                                        && box.tone() == Tone.CURRENT
                                        && box.id().endsWith("/box"))
                        .map(Shape::id)
                        .toList();
        assertEquals(List.of("gfn2/e513/box"), highlights);
    }

    @Test
    void theTagShowsWhoWalksAndWhere() {
        assertTag("CPU", "cr3/host/card", after(MmuEvent.AccessStarted.class));
        assertTag("CPU", "sp3/spte5/box", after(MmuEvent.PageFaultTaken.class));
        assertTag("KVM", "cr3/card", after(MmuEvent.WalkStarted.class));
        assertTag("KVM", "gfn2/e513/box", after(MmuEvent.GpteRead.class));
        assertTag("KVM", "sp5/card", after(MmuEvent.ShadowPageGot.class));
        assertTag("KVM", "sp5/spte1/box", after(MmuEvent.SpteSet.class));
        int done = after(MmuEvent.AccessDone.class);
        var end = (MmuEvent.AccessDone) PLAYED.events().get(done - 1);
        assertTag("CPU", "pfn" + end.address().pfn() + "/card", done);
    }

    /// The tag's point touches an edge of a box, at a height within it.
    private static void assertTag(String who, String at, int n) {
        Map<String, Shape> shapes = picture(n).byId();
        assertEquals(who, ((Shape.Text) shape(shapes, "token/" + who)).text());
        Point tip = ((Shape.Path) shape(shapes, "token/tag")).points().get(2);
        Shape.Box box = box(shapes, at);
        assertTrue(tip.y() > box.y() && tip.y() < box.bottom(), at + " at " + n);
        double beside = Math.min(Math.abs(tip.x() - box.x()), Math.abs(tip.x() - box.right()));
        assertTrue(beside < 20, at + " at " + n + " is " + beside + " away");
    }

    @Test
    void theStoryRunsThroughItsChapters() {
        assertEquals(Phase.EXIT, phase(MmuEvent.PageFaultTaken.class));
        assertEquals(Phase.GUEST_WALK, phase(MmuEvent.GpteRead.class));
        assertEquals(Phase.SHADOW_PAGES, phase(MmuEvent.ShadowPageGot.class));
        assertEquals(Phase.SPTE, phase(MmuEvent.SpteSet.class));
        assertEquals(Phase.RETRY, phase(MmuEvent.AccessDone.class));
    }

    @Test
    void howManyPagesAGuestTableTakesIsNotToldWhileAQuestionIsOpen() {
        Diagram told = picture(0);
        Diagram asked =
                WalkPicture.of(
                        Sights.asked(Sights.of(PLAYED.at(0), PLAYED.story(GVA, 0)), Picture.WALK));
        assertTrue(told.byId().containsKey("ghost/1q1"));
        assertTrue(String.join("\n", told.plain()).contains("q1/2 not made"));
        assertTrue(told.byId().containsKey("shadow/for/1"));
        assertFalse(asked.byId().containsKey("ghost/1q1"));
        assertFalse(String.join("\n", asked.plain()).contains("q1 not made"));
        assertFalse(asked.byId().containsKey("shadow/for/1"));
        assertTrue(told.byId().containsKey("reason/1"));
        assertFalse(asked.byId().containsKey("reason/1"));
        int end = PLAYED.events().size();
        assertTrue(picture(end).byId().containsKey("sp3/q/of"));
        assertFalse(picture(end, Optional.empty(), true).byId().containsKey("sp3/q/of"));
        assertFalse(String.join("\n", asked.plain()).contains("stand for it"));
    }

    @Test
    void whoPointsAtHowManyStandForATableIsToldWhy() {
        Shape.Group two = (Shape.Group) shape(picture(0).byId(), "shadow/for/about/1");
        assertTrue(two.description().contains("so 2 shadow PTs stand for it"), two.description());
        Shape.Group four = (Shape.Group) shape(picture(0).byId(), "shadow/for/about/2");
        assertTrue(four.description().contains("so 4 shadow PDs stand for it"), four.description());
    }

    @Test
    void aQuarterAndAHalfAreToldApart() {
        Map<String, Shape> shapes = picture(PLAYED.events().size()).byId();
        assertEquals("/4", ((Shape.Text) shape(shapes, "sp1/q/of")).text());
        assertEquals("/2", ((Shape.Text) shape(shapes, "sp5/q/of")).text());
        assertEquals("/2", ((Shape.Text) shape(shapes, "sp3/spte5/q/of")).text());
    }

    @Test
    void whatSomebodyLooksAtIsNotFoldedAwayNorWhatStandsForIt() {
        int end = PLAYED.events().size();
        Thing entry = new Thing.GuestEntry(new Gfn(2), 700);
        Map<String, Shape> shapes = picture(end, Optional.of(entry), false).byId();
        assertFalse(picture(end).byId().containsKey("gfn2/e700"));
        assertTrue(shapes.containsKey("gfn2/e700") && shapes.containsKey("sp5/spte188"));
        Thing twin = new Thing.ShadowEntry(new SpteAt(3, 9));
        shapes = picture(end, Optional.of(twin), false).byId();
        assertTrue(shapes.containsKey("sp3/spte8") && shapes.containsKey("sp3/spte9"));
        assertTrue(shapes.containsKey("gfn1/e772"));
    }

    @Test
    void whileNothingHappensItSaysWhatAWriteToTheTableDoes() {
        WalkStory rest = WalkStory.at(GVA);
        String words = group(WalkPicture.of(Sights.of(PLAYED.now(), rest)), "callout");
        assertTrue(words.startsWith("write-protected: On a page table"), words);
        assertFalse(
                WalkPicture.of(Sights.asked(Sights.of(PLAYED.now(), rest), Picture.WALK))
                        .byId()
                        .containsKey("callout"));
    }

    @Test
    void aWriteThatKvmCarriesOutIsNotTriedAgain() {
        int fault = after(MmuEvent.PageFaultTaken.class);
        List<MmuEvent> events = new ArrayList<>(PLAYED.events().subList(0, fault));
        events.add(new MmuEvent.Counted(Stat.PF_EMULATE, 1));
        assertEquals("3. emulation", lastChapter(events));
        events.add(new MmuEvent.StepEnded(2, new Outcome.Done()));
        assertEquals("4. goes on", lastChapter(events));
    }

    private static String lastChapter(List<MmuEvent> events) {
        WalkStory story = WalkStory.of(GVA, events, PLAYED.now());
        return group(
                WalkPicture.of(Sights.asked(Sights.of(PLAYED.now(), story), Picture.WALK)),
                "story/" + story.visited().size() + "/about");
    }

    private static String group(Diagram picture, String id) {
        return ((Shape.Group) shape(picture.byId(), id)).title();
    }

    private static Phase phase(Class<? extends MmuEvent> last) {
        return PLAYED.story(GVA, after(last)).phase();
    }

    private static Diagram picture(int n) {
        return picture(n, Optional.empty(), false);
    }

    private static Diagram picture(int n, Optional<Thing> focus, boolean asking) {
        Seen seen = Sights.of(PLAYED.at(n), PLAYED.story(GVA, n), focus);
        return WalkPicture.of(asking ? Sights.asked(seen, Picture.WALK) : seen);
    }

    /// How many events there are up to the last of a kind.
    private static int after(Class<? extends MmuEvent> kind) {
        List<MmuEvent> events = PLAYED.events();
        for (int n = events.size(); n > 0; n--) {
            if (kind.isInstance(events.get(n - 1))) {
                return n;
            }
        }
        throw new AssertionError("no event " + kind);
    }

    private static Shape shape(Map<String, Shape> shapes, String id) {
        return Objects.requireNonNull(shapes.get(id), id);
    }

    private static Shape.Box box(Map<String, Shape> shapes, String id) {
        return (Shape.Box) shape(shapes, id);
    }
}
