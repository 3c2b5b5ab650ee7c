package shadewalk.mmu;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shadewalk.state.HostMemory;
import shadewalk.state.Memslot;
import shadewalk.state.Memslots;
import shadewalk.state.MmuEvent;
import shadewalk.state.MmuEvent.Why;
import shadewalk.state.ShadowPage;
import shadewalk.state.SpteAt;
import shadewalk.x86.Gfn;

/// A virtual machine: its memslots and their dirty logs, and what all its processors share, which
/// is the host's memory and the shadow pages. Registers and roots are a [Vcpu]'s.
///
/// Source: `virt/kvm/kvm_main.c`, v6.1: `__kvm_set_memory_region`, `kvm_get_dirty_log_protect`;
/// `arch/x86/kvm/x86.c`: `kvm_mmu_slot_apply_flags`; `mmu.c`: `kvm_mmu_zap_collapsible_spte`.
public final class Vm {

    private static final int EEXIST = 17;
    private static final int EINVAL = 22;
    private static final int ENOENT = 2;

    /// The generation moves by this much each time a set of memslots becomes active.
    private static final int ACTIVATION = 2;

    private static final int PAGES_PER_MMU_PAGE = 50;
    private static final int MIN_MMU_PAGES = 64;

    final Recorder recorder;
    final SpteEditor sptes;
    final GuestMemory memory;
    final UnsyncPages unsync;
    final Zapper zapper;
    final HostPages hostPages;
    private final HostSide host;
    private final boolean fixedPageLimit;

    /// @param fixedPageLimit whether the owner chose the number of shadow pages, so that memslots
    ///   do not change it
    public Vm(Recorder recorder, boolean fixedPageLimit) {
        this.recorder = recorder;
        this.fixedPageLimit = fixedPageLimit;
        sptes = new SpteEditor(recorder);
        memory = new GuestMemory(recorder, sptes);
        unsync = new UnsyncPages(recorder);
        zapper = new Zapper(recorder, sptes, unsync);
        hostPages = new HostPages(recorder, memory);
        host = new HostSide(recorder, memory, sptes, hostPages);
    }

    /// The owner's own way to guest memory.
    public HostSide host() {
        return host;
    }

    /// The virtual machine ends: every shadow page goes. Kernel: x86.c, kvm_arch_flush_shadow_all.
    public void destroy() {
        zapper.zapAll();
    }

    /// Shadow pages a virtual machine may have for this much memory
    /// (`KVM_MEMSLOT_PAGES_TO_MMU_PAGES_RATIO`, `KVM_MIN_ALLOC_MMU_PAGES`).
    public static int pageLimit(Memslots slots) {
        return (int) Math.max(slots.pages() / PAGES_PER_MMU_PAGE, MIN_MMU_PAGES);
    }

    /// Adds, moves or changes a memslot. Kernel: kvm_main.c, __kvm_set_memory_region.
    ///
    /// @return 0, or a negative error number
    public int set(Memslot slot) {
        Memslot old = slots().numbered(slot.id());
        if (old == null) {
            return overlaps(slot) ? -EEXIST : add(slot);
        }
        if (old.equals(slot)) {
            return 0;
        }
        if (old.pages() != slot.pages() || old.readOnly() != slot.readOnly()) {
            return -EINVAL;
        }
        if (!old.base().equals(slot.base())) {
            return overlaps(slot) ? -EEXIST : move(slot);
        }
        changeLog(slot);
        return 0;
    }

    /// Kernel: kvm_main.c, kvm_check_memslot_overlap.
    private boolean overlaps(Memslot slot) {
        return slots().slots().stream()
                .anyMatch(other -> other.id() != slot.id() && other.overlaps(slot));
    }

    /// Kernel: kvm_main.c, kvm_create_memslot.
    private int add(Memslot slot) {
        change(slots().with(slot, ACTIVATION));
        adjustPageLimit();
        return 0;
    }

    /// Kernel: kvm_main.c, kvm_move_memslot.
    private int move(Memslot slot) {
        // The old place is invalid first, and everything shadowed goes before the new one counts.
        zapper.zapAllFast();
        change(slots().with(slot, 2 * ACTIVATION));
        return 0;
    }

