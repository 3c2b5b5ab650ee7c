package shadewalk.mmu;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shadewalk.state.Memslot;
import shadewalk.state.MmuEvent.Why;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.x86.Gfn;
import shadewalk.x86.Pfn;

/// Fills the neighbours of an entry that was just installed: the aligned group of eight around it.
///
/// Source: v6.1, `paging_tmpl.h`: `pte_prefetch`, `prefetch_gpte`; `mmu.c`:
/// `__direct_pte_prefetch`, `direct_pte_prefetch_many`.
final class Prefetcher {

    /// Entries in a group (`PTE_PREFETCH_NUM`).
    static final int GROUP = 8;

    private final Recorder recorder;
    private final SpteEditor sptes;
    private final Syncer syncer;
    private final HostPages host;
    private final LeafSetter leaves;

    Prefetcher(
            Recorder recorder, SpteEditor sptes, Syncer syncer, HostPages host, LeafSetter leaves) {
        this.recorder = recorder;
        this.sptes = sptes;
        this.syncer = syncer;
        this.host = host;
        this.leaves = leaves;
    }

    /// After a fault behind guest tables. The first neighbour that cannot be used ends it. Kernel:
    /// paging_tmpl.h, FNAME(pte_prefetch).
    ///
    /// @param gptes the guest entries of the group, as they were when the table was checked last
    void around(SpteAt at, long[] gptes) {
        if (page(at).level() > 1) {
            return;
        }
        if (page(at).role().direct()) {
            aroundDirect(at);
            return;
        }
        int first = at.index() & -GROUP;
        for (int i = 0; i < GROUP; i++) {
            SpteAt neighbour = new SpteAt(at.page(), first + i);
            if (neighbour.equals(at) || Spte.present(spte(neighbour))) {
                continue;
            }
            if (!one(neighbour, gptes[i], true)) {
                return;
            }
        }
    }

    /// Shadows one guest entry ahead of time. Kernel: paging_tmpl.h, FNAME(prefetch_gpte).
    ///
    /// @param respectLog whether a writable mapping is refused in a memslot whose writes are logged
    /// @return false if the entry cannot be used
    boolean one(SpteAt at, long gpte, boolean respectLog) {
        if (!syncer.usable(gpte)) {
            sptes.zap(at, Why.ZAPPED);
            return false;
        }
        Gfn gfn = syncer.frame(gpte);
        int access = syncer.access(page(at), gpte);
        Memslot slot = host.slotForPrefetch(gfn, access, respectLog);
        @Nullable Pfn pfn = slot == null ? null : host.writableNow(slot, gfn);
        if (slot == null || pfn == null) {
            return false;
        }
        leaves.prefetch(at, new LeafSetter.Mapping(slot, access, gfn, pfn, true));
        return true;
    }

    /// After a fault on a page without guest tables: runs of absent neighbours are mapped together,
    /// and a run of which the host has nothing ends it. Kernel: mmu.c, __direct_pte_prefetch.
    void aroundDirect(SpteAt at) {
        if (page(at).level() > 1) {
            return;
        }
        int first = at.index() & -GROUP;
        int start = -1;
        for (int i = first; i <= first + GROUP; i++) {
            boolean absent =
                    i < first + GROUP && i != at.index() && !Spte.present(page(at).spte(i));
            if (absent) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                if (!run(at.page(), start, i)) {
                    return;
                }
                start = -1;
            }
        }
    }

    /// Kernel: mmu.c, direct_pte_prefetch_many.
    private boolean run(int id, int from, int to) {
        ShadowPage page = recorder.now().shadow().page(id);
        int access = page.role().access();
        Gfn gfn = page.gfnAt(from);
        Memslot slot = host.slotForPrefetch(gfn, access, true);
        if (slot == null || !slot.covers(page.gfnAt(to - 1))) {
            return false;
        }
        List<Pfn> pfns = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Pfn pfn = host.writableNow(slot, page.gfnAt(i));
            if (pfn == null) {
                break;
            }
            pfns.add(pfn);
        }
        for (int i = 0; i < pfns.size(); i++) {
            leaves.prefetch(
                    new SpteAt(id, from + i),
                    new LeafSetter.Mapping(slot, access, page.gfnAt(from + i), pfns.get(i), true));
        }
        return !pfns.isEmpty();
    }

    private ShadowPage page(SpteAt at) {
        return recorder.now().shadow().page(at.page());
    }

    private long spte(SpteAt at) {
        return recorder.now().shadow().spte(at);
    }
}
