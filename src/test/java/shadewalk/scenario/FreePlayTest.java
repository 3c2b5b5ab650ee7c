package shadewalk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import shadewalk.state.Memslot;
import shadewalk.state.Outcome;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;

/// Trying things out leaves branches behind, and each keeps what was done in it.
class FreePlayTest {

    private static final Step READ = new Step.Read(Step.Ring.SUPERVISOR, new Gva(0x40_1000), 4);
    private static final Step WRITE =
            new Step.Write(Step.Ring.SUPERVISOR, new Gva(0x40_1000), 9, 4);

    private final FreePlay play =
            new FreePlay(
                    new Machine(
                            Mode.PT32,
                            0x8001_0011L,
                            0x1000,
                            0,
                            0,
                            List.of(new Memslot(0, new Gfn(0), 0x100, false, false, false)),
                            List.of(
                                    new MemoryWord(new Gpa(0x1004), 4, 0x2007),
                                    new MemoryWord(new Gpa(0x2004), 4, 0x1_0007)),
                            null,
                            List.of(),
                            0,
                            Machine.MMIO_VALUE,
                            true,
                            true),
                    "main");

    @Test
    void keepsBothBranchesOfAFork() {
        play.run(0, READ);
        int other = play.fork(0, play.branch(0).timeline().stepStart(1), "write first");
        play.run(other, WRITE);

        assertEquals(new Outcome.Value(9, 4), play.run(other, READ));
        assertEquals(new Outcome.Value(0, 4), play.run(0, READ));
        assertEquals(List.of(READ, READ), play.branch(0).steps());
        assertEquals(List.of(WRITE, READ), play.branch(other).steps());
        assertEquals(0, play.branch(other).parent());
    }

    @Test
    void refusesToGoOnWhereTheMachineHasFailed() {
        play.run(0, new Step.LoadCr3(0x3000_0000));

        assertThrows(IllegalStateException.class, () -> play.run(0, READ));
    }
}