    /// Deletes a memslot. Kernel: kvm_main.c, kvm_delete_memslot.
    ///
    /// @return 0, or a negative error number
    public int delete(int id) {
        if (slots().numbered(id) == null) {
            return -EINVAL;
        }
        zapper.zapAllFast();
        change(slots().without(id, 2 * ACTIVATION));
        clearLog(id);
        adjustPageLimit();
        return 0;
    }

    /// Kernel: x86.c, kvm_mmu_slot_apply_flags.
    private void changeLog(Memslot slot) {
        change(slots().with(slot, ACTIVATION));
        if (!slot.logDirty()) {
            clearLog(slot.id());
            zapCollapsible(slot);
        } else {
            if (slot.readOnly()) {
                return;
            }
            for (long page = 0; page < slot.pages(); page++) {
                writeProtectAllSizes(slot.gfn(page));
            }
            recorder.flushRemoteTlbs();
        }
    }

    /// Kernel: mmu.c, kvm_mmu_slot_remove_write_access.
    private void writeProtectAllSizes(Gfn gfn) {
        for (int level = 1; level <= 2; level++) {
            if (SpteEditor.firstOf(gfn, level).equals(gfn)) {
                sptes.writeProtect(gfn, level, false);
            }
        }
    }

    /// Without the log, direct 4 KiB mappings that could be larger again are thrown away. Kernel:
    /// mmu.c, kvm_mmu_zap_collapsible_spte.
    private void zapCollapsible(Memslot slot) {
        boolean any = false;
        for (long page = 0; page < slot.pages() && !slot.readOnly(); page++) {
            for (SpteAt at : recorder.now().shadow().rmap(slot.gfn(page), 1).all()) {
                ShadowPage holder = recorder.now().shadow().page(at.page());
                if (holder.role().direct() && hostPages.maxLevel(slot, holder.gfn()) > 1) {
                    sptes.zap(at, Why.ZAPPED);
                    any = true;
                }
            }
        }
        if (any) {
            recorder.flushRemoteTlbs();
        }
    }

    /// Reads and empties a memslot's dirty log, so that the next write to each page is seen again
    /// (`KVM_GET_DIRTY_LOG`). Kernel: kvm_main.c, kvm_get_dirty_log_protect.
    ///
    /// @return the frames written since, or null if the memslot keeps no log
    public @Nullable List<Gfn> dirtyLog(int id) {
        Memslot slot = slots().numbered(id);
        if (slot == null || !slot.logDirty()) {
            return null;
        }
        List<Gfn> dirty = new ArrayList<>();
        HostMemory before = recorder.now().memory();
        for (long page = 0; page < slot.pages(); page++) {
            if (before.isDirty(id, page)) {
                dirty.add(slot.gfn(page));
            }
        }
        if (!dirty.isEmpty()) {
            clearLog(id);
            dirty.forEach(gfn -> sptes.writeProtect(gfn, 1, false));
            recorder.flushRemoteTlbs();
        }
        return dirty;
    }

    /// What [#dirtyLog] reports for a memslot without a log.
    public static int noDirtyLog() {
        return -ENOENT;
    }

    /// The limit follows the memory. It never falls below what is used: less memory means that a
    /// memslot was deleted, which has just zapped every page but the roots. Kernel: mmu.c,
    /// kvm_mmu_change_mmu_pages.
    private void adjustPageLimit() {
        int was = recorder.now().shadow().maxPages();
        int wanted = pageLimit(slots());
        if (!fixedPageLimit && was != wanted) {
            recorder.emit(new MmuEvent.PageLimitSet(was, wanted));
        }
    }

    private void clearLog(int id) {
        recorder.emit(new MmuEvent.DirtyLogCleared(id));
    }

    /// Puts other memslots in force. Where the generation that device entries keep begins anew, old
    /// entries would look new, so that everything goes. Kernel: kvm_main.c,
    /// kvm_swap_active_memslots; mmu.c, kvm_mmu_invalidate_mmio_sptes.
    private void change(Memslots now) {
        recorder.emit(new MmuEvent.MemslotsChanged(slots(), now));
        if (SpteMaker.keptGeneration(now.generation()) == 0) {
            zapper.zapAllFast();
        }
    }

    private Memslots slots() {
        return recorder.now().slots();
    }
}
