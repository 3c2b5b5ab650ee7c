package shadewalk.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Hex;
import shadewalk.state.Acc;
import shadewalk.state.Memslot;
import shadewalk.state.Registers;
import shadewalk.state.Role;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.Stat;
import shadewalk.state.State;
import shadewalk.state.Words;
import shadewalk.x86.Gfn;
import shadewalk.x86.Pfn;

/// What differs between two moments, such as the ends of two branches of one run.
///
/// Shadow pages are the same page when gfn, role and generation are the same, whatever their
/// numbers; a link is the same when it leads to the same page.
public final class StateDifference {

    /// How many differing memory words and entries are listed of each kind.
    private static final int MOST = 500;

    /// One thing that differs.
    ///
    /// @param what the thing's name: a register, a guest physical address, a shadow page, an entry
    ///   of one, a counter
    /// @param left what it is in the first state, `-` for nothing
    /// @param right what it is in the second
    public record Item(String what, String left, String right) {}

    private static final String NOTHING = "-";

    private final State left;
    private final State right;
    private final List<Item> items = new ArrayList<>();

    private StateDifference(State left, State right) {
        this.left = left;
        this.right = right;
    }

    /// Everything that differs: registers, guest memory, shadow pages and their entries, counters.
    public static List<Item> between(State left, State right) {
        StateDifference difference = new StateDifference(left, right);
        difference.registers();
        difference.memory();
        difference.pages();
        difference.stats();
        return List.copyOf(difference.items);
    }

    private void registers() {
        for (Registers.Name name : Registers.Name.values()) {
            item(
                    name.name(),
                    Hex.prefixed(left.cpu().registers().get(name)),
                    Hex.prefixed(right.cpu().registers().get(name)));
        }
    }

    private void memory() {
        if (left.memory().equals(right.memory())) {
            return;
        }
        int listed = 0;
        for (Gfn gfn : writtenFrames()) {
            Words a = words(left, gfn);
            Words b = words(right, gfn);
            for (int i = a.nextDifference(b, 0);
                    i < Words.COUNT && listed < MOST;
                    i = a.nextDifference(b, i + 1)) {
                item("memory " + gfn.at(i * 8), Hex.padded(a.get(i), 16), Hex.padded(b.get(i), 16));
                listed++;
            }
        }
    }

    /// The guest frames with contents in either state, in ascending order.
    private List<Gfn> writtenFrames() {
        SortedSet<Long> gfns = new TreeSet<>();
        for (State state : List.of(left, right)) {
            for (Memslot slot : state.slots().slots()) {
                for (long page = 0; page < slot.pages(); page++) {
                    Pfn frame = state.memory().frame(slot.id(), page);
                    if (state.memory().contents().containsKey(frame.raw())) {
                        gfns.add(slot.gfn(page).raw());
                    }
                }
            }
        }
        return gfns.stream().map(Gfn::new).toList();
    }

    private static Words words(State state, Gfn gfn) {
        Pfn frame = state.frame(gfn);
        return frame == null ? Words.ZERO : state.memory().words(frame);
    }

    private void pages() {
        Map<Key, ShadowPage> mine = pages(left);
        Map<Key, ShadowPage> theirs = pages(right);
        SortedSet<Key> all = new TreeSet<>(mine.keySet());
        all.addAll(theirs.keySet());
        int listed = 0;
        for (Key key : all) {
            @Nullable ShadowPage a = mine.get(key);
            @Nullable ShadowPage b = theirs.get(key);
            item(key.toString(), a == null ? NOTHING : words(a), b == null ? NOTHING : words(b));
            for (int i = 0; a != null && b != null && i < Words.COUNT && listed < MOST; i++) {
                if (differs(key, i, a, b)) {
                    listed++;
                }
            }
        }
    }

    private boolean differs(Key key, int index, ShadowPage a, ShadowPage b) {
        String mine = entry(left, a, index);
        String theirs = entry(right, b, index);
        item(key + " spte " + index, mine, theirs);
        return !mine.equals(theirs);
    }

    private static String words(ShadowPage page) {
        return (page.unsync() ? "unsync" : "sync") + ", root " + page.rootCount();
    }

    private static String entry(State state, ShadowPage page, int index) {
        long spte = page.spte(index);
        if (Spte.presentNonLeaf(spte, page.level())) {
            ShadowPage child = state.shadow().page(ShadowPage.childOf(spte));
            return "-> " + Key.of(child);
        }
        return spte == 0 ? NOTHING : Hex.of(spte);
    }

    private static Map<Key, ShadowPage> pages(State state) {
        Map<Key, ShadowPage> pages = new LinkedHashMap<>();
        state.shadow().all().forEach(page -> pages.put(Key.of(page), page));
        return pages;
    }

    /// What makes a shadow page the one it is.
    private record Key(Gfn gfn, Role role, int generation) implements Comparable<Key> {

        static Key of(ShadowPage page) {
            return new Key(page.gfn(), page.role(), page.generation());
        }

        @Override
        public int compareTo(Key other) {
            int byGfn = Long.compare(gfn.raw(), other.gfn.raw());
            if (byGfn != 0) {
                return byGfn;
            }
            int byRole = Integer.compare(role.word(), other.role.word());
            return byRole != 0 ? byRole : Integer.compare(generation, other.generation);
        }

        @Override
        public String toString() {
            return "sp gfn %s l%d q%d %s%s%s"
                    .formatted(
                            gfn,
                            role.level(),
                            role.quadrant(),
                            Acc.name(role.access()),
                            role.direct() ? " direct" : "",
                            role.invalid() ? " invalid" : "");
        }
    }

    private void stats() {
        for (Stat stat : Stat.values()) {
            item(
                    stat.kernelName(),
                    String.valueOf(left.stats().get(stat)),
                    String.valueOf(right.stats().get(stat)));
        }
    }

    private void item(String what, String mine, String theirs) {
        if (!Objects.equals(mine, theirs)) {
            items.add(new Item(what, mine, theirs));
        }
    }
}
