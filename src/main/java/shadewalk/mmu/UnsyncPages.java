package shadewalk.mmu;

import java.util.ArrayList;
import java.util.List;
import shadewalk.state.MmuEvent;
import shadewalk.state.PageList;
import shadewalk.state.PageSummary;
import shadewalk.state.Places;
import shadewalk.state.ShadowPage;
import shadewalk.state.ShadowTables;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.x86.Gfn;

/// Shadow pages that may be stale because the guest may write the table they stand for, and the
/// marks in the pages above that lead to them.
///
/// Source: `mmu.c`, v6.1: `mmu_try_to_unsync_pages`, `kvm_mmu_mark_parents_unsync`,
/// `__mmu_unsync_walk`, `mmu_pages_next`, `mmu_pages_clear_parents`.
final class UnsyncPages {

    /// How many pages one walk collects, inner pages and leaves together (`KVM_PAGE_ARRAY_NR`).
    private static final int ROUND = 16;

    private final Recorder recorder;

    UnsyncPages(Recorder recorder) {
        this.recorder = recorder;
    }

    /// Asks whether the guest may get a writable mapping of a frame, and if tables of level 1 in it
    /// are shadowed, lets them go unsync for it. Kernel: mmu.c, mmu_try_to_unsync_pages.
    ///
    /// @param mayUnsync false while a page is being synced
    /// @param prefetch whether nobody asked for this mapping yet
    /// @return whether the mapping may be writable
    boolean tryToUnsync(Gfn gfn, boolean mayUnsync, boolean prefetch) {
        ShadowTables shadow = recorder.now().shadow();
        PageList list = shadow.pagesOf(gfn);
        if (list.isEmpty()) {
            return true;
        }
        if (shadow.writeTracked(gfn)) {
            return false;
        }
        for (int i = 0; i < list.size(); i++) {
            ShadowPage page = page(list.get(i));
            if (!shadow.validIndirect(page)) {
                continue;
            }
            if (!mayUnsync) {
                return false;
            }
            if (page.unsync()) {
                continue;
            }
            if (prefetch) {
                return false;
            }
            recorder.emit(new MmuEvent.ShadowPageUnsynced(PageSummary.of(page)));
            markParents(page.id());
        }
        return true;
    }

    /// Marks every way from the roots down to a page. Kernel: mmu.c, kvm_mmu_mark_parents_unsync.
    void markParents(int page) {
        Places parents = page(page).parents();
        for (int i = 0; i < parents.size(); i++) {
            mark(parents.get(i));
        }
    }

    /// Marks that something unsync is below one entry. Kernel: mmu.c, mark_unsync.
    void mark(SpteAt at) {
        ShadowPage holder = page(at.page());
        if (holder.unsyncChildren().get(at.index())) {
            return;
        }
        boolean first = !holder.hasUnsyncChildren();
        recorder.emit(new MmuEvent.UnsyncChildMarked(at, true));
        if (first) {
            markParents(at.page());
        }
    }

    /// Kernel: mmu.c, clear_unsync_child_bit.
    private void clear(SpteAt at) {
        if (page(at.page()).unsyncChildren().get(at.index())) {
            recorder.emit(new MmuEvent.UnsyncChildMarked(at, false));
        }
    }

    /// An unsync page and the entries that lead to it from the page the walk began at, the nearest
    /// entry first.
    record Found(int page, List<SpteAt> path) {}

    /// Collects unsync pages below `top`, depth first and by ascending entry; as many as one round
    /// holds. Marks that lead nowhere are cleared on the way. Empty when nothing is left. Kernel:
    /// mmu.c, mmu_unsync_walk.
    List<Found> collect(int top) {
        if (!page(top).hasUnsyncChildren()) {
            return List.of();
        }
        Round round = new Round();
        round.add(top, List.of());
        round.descend(top, List.of());
        return round.leaves;
    }

    /// Clears the marks on the way to a page that is no longer unsync, as far up as nothing else
    /// unsync is below. Kernel: mmu.c, mmu_pages_clear_parents.
    void clearPath(Found found) {
        for (SpteAt at : found.path()) {
            clear(at);
            if (page(at.page()).hasUnsyncChildren()) {
                return;
            }
        }
    }

    /// One pass of `__mmu_unsync_walk`, which stops when its list is full.
    private final class Round {

        private final List<Found> leaves = new ArrayList<>();
        private int size;
        private boolean full;

        /// Kernel: mmu.c, mmu_pages_add.
        ///
        /// @return whether the list is full now
        boolean add(int page, List<SpteAt> path) {
            if (page(page).unsync()) {
                if (leaves.stream().anyMatch(found -> found.page() == page)) {
                    return false;
                }
                leaves.add(new Found(page, path));
            }
            size++;
            full = size == ROUND;
            return full;
        }

        /// Kernel: mmu.c, __mmu_unsync_walk.
        ///
        /// @return how many ways to unsync pages lead down from `id`
        int descend(int id, List<SpteAt> path) {
            int found = 0;
            ShadowPage page = page(id);
            for (int i = page.unsyncChildren().next(0);
                    i < 512;
                    i = page.unsyncChildren().next(i + 1)) {
                SpteAt at = new SpteAt(id, i);
                long spte = page.spte(i);
                if (!Spte.presentNonLeaf(spte, page.level())) {
                    clear(at);
                    continue;
                }
                int below = below(ShadowPage.childOf(spte), nearest(at, path));
                if (full) {
                    return found + below;
                }
                if (below == 0) {
                    clear(at);
                }
                found += below;
            }
            return found;
        }

        private int below(int child, List<SpteAt> path) {
            if (page(child).hasUnsyncChildren()) {
                return add(child, path) ? 1 : descend(child, path);
            }
            if (page(child).unsync()) {
                add(child, path);
                return 1;
            }
            return 0;
        }
    }

    private static List<SpteAt> nearest(SpteAt at, List<SpteAt> rest) {
        List<SpteAt> path = new ArrayList<>(rest.size() + 1);
        path.add(at);
        path.addAll(rest);
        return path;
    }

    private ShadowPage page(int id) {
        return recorder.now().shadow().page(id);
    }
}
