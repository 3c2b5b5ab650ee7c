package shadewalk.mmu;

import org.jspecify.annotations.Nullable;
import shadewalk.state.Acc;
import shadewalk.state.HostMemory;
import shadewalk.state.Memslot;
import shadewalk.x86.Gfn;
import shadewalk.x86.Pfn;

/// Which host page a guest frame gets, and how large a mapping the host allows.
///
/// Source: `mmu.c`, v6.1: `kvm_faultin_pfn`, `kvm_mmu_max_mapping_level`,
/// `kvm_mmu_hugepage_adjust`; `virt/kvm/kvm_main.c`: `hva_to_pfn`, `gfn_to_page_many_atomic`.
final class HostPages {

    private final Recorder recorder;
    private final GuestMemory memory;

    HostPages(Recorder recorder, GuestMemory memory) {
        this.recorder = recorder;
        this.memory = memory;
    }

    /// Finds the host page for a fault, populating it if need be. Kernel: mmu.c, kvm_faultin_pfn;
    /// kvm_main.c, hva_to_pfn.
    void faultIn(Fault fault) {
        Memslot slot = fault.slot;
        if (slot == null) {
            fault.pfn = Pfn.NOSLOT;
            return;
        }
        if (fault.write() && slot.readOnly()) {
            fault.pfn = Pfn.RO_FAULT;
            return;
        }
        if (fault.write()) {
            // Breaking up a shared page of zeros moves host memory under the fault's feet.
            fault.hostMemoryMoved = HostMemory.isZero(memory.frame(slot, fault.gfn));
            fault.pfn = memory.populated(slot, fault.gfn);
            fault.mapWritable = true;
            return;
        }
        fault.pfn = memory.readable(slot, fault.gfn);
        fault.mapWritable = !slot.readOnly() && HostMemory.isOwn(fault.pfn);
    }

    /// The host page of a frame if it may be written at once, else null. Kernel: kvm_main.c,
    /// gfn_to_page_many_atomic.
    @Nullable Pfn writableNow(Memslot slot, Gfn gfn) {
        if (slot.readOnly() || !slot.covers(gfn)) {
            return null;
        }
        Pfn frame = memory.frame(slot, gfn);
        return HostMemory.isOwn(frame) ? frame : null;
    }

    /// The memslot to prefetch a frame from, or null: a mapping that would be writable is not made
    /// ahead of time while writes are logged. Kernel: mmu.c, gfn_to_memslot_dirty_bitmap.
    @Nullable Memslot slotForPrefetch(Gfn gfn, int access, boolean respectLog) {
        Memslot slot = memory.slot(gfn);
        if (slot == null) {
            return null;
        }
        boolean refused = respectLog && slot.logDirty() && (access & Acc.WRITE) != 0;
        return refused ? null : slot;
    }

    /// Chooses the largest mapping that guest page, memslot, shadowed tables and host allow.
    /// Kernel: mmu.c, kvm_mmu_hugepage_adjust.
    void adjustForHugePage(Fault fault) {
        Memslot slot = fault.slot;
        if (fault.maxLevel == 1 || slot == null || fault.pfn.isError() || slot.logDirty()) {
            return;
        }
        int level = Math.min(fault.maxLevel, maxLevel(slot, fault.gfn));
        if (level > 1) {
            fault.goalLevel = level;
            fault.pfn = new Pfn(fault.pfn.raw() & -SpteEditor.pagesPer(level));
        }
    }

    /// The largest mapping of a frame: 2 only where the host has a 2 MiB page, the memslot covers
    /// it whole and no table in it is shadowed. Kernel: mmu.c, kvm_mmu_max_mapping_level.
    int maxLevel(Memslot slot, Gfn gfn) {
        Gfn first = SpteEditor.firstOf(gfn, 2);
        Gfn last = new Gfn(first.raw() + SpteEditor.pagesPer(2) - 1);
        boolean aligned = slot.base().raw() % SpteEditor.pagesPer(2) == 0;
        boolean possible =
                slot.hugePages()
                        && aligned
                        && slot.covers(first)
                        && slot.covers(last)
                        && isWhole(slot, slot.page(first))
                        && !recorder.now().shadow().shadowedIn2M(gfn);
        return possible ? 2 : 1;
    }

    /// Whether the host has not yet split the 2 MiB block that begins with this page of a slot:
    /// none of its pages was ever discarded alone.
    boolean isWhole(Memslot slot, long firstPage) {
        if (recorder.now().memory().moved().isEmpty()) {
            return true;
        }
        for (long page = firstPage; page < firstPage + SpteEditor.pagesPer(2); page++) {
            if (!recorder.now().memory().isInPlace(slot.id(), page)) {
                return false;
            }
        }
        return true;
    }
}
