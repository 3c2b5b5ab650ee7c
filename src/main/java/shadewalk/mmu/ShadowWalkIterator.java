package shadewalk.mmu;

import shadewalk.bits.Field;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.state.ShadowTables;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.x86.Gva;
import shadewalk.x86.PagingMode;

/// The way from a root down the shadow tables towards one address, entry by entry (`struct
/// kvm_shadow_walk_iterator`). Reads the tables as they are at each step.
///
/// The shadow is always a tree of 512-entry tables, whatever the guest's entries look like, so the
/// index bits are those of the 8-byte modes.
final class ShadowWalkIterator {

    // Constants, so that the just-in-time compiler knows every shift and mask of an access.
    private static final Field QUARTER = PagingMode.PAE.level(3).index();
    private static final Field LEVEL_5 = PagingMode.LEVEL5.level(5).index();
    private static final Field LEVEL_4 = PagingMode.LEVEL5.level(4).index();
    private static final Field LEVEL_3 = PagingMode.LEVEL5.level(3).index();
    private static final Field LEVEL_2 = PagingMode.LEVEL5.level(2).index();
    private static final Field LEVEL_1 = PagingMode.LEVEL5.level(1).index();

    private final Recorder recorder;
    private final Gva address;
    private int level;
    private int page;

    /// A walk that begins at `root`.
    ShadowWalkIterator(Recorder recorder, Gva address, Roots.Root root) {
        this.recorder = recorder;
        this.address = address;
        State now = recorder.now();
        if (root.isPae()) {
            long pointer = now.cpu().roots().paeRoot().get(quarter(address));
            page = ShadowPage.childOf(pointer);
            level = pointer == 0 ? 0 : 2;
        } else {
            page = root.page();
            level = now.shadow().page(page).level();
        }
    }

    /// A walk that begins at the current root.
    ShadowWalkIterator(Recorder recorder, Gva address) {
        this(recorder, address, recorder.now().cpu().roots().current());
    }

    /// Which of the four entries of `pae_root` an address goes through: its bits 31:30.
    static int quarter(Gva address) {
        return QUARTER.intOf(address.raw());
    }

    /// Entry of a table of `level` for an address: 9 bits.
    static int index(Gva address, int level) {
        return switch (level) {
            case 1 -> LEVEL_1.intOf(address.raw());
            case 2 -> LEVEL_2.intOf(address.raw());
            case 3 -> LEVEL_3.intOf(address.raw());
            case 4 -> LEVEL_4.intOf(address.raw());
            default -> LEVEL_5.intOf(address.raw());
        };
    }

    /// Whether the walk stands at an entry. Kernel: mmu.c, shadow_walk_okay.
    boolean ok() {
        return level >= 1;
    }

    int level() {
        return level;
    }

    /// The entry the walk stands at.
    SpteAt at() {
        return new SpteAt(page, index(address, level));
    }

    /// The shadow page the walk stands in.
    int page() {
        return page;
    }

    long spte() {
        return shadow().page(page).spte(index(address, level));
    }

    /// Goes to the table below, or ends where there is none. Kernel: mmu.c, shadow_walk_next.
    void next() {
        long spte = spte();
        if (Spte.presentNonLeaf(spte, level)) {
            page = ShadowPage.childOf(spte);
            level--;
        } else {
            level = 0;
        }
    }

    private ShadowTables shadow() {
        return recorder.now().shadow();
    }
}
