package shadewalk.lesson.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shadewalk.scenario.Machine;
import shadewalk.scenario.MemoryWord;
import shadewalk.scenario.Mode;
import shadewalk.scenario.Runner;
import shadewalk.scenario.Step;
import shadewalk.state.Memslot;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;

class FormulasTest {

    private static final long PIECE = 2L << 20;

    /// One page table below every directory entry, so that every piece of the address space can be
    /// read, and every piece is.
    @ParameterizedTest
    @ValueSource(strings = {"old", "short", "place"})
    void theEngineGivesEveryPieceTheQuadrantOfTheFormula(String formula) throws Unresolved {
        Runner runner = new Runner(machine());
        runner.start();
        for (long gva = 0; gva < 4L << 30; gva += PIECE) {
            runner.run(new Step.Read(Step.Ring.SUPERVISOR, new Gva(gva), 4));
            EntriesByLevel entries =
                    new EntriesByLevel(runner.timeline().at(runner.timeline().size()));
            for (int level = 1; level <= 2; level++) {
                assertEquals(
                        Formulas.quadrant(formula, level, gva),
                        Value.decimal(entries.page(level, gva).role().quadrant()),
                        "level " + level + " at " + Long.toHexString(gva));
            }
        }
    }

    @Test
    void theRightFormulasAreOneAndTheWrongOneIsWrongHalfOfTheTime() throws Unresolved {
        assertEquals(Value.decimal(0), Formulas.differences("old", "short"));
        assertEquals(Value.decimal(0), Formulas.differences("old", "place"));
        assertEquals(Value.decimal(1024), Formulas.differences("halves", "place"));
    }

    private static Machine machine() {
        List<MemoryWord> memory = new ArrayList<>();
        for (int i = 0; i < 1024; i++) {
            memory.add(new MemoryWord(new Gpa(0x1000 + i * 4L), 4, 0x2027));
            memory.add(new MemoryWord(new Gpa(0x2000 + i * 4L), 4, 0x3067));
        }
        Memslot slot = new Memslot(0, new Gfn(0), 4096, false, false, false);
        return new Machine(
                Mode.PT32,
                0x80010011L,
                0x1000,
                0,
                0,
                List.of(slot),
                memory,
                null,
                List.of(),
                0,
                Machine.MMIO_VALUE,
                true,
                true);
    }
}
