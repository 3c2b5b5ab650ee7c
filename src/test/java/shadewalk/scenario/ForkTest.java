package shadewalk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shadewalk.state.Memslot;
import shadewalk.state.MmuEvent;
import shadewalk.state.Outcome;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;

/// A run that leaves another in the middle shares its past and nothing of its future.
class ForkTest {

    private static final Gva ADDRESS = new Gva(0xc080_1234L);

    private static final Machine MACHINE =
            new Machine(
                    Mode.PT32,
                    0x8001_0011L,
                    0x1000,
                    0,
                    0,
                    List.of(new Memslot(0, new Gfn(0), 0x1000, false, false, false)),
                    List.of(
                            new MemoryWord(new Gpa(0x1000 + 770 * 4), 4, 0x2007),
                            new MemoryWord(new Gpa(0x2004), 4, 0x1_0007)),
                    null,
                    List.of(),
                    0,
                    Machine.MMIO_VALUE,
                    true,
                    true);

    private static final Step READ = new Step.Read(Step.Ring.SUPERVISOR, ADDRESS, 4);
    private static final Step WRITE = new Step.Write(Step.Ring.SUPERVISOR, ADDRESS, 7, 4);

    private static final Timeline ORIGINAL =
            Ran.of(new Scenario("original", MACHINE, List.of(READ, WRITE)));

    @Test
    void goesOnAsTheOriginalDidWhenTheSameIsDone() {
        Runner fork = Runner.fork(MACHINE, ORIGINAL, ORIGINAL.stepEnd(1));

        fork.run(WRITE);

        assertEquals(ORIGINAL.at(ORIGINAL.size()), fork.timeline().at(fork.timeline().size()));
        assertEquals(ORIGINAL.size(), fork.timeline().size());
    }

    @Test
    void differsWhenSomethingElseIsDone() {
        Runner fork = Runner.fork(MACHINE, ORIGINAL, ORIGINAL.stepEnd(1));

        Outcome outcome = fork.run(READ);

        assertInstanceOf(Outcome.Value.class, outcome);
        assertNotEquals(ORIGINAL.at(ORIGINAL.size()), fork.timeline().at(fork.timeline().size()));
    }

    @Test
    void mayLeaveInTheMiddleOfAStep() {
        int middle =
                ORIGINAL.next(ORIGINAL.stepStart(1), MmuEvent.SpteRequested.class::isInstance)
                        .orElseThrow();
        Runner fork = Runner.fork(MACHINE, ORIGINAL, middle);

        assertEquals(ORIGINAL.at(middle), fork.timeline().at(middle));
        assertEquals(new Outcome.Value(0, 4), fork.run(READ));
    }
}
