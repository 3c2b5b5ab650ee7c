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
import shadewalk.x86.Gpa;
import shadewalk.x86.Page;
import shadewalk.x86.Pfn;

/// What the owner of the virtual machine does from outside: memslots, dirty logs, and changes of
/// guest memory behind KVM's back.
///
/// Source: `virt/kvm/kvm_main.c`, v6.1: `__kvm_set_memory_region`, `kvm_get_dirty_log_protect`;
/// `arch/x86/kvm/x86.c`: `kvm_mmu_slot_apply_flags`; `mmu.c`: `kvm_mmu_zap_collapsible_spte`.
public final class HostSide {

    private static final int EEXIST = 17;
    private static final int EINVAL = 22;
    private static final int ENOENT = 2;

    /// The generation moves by this much each time a set of memslots becomes active.
    private static final int ACTIVATION = 2;

    /// How many pages the host gathers before it frees them: at first, and from then on.
    private static final int FIRST_BUNDLE = 8;

    private static final int LATER_BUNDLE = 510;

    private static final int PAGES_PER_MMU_PAGE = 50;
    private static final int MIN_MMU_PAGES = 64;

    private final Recorder recorder;
    private final GuestMemory memory;
    private final SpteEditor sptes;
    private final Zapper zapper;
    private final HostPages host;
    private final boolean fixedPageLimit;

    HostSide(
            Recorder recorder,
            GuestMemory memory,
            SpteEditor sptes,
            Zapper zapper,
            HostPages host,
            boolean fixedPageLimit) {
        this.recorder = recorder;
        this.memory = memory;
        this.sptes = sptes;
        this.zapper = zapper;
        this.host = host;
        this.fixedPageLimit = fixedPageLimit;
    }

    /// Shadow pages a virtual machine may have for this much memory
    /// (`KVM_MEMSLOT_PAGES_TO_MMU_PAGES_RATIO`, `KVM_MIN_ALLOC_MMU_PAGES`).
    public static int pageLimit(Memslots slots) {
        return (int) Math.max(slots.pages() / PAGES_PER_MMU_PAGE, MIN_MMU_PAGES);
    }

    /// Adds, moves or changes a memslot.
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

    private boolean overlaps(Memslot slot) {
        return slots().slots().stream()
                .anyMatch(other -> other.id() != slot.id() && other.overlaps(slot));
    }

    private int add(Memslot slot) {
        change(slots().with(slot, ACTIVATION));
        adjustPageLimit();
        return 0;
    }

    private int move(Memslot slot) {
        // The old place is invalid first, and everything shadowed goes before the new one counts.
        zapper.zapAllFast();
        change(slots().with(slot, 2 * ACTIVATION));
        return 0;
    }

    /// Deletes a memslot.
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

    private void writeProtectAllSizes(Gfn gfn) {
        for (int level = 1; level <= 2; level++) {
            if (SpteEditor.firstOf(gfn, level).equals(gfn)) {
                sptes.writeProtect(gfn, level, false);
            }
        }
    }

