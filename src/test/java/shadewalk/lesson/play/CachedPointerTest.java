package shadewalk.lesson.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shadewalk.lesson.file.LessonFile;
import shadewalk.read.GuestWalk;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;

/// A PAE guest that changes a page-directory pointer in memory and does not load CR3: the processor
/// and KVM go on with the four pointers as they were loaded, and so does whoever asks a lesson.
class CachedPointerTest {

    private static final Gva HERE = new Gva(0x4020_3000L);

    private Stretch moment;

    @BeforeEach
    void playUntilThePointerIsAnotherInMemory() {
        LessonPlayer player = LessonPlayer.open(LessonFile.parse(LESSON)).value();
        moment = Objects.requireNonNull(player).performance().scenes().getFirst().moment();
    }

    @Test
    void theEngineGoesOnWithThePointerThatWasLoaded() throws Unresolved {
        assertEquals(Value.hex(0x4001, 64), moment.evaluate("memory pdpt+8 8"));
        assertEquals(Value.hex(0x5a5a, 32), moment.evaluate("result value"));
    }

    @Test
    void expressionsWalkByIt() throws Unresolved {
        assertEquals(Value.hex(0x9000), moment.evaluate("translate here"));
        assertEquals(Value.hex(0x2000), moment.evaluate("table pde here"));
        assertEquals(Value.hex(0x2001, 64), moment.evaluate("gpte pdpte here"));
        assertEquals("gfn2/e1", moment.thing("gpte pde here").id());
    }

    @Test
    void theWalkByHandGoesByIt() {
        GuestWalk walk = GuestWalk.of(moment.state(), HERE);
        assertEquals(new Gpa(0x9000), walk.gpa());
        WalkCoach coach = WalkCoach.guest(moment.state(), HERE);
        assertTrue(coach.type("cr3").right());
        assertEquals("0x0000000000002001", coach.choices().get(1).value());
        for (var step : walk.steps()) {
            assertTrue(coach.pick(step.thing().id()).right(), step.thing().id());
        }
        assertTrue(coach.type("0x9000").right());
        assertTrue(coach.isDone());
    }

    private static final String LESSON =
            """
            {"format": 1, "id": "a", "title": "A", "language": "en", "kernel": "6.1", "minutes": 1,
             "goal": "g",
             "machine": {"mode": "pae",
                         "tables": [{"name": "pdpt", "level": 3, "at": "0x1000"},
                                    {"name": "pd", "level": 2, "at": "0x2000", "for": "0x40203000"},
                                    {"name": "pt", "level": 1, "at": "0x3000", "for": "0x40203000"}],
                         "map": [{"name": "here", "gva": "0x40203000", "gpa": "0x9000"}],
                         "data": [{"at": "0x9000", "words": ["0x5a5a"]}]},
             "sources": [{"kind": "manual", "title": "SDM", "section": "4.4.1"}],
             "steps": [{"title": "t", "narration": "n",
                        "actions": ["poke64 0x1008 0x4001", "read s here"],
                        "show": {"view": "walk", "alt": "a"}}]}
            """;
}
