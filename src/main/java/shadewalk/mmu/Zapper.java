package shadewalk.mmu;

import java.util.ArrayList;
import java.util.List;
import shadewalk.state.MmuEvent;
import shadewalk.state.MmuEvent.Why;
import shadewalk.state.PageList;
import shadewalk.state.PageSummary;
import shadewalk.state.Request;
import shadewalk.state.ShadowPage;
import shadewalk.state.ShadowTables;
import shadewalk.state.SpteAt;
import shadewalk.state.Stat;
import shadewalk.x86.Gfn;

/// How shadow pages end.
///
/// Zapping empties a page and makes it invalid; it goes away when the zapped pages are committed,
/// or, while it is a root in use, when the last root slot lets go of it.
///
/// Source: `mmu.c`, v6.1: `__kvm_mmu_prepare_zap_page`, `kvm_mmu_commit_zap_page`,
/// `kvm_mmu_zap_oldest_mmu_pages`, `kvm_mmu_zap_all_fast`, `kvm_mmu_unprotect_page`.
final class Zapper {

    private static final int MIN_FREE_PAGES = 5;
    private static final int REFILL_PAGES = 25;

    private final Recorder recorder;
    private final SpteEditor sptes;
    private final UnsyncPages unsync;

    Zapper(Recorder recorder, SpteEditor sptes, UnsyncPages unsync) {
        this.recorder = recorder;
        this.sptes = sptes;
        this.unsync = unsync;
    }

    /// Zapped pages that wait to be freed together (`invalid_list`).
    static final class Zapped {

        private final List<Integer> pages = new ArrayList<>();

        boolean isEmpty() {
            return pages.isEmpty();
        }
    }

    /// Empties a page and makes it invalid. Kernel: mmu.c, __kvm_mmu_prepare_zap_page.
    ///
    /// @return how many pages were given up, unsync children included
    int prepare(int id, Zapped zapped) {
        recorder.emit(new MmuEvent.ShadowPageZapPrepared(PageSummary.of(page(id))));
        int count = zapUnsyncChildren(id, zapped);
        emptyTable(id);
        for (SpteAt parent : page(id).parents().all()) {
            sptes.zap(parent, Why.ZAPPED);
        }
        ShadowPage page = page(id);
        if (page.unsync()) {
            recorder.emit(new MmuEvent.ShadowPageSynced(PageSummary.of(page)));
        }
        boolean live = !shadow().obsolete(page);
        recorder.emit(new MmuEvent.ShadowPageInvalidated(id));
        if (page.rootCount() == 0) {
            zapped.pages.add(id);
            return count + 1;
        }
        if (live) {
            recorder.request(Request.MMU_FREE_OBSOLETE_ROOTS);
        }
        return count;
    }

    /// Kernel: mmu.c, mmu_zap_unsync_children.
    private int zapUnsyncChildren(int id, Zapped zapped) {
        if (page(id).level() == 1) {
            return 0;
        }
        int count = 0;
        for (List<UnsyncPages.Found> round = unsync.collect(id);
                !round.isEmpty();
                round = unsync.collect(id)) {
            for (UnsyncPages.Found found : round) {
                prepare(found.page(), zapped);
                unsync.clearPath(found);
                count++;
            }
        }
        return count;
    }

    /// Kernel: mmu.c, kvm_mmu_page_unlink_children.
    private void emptyTable(int id) {
        ShadowPage page = page(id);
        for (int i = page.spt().nextNonZero(0); i < 512; i = page.spt().nextNonZero(i + 1)) {
            sptes.zap(new SpteAt(id, i), Why.ZAPPED);
        }
    }

    /// Flushes and frees what was zapped, if anything was. Kernel: mmu.c, kvm_mmu_commit_zap_page.
    void commit(Zapped zapped) {
        if (zapped.isEmpty()) {
            return;
        }
        recorder.flushRemoteTlbs();
        for (int id : zapped.pages) {
            recorder.emit(new MmuEvent.ShadowPageFreed(id));
        }
        zapped.pages.clear();
    }

    /// Frees what was zapped, which implies a flush, or flushes if asked to. Kernel: mmu.c,
    /// kvm_mmu_remote_flush_or_zap.
    void commitOrFlush(Zapped zapped, boolean flush) {
        if (!zapped.isEmpty()) {
            commit(zapped);
        } else if (flush) {
            recorder.flushRemoteTlbs();
        }
    }

    /// Zaps every page that stands for a table in this frame, so that the guest may write it.
    /// Kernel: mmu.c, kvm_mmu_unprotect_page.
    ///
    /// @return whether there was one
    boolean unprotect(Gfn gfn) {
        Zapped zapped = new Zapped();
        boolean any = false;
        PageList list = shadow().pagesOf(gfn);
        for (int i = 0; i < list.size(); i++) {
            if (shadow().exists(list.get(i)) && shadow().validIndirect(page(list.get(i)))) {
                prepare(list.get(i), zapped);
                any = true;
            }
        }
        commit(zapped);
        return any;
    }

    /// Makes sure that a fault finds enough pages, zapping old ones if the limit is near. Kernel:
    /// mmu.c, make_mmu_pages_available.
    void makePagesAvailable() {
        int available = shadow().maxPages() - shadow().usedPages();
        if (available < MIN_FREE_PAGES) {
            zapOldest(REFILL_PAGES - Math.max(available, 0));
        }
    }

    /// Zaps about `wanted` pages, oldest first; roots in use stay. Kernel: mmu.c,
    /// kvm_mmu_zap_oldest_mmu_pages.
    void zapOldest(int wanted) {
        Zapped zapped = new Zapped();
        int count = 0;
        for (int id : activeOldestFirst()) {
            ShadowPage page = page(id);
            if (page.role().invalid() || page.rootCount() != 0) {
                continue;
            }
            count += prepare(id, zapped);
            if (count >= wanted) {
                break;
            }
        }
        if (count > 0) {
            recorder.emit(new MmuEvent.Counted(Stat.MMU_RECYCLED, count));
        }
        commit(zapped);
    }

    /// Makes every page obsolete and zaps it, oldest first. Kernel: mmu.c, kvm_mmu_zap_all_fast,
    /// kvm_zap_obsolete_pages.
    void zapAllFast() {
        recorder.emit(new MmuEvent.AllZappedFast(shadow().generation(), shadow().usedPages()));
        recorder.request(Request.MMU_FREE_OBSOLETE_ROOTS);
        Zapped zapped = new Zapped();
        for (int id : activeOldestFirst()) {
            if (!page(id).role().invalid()) {
                prepare(id, zapped);
            }
        }
        commit(zapped);
    }

    /// Zaps everything because the virtual machine ends, newest first. Kernel: mmu.c,
    /// kvm_mmu_zap_all.
    void zapAll() {
        Zapped zapped = new Zapped();
        int[] active = activeOldestFirst();
        for (int i = active.length - 1; i >= 0; i--) {
            if (!page(active[i]).role().invalid()) {
                prepare(active[i], zapped);
            }
        }
        commit(zapped);
    }

    /// The pages on `active_mmu_pages`: all that are not invalid, by age.
    private int[] activeOldestFirst() {
        return shadow().all()
                .filter(page -> !page.role().invalid())
                .mapToInt(ShadowPage::id)
                .toArray();
    }

    private ShadowPage page(int id) {
        return shadow().page(id);
    }

    private ShadowTables shadow() {
        return recorder.now().shadow();
    }
}
