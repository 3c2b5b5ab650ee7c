package shadewalk.read.differ;

import java.util.ArrayList;
import java.util.List;
import shadewalk.bits.Field;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.state.ShadowTables;
import shadewalk.state.Spte;

/// Every entry that can be reached from a root, as the recorder of real tables lists them: by the
/// guest virtual address where it begins and its level. Two lists can be compared even if the roots
/// are of different kinds.
final class ShadowTree {

    /// A root made of four entries is a table of level 3.
    static final int PAE_LEVEL = 3;

    /// What an empty entry may hold on newer kernels.
    private static final long EMPTY = 1L << 63;

    private static final Field SIGN = Field.bit("sign", 47);
    private static final Field UPPER = new Field("upper", 63, 48);

    private final ShadowTables tables;
    private final int rootLevel;
    private final List<Entry> entries = new ArrayList<>();

    /// One entry that is not empty.
    private record Entry(long gva, int level, long spte) {

        /// Earlier is the lower address (unsigned), and at one address the higher level.
        boolean before(Entry other) {
            int order = Long.compareUnsigned(gva, other.gva);
            return order < 0 || order == 0 && level > other.level;
        }
    }

    /// Behind every entry there can be.
    private static final Entry END = new Entry(-1, 0, 0);

    ShadowTree(ShadowTables tables, Roots roots) {
        this.tables = tables;
        rootLevel = rootLevel(tables, roots.current());
        if (roots.current().isPae()) {
            for (int i = 0; i < roots.paeRoot().size(); i++) {
                add(PAE_LEVEL, address(0, PAE_LEVEL, i, rootLevel), roots.paeRoot().get(i));
            }
        } else {
            addAll(tables.page(roots.current().page()), 0);
        }
    }

    private void addAll(ShadowPage page, long base) {
        for (int i = page.spt().nextNonZero(0); i < 512; i = page.spt().nextNonZero(i + 1)) {
            add(page.level(), address(base, page.level(), i, rootLevel), page.spte(i));
        }
    }

    private void add(int level, long gva, long value) {
        long spte = visible(value);
        if (spte == 0) {
            return;
        }
        entries.add(new Entry(gva, level, spte));
        if (hasChild(spte, level, rootLevel)) {
            addAll(tables.page(ShadowPage.childOf(spte)), gva);
        }
    }

    /// Tells every difference from this list to a later one.
    void compare(ShadowTree later, ShadowChange change) {
        int i = 0;
        int j = 0;
        while (i < entries.size() || j < later.entries.size()) {
            Entry was = at(i);
            Entry is = later.at(j);
            if (was.before(is)) {
                change.entry(was.level(), was.gva(), was.spte(), 0, -1);
                i++;
            } else if (is.before(was)) {
                later.tell(change, is, 0);
                j++;
            } else {
                if (was.spte() != is.spte()) {
                    later.tell(change, is, was.spte());
                }
                i++;
                j++;
            }
        }
    }

    private void tell(ShadowChange change, Entry is, long was) {
        int child = child(is.spte(), is.level(), rootLevel);
        change.entry(is.level(), is.gva(), was, is.spte(), child);
    }

    private Entry at(int i) {
        return i < entries.size() ? entries.get(i) : END;
    }

    static int rootLevel(ShadowTables tables, Roots.Root root) {
        return root.hasPage() ? tables.page(root.page()).level() : PAE_LEVEL;
    }

    /// Whether an entry leads to a further table.
    static boolean hasChild(long spte, int level, int rootLevel) {
        boolean mayBeLarge = level < 4 && !(level == PAE_LEVEL && rootLevel == PAE_LEVEL);
        return level > 1 && Spte.P.in(spte) && !(mayBeLarge && Spte.large(spte));
    }

    /// The shadow page that an entry leads to, or -1.
    static int child(long spte, int level, int rootLevel) {
        return hasChild(spte, level, rootLevel) ? ShadowPage.childOf(spte) : -1;
    }

    /// Where entry `index` of a table that begins at `base` begins.
    static long address(long base, int level, int index, int rootLevel) {
        long gva = base + ((long) index << 12 + 9 * (level - 1));
        return rootLevel > PAE_LEVEL && SIGN.in(gva) ? UPPER.set(gva) : gva;
    }

    static long visible(long spte) {
        return spte == EMPTY ? 0 : spte;
    }
}