    /// Without the log, direct 4 KiB mappings that could be larger again are thrown away.
    private void zapCollapsible(Memslot slot) {
        boolean any = false;
        for (long page = 0; page < slot.pages() && !slot.readOnly(); page++) {
            for (SpteAt at : recorder.now().shadow().rmap(slot.gfn(page), 1).all()) {
                ShadowPage holder = recorder.now().shadow().page(at.page());
                if (holder.role().direct() && host.maxLevel(slot, holder.gfn()) > 1) {
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
    /// (`KVM_GET_DIRTY_LOG`).
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

    /// Writes guest memory through the owner's mapping.
    ///
    /// @return false if the bytes do not all lie in one memslot
    public boolean poke(Gpa at, int bytes, long value) {
        Memslot slot = memory.slot(at.gfn());
        if (slot == null || !slot.covers(new Gpa(at.raw() + bytes - 1).gfn())) {
            return false;
        }
        int first = Math.min(bytes, Page.SIZE - at.offset());
        memory.poke(slot, at, first, value);
        if (first < bytes) {
            memory.poke(slot, new Gpa(at.raw() + first), bytes - first, value >>> first * 8);
        }
        return true;
    }

    /// Gives whole pages of guest memory back to the host; KVM's notifier removes their mappings.
    ///
    /// The owner's memory is locked and must be unlocked first. Unlocking a part of a 2 MiB block
    /// that was locked as a whole makes the host split the block, and for that it removes the
    /// mappings of all of it.
    ///
    /// @return false if the range leaves a memslot, or does not begin with a page
    public boolean discard(Gpa at, long bytes) {
        Gfn first = at.gfn();
        Gfn last = new Gpa(at.raw() + bytes - 1).gfn();
        Memslot slot = memory.slot(first);
        if (slot == null || !slot.covers(last) || at.offset() != 0) {
            return false;
        }
        boolean flush = splitBlock(slot, slot.page(first));
        flush |= splitBlock(slot, slot.page(last) + 1);
        for (long gfn = first.raw(); gfn <= last.raw(); gfn++) {
            flush |= sptes.zapMappings(new Gfn(gfn), Why.HOST_UNMAPPED);
        }
        giveBack(slot, first, last);
        if (flush) {
            recorder.flushRemoteTlbs();
        }
        return true;
    }

    /// Takes the frames of pages away, huge pages as a whole. The host gathers small ones and lets
    /// go of each bundle from its end, so that it gives the first one out first (`tlb_batch`).
    private void giveBack(Memslot slot, Gfn first, Gfn last) {
        List<Gfn> bundle = new ArrayList<>();
        int room = FIRST_BUNDLE;
        for (long gfn = first.raw(); gfn <= last.raw(); gfn++) {
            Gfn page = new Gfn(gfn);
            Pfn frame = memory.frame(slot, page);
            if (isWholeHugePage(slot, gfn, last)) {
                memory.moveBlock(slot, page, _ -> HostMemory.GONE);
            } else if (HostMemory.isOwn(frame)) {
                bundle.add(page);
            } else if (!HostMemory.isMissing(frame)) {
                memory.moveFrame(slot, page, HostMemory.ABSENT);
            }
            if (bundle.size() == room) {
                letGo(slot, bundle);
                room = LATER_BUNDLE;
            }
        }
        letGo(slot, bundle);
    }

    private boolean isWholeHugePage(Memslot slot, long gfn, Gfn last) {
        long page = slot.page(new Gfn(gfn));
        return slot.hugePages()
                && page % HostMemory.BLOCK == 0
                && gfn + HostMemory.BLOCK - 1 <= last.raw()
                && !HostMemory.isMissing(memory.frame(slot, new Gfn(gfn)))
                && host.isWhole(slot, page);
    }

    /// A page that is taken out of a huge page leaves its frame there.
    private void letGo(Memslot slot, List<Gfn> bundle) {
        for (Gfn gfn : bundle.reversed()) {
            Pfn home = HostMemory.home(slot.id(), slot.page(gfn));
            boolean cutOut = slot.hugePages() && memory.frame(slot, gfn).equals(home);
            memory.moveFrame(slot, gfn, cutOut ? HostMemory.CUT_OUT : HostMemory.ABSENT);
        }
        bundle.clear();
    }

    /// Removes the mappings of the host's 2 MiB block that a border falls into, unless the border
    /// is the block's own or the block was split before.
    ///
    /// @return whether there were any
    private boolean splitBlock(Memslot slot, long border) {
        long size = SpteEditor.pagesPer(2);
        long first = border - border % size;
        if (first == border || !host.isWhole(slot, first)) {
            return false;
        }
        if (HostMemory.isHugeZero(memory.frame(slot, slot.gfn(first)))) {
            return memory.splitHugeZero(slot, slot.gfn(first));
        }
        boolean any = false;
        for (long page = first; page < Math.min(first + size, slot.pages()); page++) {
            any |= sptes.zapMappings(slot.gfn(page), Why.HOST_UNMAPPED);
        }
        return any;
    }

    /// Reads guest memory through the owner's mapping: pages the host had taken away become shared
    /// pages of zeros. A range that leaves a memslot is not looked at.
    public void look(Gpa at, long bytes) {
        Memslot slot = memory.slot(at.gfn());
        Gfn last = new Gpa(at.raw() + bytes - 1).gfn();
        if (slot == null || !slot.covers(last) || recorder.now().memory().moved().isEmpty()) {
            return;
        }
        for (long gfn = at.gfn().raw(); gfn <= last.raw(); gfn++) {
            memory.readable(slot, new Gfn(gfn));
        }
    }

    /// The limit follows the memory. It never falls below what is used: less memory means that a
    /// memslot was deleted, which has just zapped every page but the roots.
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
    /// entries would look new, so that everything goes (`kvm_mmu_invalidate_mmio_sptes`).
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
