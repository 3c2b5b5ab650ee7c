package shadewalk.lesson.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import shadewalk.lesson.file.LessonFile;
import shadewalk.state.State;
import shadewalk.x86.Gva;

class WalkCoachTest {

    private static final Gva HERE = new Gva(0xc080_1234L);

    @Test
    void theGuestsWalkIsDoneThingByThing() {
        WalkCoach coach = WalkCoach.guest(state(), HERE);
        for (String id : List.of("cr3", "gfn1/e770", "gfn5/e1", "memory/0x13234")) {
            assertFalse(coach.isDone());
            assertTrue(coach.pick(id).right(), id);
        }
        assertTrue(coach.isDone());
    }

    @Test
    void eachMistakeHearsWhatItIs() {
        WalkCoach coach = WalkCoach.guest(state(), HERE);
        assertTrue(coach.pick("gfn5/e1").feedback().contains("comes later"));
        coach.pick("cr3");
        assertTrue(coach.pick("cr3").feedback().contains("already"));
        assertTrue(coach.pick("gfn1/e1").feedback().contains("another entry of it"));
        assertTrue(coach.pick("gfn9/e1").feedback().contains("another table"));
        assertEquals("gfn1/e770", coach.answer().id());
    }

    @Test
    void aWalkEndsWhereAnEntryIsNotPresent() {
        WalkCoach coach = WalkCoach.guest(state(), new Gva(0xc080_2234L));
        coach.pick("cr3");
        coach.pick("gfn1/e770");
        assertTrue(coach.pick("gfn5/e2").feedback().contains("page fault"));
        assertTrue(coach.isDone());
    }

    @Test
    void theShadowsWalkGoesThroughPaeRoot() {
        WalkCoach coach = WalkCoach.shadow(state(), HERE);
        for (String id : List.of("pae_root/e3", "sp3/spte4", "sp4/spte1")) {
            assertTrue(coach.pick(id).right(), id);
        }
        assertTrue(coach.isDone());
    }

    @Test
    void allOfATableCanBePickedAndNumbersTyped() {
        WalkCoach coach = WalkCoach.guest(state(), HERE);
        assertEquals(
                List.of("CR0", "CR3", "CR4"),
                coach.choices().stream().map(WalkCoach.Choice::name).toList());
        assertTrue(coach.type("cr3").right());
        assertEquals(1_024, coach.choices().size());
        assertEquals("gfn1/e770", coach.choices().get(770).id());
        assertTrue(coach.choices().get(770).value().matches("0x0000[0-9a-f]{4}"));
        assertFalse(coach.type("1024").right());
        assertTrue(coach.type("0x302").right());
        assertTrue(coach.type("1").right());
        assertTrue(coach.choices().isEmpty());
        assertTrue(coach.type("here").feedback().contains("not an address"));
        assertTrue(coach.type("0x13000").feedback().contains("frame"));
        assertTrue(coach.type("0x13234").right());
    }

    @Test
    void theShadowsTablesCanBePickedFrom() {
        WalkCoach coach = WalkCoach.shadow(state(), HERE);
        for (int size : List.of(4, 512, 512)) {
            assertEquals(size, coach.choices().size());
            coach.pick(coach.answer().id());
        }
        assertTrue(coach.isDone());
    }

    private static State state() {
        Path lesson = Path.of("lessons", "020-the-two-level-walk.json");
        LessonPlayer player =
                Objects.requireNonNull(LessonPlayer.open(LessonFile.read(lesson)).value());
        return player.performance().scenes().get(5).moment().state();
    }
}
