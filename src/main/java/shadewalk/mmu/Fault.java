package shadewalk.mmu;

import org.jspecify.annotations.Nullable;
import shadewalk.state.Memslot;
import shadewalk.state.Request;
import shadewalk.state.Roots;
import shadewalk.state.State;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gva;
import shadewalk.x86.PageFault;
import shadewalk.x86.Pfn;

/// One page fault on its way through the handler (`struct kvm_page_fault`).
final class Fault {

    final Gva address;
    final long code;

    Gfn gfn = new Gfn(0);
    @Nullable Memslot slot;
    Pfn pfn = Pfn.NOSLOT;
    boolean mapWritable;
    boolean hostMemoryMoved;

    /// Whether the handler got as far as comparing the frame with the tables of its own walk, and
    /// whether it is one of them (`write_fault_to_shadow_pgtable`).
    boolean comparedWithTables;

    boolean writesOwnTables;

    int maxLevel = 1;
    int goalLevel = 1;

    Fault(Gva address, long code) {
        this.address = address;
        this.code = code;
    }

    boolean write() {
        return PageFault.W.in(code);
    }

    boolean user() {
        return PageFault.U.in(code);
    }

    boolean present() {
        return PageFault.P.in(code);
    }

    boolean reserved() {
        return PageFault.RSVD.in(code);
    }

    /// A write to a table of level 2 or more that is mapped already cannot be fixed by an entry.
    /// Kernel: mmu.c, page_fault_handle_page_track.
    boolean isTrackedWrite(State now) {
        return !reserved()
                && present()
                && write()
                && slot != null
                && now.shadow().writeTracked(gfn);
    }

    /// Whether roots or host memory changed while the fault was being handled. Kernel: mmu.c,
    /// is_page_fault_stale.
    boolean isStale(State now) {
        Roots.Root root = now.cpu().roots().current();
        boolean obsolete =
                root.hasPage()
                        ? now.shadow().obsolete(now.shadow().page(root.page()))
                        : now.cpu().requests().contains(Request.MMU_FREE_OBSOLETE_ROOTS);
        return obsolete || hostMemoryMoved;
    }

    /// The frame of the faulting 4 KiB, also where a larger page is mapped.
    Pfn requestedPfn() {
        long within = gfn.raw() & SpteEditor.pagesPer(goalLevel) - 1;
        return pfn.isNoSlot() ? pfn : new Pfn(pfn.raw() | within);
    }
}
