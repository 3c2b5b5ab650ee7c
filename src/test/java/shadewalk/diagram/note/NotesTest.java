package shadewalk.diagram.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.HandPlayed;
import shadewalk.diagram.Shown;
import shadewalk.diagram.walk.WalkPicture;
import shadewalk.read.Note;
import shadewalk.read.Sights;

class NotesTest {

    private static final HandPlayed PLAYED = new HandPlayed().loadRoots().read(0xc0a0_1234L);
    private static final Diagram WALK = WalkPicture.of(Sights.of(PLAYED.now(), PLAYED.story()));

    @Test
    void aNoteStandsBesideItsThingAndHidesNoText() {
        Diagram noted =
                Notes.on(
                        WALK,
                        List.of(
                                new Note("sp3/spte5", "odd: quadrant 1"),
                                new Note("sp4/spte1", "the page at last")),
                        "");
        for (int i = 0; i < 2; i++) {
            Extent box = extent(noted, "note" + i + "/box");
            assertEquals(
                    0, Shown.texts(WALK).stream().mapToDouble(t -> box.shared(Extent.of(t))).sum());
        }
        assertEquals(0, extent(noted, "note0/box").shared(extent(noted, "note1/box")));
        assertTrue(noted.plain().contains("(sp3/spte5: odd: quadrant 1)"));
    }

    @Test
    void aNoteForAThingThatIsNotShownIsLeftOut() {
        assertEquals(WALK, Notes.on(WALK, List.of(new Note("sp99", "nowhere")), ""));
    }

    private static Extent extent(Diagram diagram, String id) {
        return Extent.of(Objects.requireNonNull(diagram.byId().get(id), id));
    }
}
