package shadewalk.read.differ;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shadewalk.bits.Hex;
import shadewalk.scenario.RandomRun;
import shadewalk.state.MmuEvent;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.State;

/// Looks at the tables as the recorder does, from the root down through everything, and merges that
/// with the whole of the last look.
class ShadowChangesTest {

    private record Entry(long gva, int level, long spte) {}

    @ParameterizedTest
    @CsvSource({"1,3,40", "2,3,12", "3,4,40", "4,4,16"})
    void findsWhatLookingAtEverythingFinds(long seed, int rootLevel, int maxPages) {
        RandomRun run = new RandomRun(seed, rootLevel, maxPages);
        ShadowChanges difference = new ShadowChanges();
        List<Entry> old = List.of();
        int oldRoot = Roots.NONE.current().page();
        int told = 0;
        for (int i = 0; i < 4_000; i++) {
            MmuEvent event = run.next();
            difference.saw(event);
            if (event instanceof MmuEvent.StepEnded && run.now().cpu().roots().current().valid()) {
                List<Entry> all = dump(run.now());
                int root = run.now().cpu().roots().current().page();
                List<String> expected = new ArrayList<>();
                if (root != oldRoot) {
                    expected.add("root " + root + " " + rootLevel);
                }
                merge(old, all, expected);
                assertEquals(expected, told(difference, run.now()), "event " + i);
                told += expected.size();
                old = all;
                oldRoot = root;
            }
        }
        assertTrue(told > 400, "too little happened: " + told);
    }

    private static List<String> told(ShadowChanges difference, State state) {
        List<String> told = new ArrayList<>();
        difference.look(
                state,
                new ShadowChange() {
                    @Override
                    public void root(int page, int level) {
                        told.add("root " + page + " " + level);
                    }

                    @Override
                    public void entry(int level, long gva, long was, long now, int child) {
                        told.add(words(level, gva, was, now));
                    }
                });
        return told;
    }

    private static String words(int level, long gva, long was, long now) {
        return "l" + level + " " + Hex.of(gva) + " " + Hex.of(was) + " " + Hex.of(now);
    }

    private static List<Entry> dump(State state) {
        List<Entry> all = new ArrayList<>();
        Roots roots = state.cpu().roots();
        if (roots.current().isPae()) {
            for (int i = 0; i < 4; i++) {
                add(state, 3, (long) i << 30, roots.paeRoot().get(i), all);
            }
        } else {
            table(state, state.shadow().page(roots.current().page()), 0, all);
        }
        return all;
    }

    private static void table(State state, ShadowPage page, long base, List<Entry> all) {
        for (int i = 0; i < 512; i++) {
            long gva = base + ((long) i << 12 + 9 * (page.level() - 1));
            boolean upper = state.cpu().roots().current().hasPage() && gva >>> 47 != 0;
            add(state, page.level(), upper ? gva | 0xffffL << 48 : gva, page.spte(i), all);
        }
    }

    private static void add(State state, int level, long gva, long spte, List<Entry> all) {
        if (spte == 0) {
            return;
        }
        all.add(new Entry(gva, level, spte));
        boolean pointer = state.cpu().roots().current().isPae() && level == 3;
        if (level > 1 && (pointer || level == 4 || !Spte.large(spte))) {
            table(state, state.shadow().page(ShadowPage.childOf(spte)), gva, all);
        }
    }

    private static void merge(List<Entry> old, List<Entry> now, List<String> told) {
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            int order =
                    i == old.size() ? 1 : j == now.size() ? -1 : compare(old.get(i), now.get(j));
            Entry at = order < 0 ? old.get(i) : now.get(j);
            long was = order <= 0 ? old.get(i++).spte() : 0;
            long is = order >= 0 ? now.get(j++).spte() : 0;
            if (was != is) {
                told.add(words(at.level(), at.gva(), was, is));
            }
        }
    }

    private static int compare(Entry a, Entry b) {
        int byAddress = Long.compareUnsigned(a.gva(), b.gva());
        return byAddress != 0 ? byAddress : b.level() - a.level();
    }
}
