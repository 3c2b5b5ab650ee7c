package shadewalk.diagram.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.HandPlayed;
import shadewalk.diagram.Tone;
import shadewalk.diagram.draw.Notes.Note;
import shadewalk.diagram.walk.WalkPicture;

class NotesTest {

    private static final HandPlayed PLAYED = new HandPlayed().loadRoots().read(0xc0a0_1234L);
    private static final Diagram WALK = WalkPicture.of(PLAYED.now(), PLAYED.story());

    @Test
    void aNoteStandsBesideItsThingAndHidesNoText() {
        Diagram noted =
                Notes.on(
                        WALK,
                        List.of(
                                new Note("sp3/spte5", "odd: quadrant 1", Tone.CURRENT),
                                new Note("sp4/spte1", "the page at last", Tone.CURRENT)));
        for (int i = 0; i < 2; i++) {
            Extent box = extent(noted, "note/" + i + "/box");
            assertEquals(0, WALK.texts().stream().mapToDouble(t -> box.shared(Extent.of(t))).sum());
        }
        assertEquals(0, extent(noted, "note/0/box").shared(extent(noted, "note/1/box")));
        assertTrue(noted.plain().contains("* odd: quadrant 1"));
    }

    @Test
    void aNoteForAThingThatIsNotShownIsLeftOut() {
        assertEquals(WALK, Notes.on(WALK, List.of(new Note("sp99", "nowhere", Tone.CURRENT))));
    }

    @Test
    void aCaptionStandsBeneath() {
        Diagram captioned = Notes.captioned(WALK, "Lesson 6, step 3");
        assertEquals("Lesson 6, step 3", captioned.caption());
        Extent caption = extent(captioned, "caption");
        assertTrue(caption.bottom() <= captioned.height());
        assertFalse(WALK.texts().stream().anyMatch(t -> caption.shared(Extent.of(t)) > 0));
    }

    private static Extent extent(Diagram diagram, String id) {
        return Extent.of(Objects.requireNonNull(diagram.byId().get(id), id));
    }
}
