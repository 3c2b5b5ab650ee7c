package shadewalk.read.differ;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shadewalk.state.MmuEvent;
import shadewalk.state.Places;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.state.ShadowTables;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.state.Words;

/// The shadow tables the processor runs on, as they were last looked at: every entry that can be
/// reached from the root, by the guest virtual address where it begins and its level.
///
/// Looking again costs what changed, not what is there: two tables are compared chunk by chunk
/// where they do not share them, and a table whose entries stayed is entered only on the way to one
/// whose entries did not.
public final class ShadowChanges {

    private final Set<Integer> changed = new HashSet<>();
    private ShadowTables old = ShadowTables.empty(0);
    private Roots oldRoots = Roots.NONE;

    /// Takes note of which tables an event changed.
    public void saw(MmuEvent event) {
        if (event instanceof MmuEvent.SpteSet set) {
            changed.add(set.at().page());
        } else if (event instanceof MmuEvent.SpteChanged change) {
            changed.add(change.at().page());
        }
    }

    /// Tells every difference to when it was last looked at.
    public void look(State state, ShadowChange change) {
        Roots roots = state.cpu().roots();
        if (!roots.current().valid()) {
            return;
        }
        new Walk(state.shadow(), roots, change).compareRoots();
        old = state.shadow();
        oldRoots = roots;
        changed.clear();
    }

    /// One look from the old tables to the new ones.
    private final class Walk {

        private final ShadowTables now;
        private final Roots roots;
        private final ShadowChange change;
        private final int rootLevel;

        /// By table, the entries below which something changed although they did not.
        private final Map<Integer, BitSet> ways = new HashMap<>();

        Walk(ShadowTables now, Roots roots, ShadowChange change) {
            this.now = now;
            this.roots = roots;
            this.change = change;
            rootLevel = ShadowTree.rootLevel(now, roots.current());
            findWays();
        }

        private void findWays() {
            Deque<Integer> open = new ArrayDeque<>(changed);
            Set<Integer> known = new HashSet<>(changed);
            while (!open.isEmpty()) {
                int page = open.remove();
                if (!now.exists(page)) {
                    continue;
                }
                Places parents = now.page(page).parents();
                for (int i = 0; i < parents.size(); i++) {
                    SpteAt at = parents.get(i);
                    ways.computeIfAbsent(at.page(), _ -> new BitSet()).set(at.index());
                    if (known.add(at.page())) {
                        open.add(at.page());
                    }
                }
            }
        }

        void compareRoots() {
            Roots.Root was = oldRoots.current();
            Roots.Root is = roots.current();
            if (!was.valid() || was.page() != is.page()) {
                change.root(is.page(), rootLevel);
            }
            if (was.valid() && was.isPae() != is.isPae()) {
                new ShadowTree(old, oldRoots).compare(new ShadowTree(now, roots), change);
            } else if (is.isPae()) {
                comparePaeRoots(oldRoots.paeRoot());
            } else if (was.valid()) {
                compare(old.page(was.page()).spt(), now.page(is.page()), 0);
            } else {
                tellAll(now, now.page(is.page()), 0, false);
            }
        }

        private void comparePaeRoots(List<Long> was) {
            for (int i = 0; i < was.size(); i++) {
                entry(
                        ShadowTree.PAE_LEVEL,
                        address(0, ShadowTree.PAE_LEVEL, i),
                        was.get(i),
                        roots.paeRoot().get(i));
            }
        }

        /// Tells what is different between an old table and the one that took its place (often a
        /// later state of the same).
        private void compare(Words was, ShadowPage page, long base) {
            Words is = page.spt();
            BitSet way = ways.getOrDefault(page.id(), new BitSet());
            int differs = is.nextDifference(was, 0);
            int onTheWay = way.nextSetBit(0);
            while (differs < Words.COUNT || onTheWay >= 0) {
                int index = onTheWay < 0 ? differs : Math.min(differs, onTheWay);
                entry(
                        page.level(),
                        address(base, page.level(), index),
                        was.get(index),
                        is.get(index));
                differs = differs == index ? is.nextDifference(was, index + 1) : differs;
                onTheWay = onTheWay == index ? way.nextSetBit(index + 1) : onTheWay;
            }
        }

        private void entry(int level, long gva, long was, long is) {
            long before = ShadowTree.visible(was);
            long after = ShadowTree.visible(is);
            if (before != after) {
                tell(level, gva, before, after);
            }
            boolean hadChild = hasChild(before, level);
            boolean hasChild = hasChild(after, level);
            if (hadChild && hasChild) {
                compare(child(old, before).spt(), child(now, after), gva);
            } else if (hadChild) {
                tellAll(old, child(old, before), gva, true);
            } else if (hasChild) {
                tellAll(now, child(now, after), gva, false);
            }
        }

        private void tellAll(ShadowTables tables, ShadowPage page, long base, boolean gone) {
            Words spt = page.spt();
            int level = page.level();
            for (int i = spt.nextNonZero(0); i < Words.COUNT; i = spt.nextNonZero(i + 1)) {
                long spte = ShadowTree.visible(spt.get(i));
                if (spte != 0) {
                    long gva = address(base, level, i);
                    tell(level, gva, gone ? spte : 0, gone ? 0 : spte);
                    if (hasChild(spte, level)) {
                        tellAll(tables, child(tables, spte), gva, gone);
                    }
                }
            }
        }

        private void tell(int level, long gva, long was, long is) {
            change.entry(level, gva, was, is, ShadowTree.child(is, level, rootLevel));
        }

        private boolean hasChild(long spte, int level) {
            return ShadowTree.hasChild(spte, level, rootLevel);
        }

        private long address(long base, int level, int index) {
            return ShadowTree.address(base, level, index, rootLevel);
        }
    }

    private static ShadowPage child(ShadowTables tables, long spte) {
        return tables.page(ShadowPage.childOf(spte));
    }
}
