package shadewalk.diagram.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.HandPlayed;
import shadewalk.diagram.Shape;
import shadewalk.diagram.Tone;
import shadewalk.read.Family;
import shadewalk.read.Picture;
import shadewalk.read.Sights;
import shadewalk.read.TableMap;
import shadewalk.read.WalkStory;
import shadewalk.state.State;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gva;

class TablesPictureTest {

    private static final Gva GVA = new Gva(0xc0a0_1234L);
    private static final State STATE =
            new HandPlayed().loadRoots().read(0xc080_1234L).read(GVA.raw()).now();

    @Test
    void aGuestTableStandsWithItsShadowPages() {
        Map<Integer, List<Family>> levels = TableMap.of(STATE);
        assertEquals(List.of(2, 1), List.copyOf(levels.keySet()));
        assertEquals(List.of(0, 1, 2, 3), pages(levels, 2, new Gfn(1)));
        assertEquals(List.of(4, 5), pages(levels, 1, new Gfn(2)));
        assertEquals(List.of(), pages(levels, 1, new Gfn(3)));
    }

    @Test
    void aLinkSaysWhichTablesHaveIt() {
        Family shadowed = family(TableMap.of(STATE), 1, new Gfn(2));
        assertEquals(
                List.of(new Family.Link(new Family.Key(2, new Gfn(1), false), 770, true, true)),
                shadowed.links());
        assertTrue(
                family(TableMap.of(STATE), 1, new Gfn(3)).links().stream()
                        .noneMatch(Family.Link::shadow));
    }

    @Test
    void theWayOfTheAddressStandsOut() {
        Diagram picture = TablesPicture.of(Sights.of(STATE, WalkStory.at(GVA)));
        List<String> path =
                picture.byId().values().stream()
                        .filter(s -> s instanceof Shape.Box b && b.tone() == Tone.PATH)
                        .map(Shape::id)
                        .toList();
        assertEquals(List.of("sp3/card", "sp5/card"), path);
    }

    @Test
    void anEntryThatNoShadowTableHasIsDottedEvenOnTheWay() {
        State before = new HandPlayed().loadRoots().now();
        assertEquals(
                Tone.STANDS_FOR, arrow(TablesPicture.of(Sights.of(before, WalkStory.at(GVA)))));
        assertEquals(Tone.PATH, arrow(TablesPicture.of(Sights.of(STATE, WalkStory.at(GVA)))));
    }

    private static Tone arrow(Diagram picture) {
        return picture.byId().get("arrow/gfn1/gfn2") instanceof Shape.Path path
                ? path.tone()
                : Tone.PLAIN;
    }

    @Test
    void theBadgesAreExplainedUnlessAQuestionIsOpen() {
        WalkStory rest = WalkStory.at(GVA);
        Set<String> told = TablesPicture.of(Sights.of(STATE, rest)).byId().keySet();
        assertTrue(told.contains("meaning/WRITE_TRACKED"));
        assertTrue(told.contains("meaning/WRITE_PROTECTED"));
        assertTrue(
                TablesPicture.of(Sights.asked(Sights.of(STATE, rest), Picture.TABLES))
                        .byId()
                        .keySet()
                        .stream()
                        .noneMatch(id -> id.startsWith("meaning/")));
    }

    @Test
    void ofManyTablesThoseThatMatterHaveACard() {
        HandPlayed played = new HandPlayed().loadRoots().read(GVA.raw());
        State state = played.now();
        for (int i = 100; i < 700; i++) {
            state = state.after(HandPlayed.pdeWritten(i, 0x10_0000 + i * 0x1000L + 7));
        }
        Diagram picture = TablesPicture.of(Sights.of(state, WalkStory.at(GVA)));
        assertTrue(picture.byId().containsKey("gfn2/card"));
        assertEquals(
                "597 more at level 1, 0 shadow pages",
                picture.byId().get("rest/1") instanceof Shape.Text text ? text.text() : "");
    }

    private static List<Integer> pages(Map<Integer, List<Family>> levels, int level, Gfn gfn) {
        return family(levels, level, gfn).pages().stream().map(page -> page.id()).toList();
    }

    private static Family family(Map<Integer, List<Family>> levels, int level, Gfn gfn) {
        return levels.getOrDefault(level, List.of()).stream()
                .filter(family -> family.key().gfn().equals(gfn))
                .findFirst()
                .orElseThrow();
    }
}
