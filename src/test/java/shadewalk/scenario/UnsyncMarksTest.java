package shadewalk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shadewalk.bits.Hex;
import shadewalk.state.Bits512;
import shadewalk.state.ShadowPage;
import shadewalk.state.State;

/// The marks that lead from the roots to what is unsync. No tracepoint shows them.
class UnsyncMarksTest {

    /// More tables than one round of a sync collects.
    private static final int TABLES = 20;

    /// Where the directory, which names itself in its entry 100, can be written.
    private static final long DIRECTORY = (100L << 22) + (100L << 12);

    private final String machine;
    private final Runner runner;

    UnsyncMarksTest() throws ScenarioProblem {
        StringBuilder text = new StringBuilder("cr3 0x1000\nmemslot 0 0 0x100000\n");
        for (int i = 0; i < TABLES; i++) {
            long table = 0x1_0000 + i * 0x1000L;
            text.append(line("mem32", 0x1000 + i * 4, table | 0x67));
            text.append(line("mem32", table, 0x2000 | 0x67))
                    .append(line("mem32", table + 4, table | 0x67));
        }
        text.append(line("mem32", 0x1000 + 100 * 4, 0x1000 | 0x67));
        machine = text + "ops\n";
        runner = new Runner(ScenarioText.parse("marks.scn", machine).machine());
        runner.start();
    }

    private static String line(String word, long at, long value) {
        return word + " " + Hex.prefixed(at) + " " + Hex.prefixed(value) + "\n";
    }

    /// Each table is used, and then written through its own second entry.
    private State allUnsync() throws ScenarioProblem {
        for (int i = 0; i < TABLES; i++) {
            run("read s " + Hex.prefixed(i << 22));
            run("write s " + Hex.prefixed((i << 22) + 0x1040) + " 0");
        }
        return now();
    }

    private void run(String step) throws ScenarioProblem {
        runner.run(ScenarioText.parse("marks.scn", machine + step).steps().getFirst());
    }

    private State now() {
        return runner.timeline().at(runner.timeline().size());
    }

    /// How many entries of each page of level 2 are marked.
    private static Map<Integer, Integer> marks(State state) {
        Map<Integer, Integer> marks = new TreeMap<>();
        state.shadow()
                .all()
                .filter(page -> page.hasUnsyncChildren())
                .forEach(page -> marks.put(page.role().quadrant(), count(page.unsyncChildren())));
        return marks;
    }

    private static int count(Bits512 set) {
        return (int) IntStream.iterate(set.next(0), i -> i < 512, i -> set.next(i + 1)).count();
    }

    private static List<Boolean> unsync(State state) {
        return state.shadow()
                .all()
                .filter(page -> page.level() == 1)
                .map(ShadowPage::unsync)
                .distinct()
                .toList();
    }

    @Test
    void everyTableIsMarkedInTheRootOfItsQuarter() throws ScenarioProblem {
        State state = allUnsync();
        assertEquals(Map.of(0, TABLES), marks(state));
        assertEquals(List.of(true), unsync(state));
    }

    @Test
    void aSyncOfAllOfThemLeavesNoMark() throws ScenarioProblem {
        allUnsync();
        run("cr3 0x1000");
        assertEquals(Map.of(), marks(now()));
        assertEquals(List.of(false), unsync(now()));
    }

    @Test
    void aTableThatIsUnlinkedLosesItsMarkWithTheNextSync() throws ScenarioProblem {
        allUnsync();
        run("write s " + Hex.prefixed(DIRECTORY + 3 * 4) + " 0");
        assertEquals(Map.of(0, TABLES), marks(now()));
        run("cr3 0x1000");
        assertEquals(Map.of(), marks(now()));
        assertEquals(
                1, now().shadow().all().filter(page -> page.level() == 1 && page.unsync()).count());
    }

    @Test
    void aRootThatIsZappedTakesWhatIsUnsyncBelowWithIt() throws ScenarioProblem {
        allUnsync();
        run("write s " + Hex.prefixed(DIRECTORY + 1) + " 0 2");
        assertEquals(Map.of(), marks(now()));
        assertEquals(List.of(), unsync(now()));
    }
}
