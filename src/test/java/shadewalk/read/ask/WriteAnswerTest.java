package shadewalk.read.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import shadewalk.scenario.Timeline;
import shadewalk.state.State;
import shadewalk.ui.session.Runs;
import shadewalk.x86.Gpa;

class WriteAnswerTest {

    private static final long PDE_770 = 0x1c08;
    private static final long PTE_513 = 0x5804;

    private final State state = end(Runs.twoHalves());

    private static State end(Timeline run) {
        return run.at(run.size());
    }

    private List<String> answer(long gpa, int bytes) {
        return WriteAnswer.of(state, new Gpa(gpa), bytes);
    }

    private static List<String> about(List<String> answer, String words) {
        return answer.stream().filter(line -> line.contains(words)).toList();
    }

    @Test
    void aDirectoryEntryIsTwoEntriesOfOneQuadrant() {
        List<String> answer = answer(PDE_770, 4);
        assertTrue(answer.get(1).contains("write-tracked"), answer.toString());
        List<String> entries = about(answer, "SPTE ");
        assertEquals(2, entries.size());
        assertTrue(entries.get(0).contains("l2 q3  SPTE 4 "), entries.toString());
        assertTrue(entries.get(1).contains("l2 q3  SPTE 5 "), entries.toString());
        assertEquals(3, about(answer, "another quadrant").size());
    }

    @Test
    void aTableEntryIsOneEntryThatStaysUntilItIsSynced() {
        List<String> answer = answer(PTE_513, 4);
        assertTrue(about(answer, "INVLPG").size() == 1, answer.toString());
        List<String> entries = about(answer, "SPTE ");
        assertEquals(1, entries.size());
        assertTrue(entries.getFirst().contains("l1 q1  SPTE 1 "), entries.toString());
    }

    @Test
    void aWriteOfTwoBytesTakesEveryQuadrant() {
        assertEquals(4, about(answer(PDE_770, 2), "zapped whole").size());
    }

    @Test
    void anOrdinaryPageTouchesNothing() {
        assertEquals(1, about(answer(0x13000, 4), "touches no SPTE").size());
    }

    @Test
    void everyLineFitsAMail() {
        for (long gpa : new long[] {PDE_770, PTE_513, 0x13000, 0x1ffe}) {
            for (String line : answer(gpa, 4)) {
                assertTrue(line.length() <= 72, line);
            }
        }
    }
}
