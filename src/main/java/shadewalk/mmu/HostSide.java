package shadewalk.mmu;

import java.util.ArrayList;
import java.util.List;
import shadewalk.state.HostMemory;
import shadewalk.state.Memslot;
import shadewalk.state.MmuEvent.Why;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Page;
import shadewalk.x86.Pfn;

/// What the owner of the virtual machine does to guest memory behind KVM's back, through a mapping
/// of its own: it reads, writes, and gives pages back to the host.
public final class HostSide {

    /// How many pages the host gathers before it frees them: at first, and from then on.
    private static final int FIRST_BUNDLE = 8;

    private static final int LATER_BUNDLE = 510;

    private final Recorder recorder;
    private final GuestMemory memory;
    private final SpteEditor sptes;
    private final HostPages host;

    HostSide(Recorder recorder, GuestMemory memory, SpteEditor sptes, HostPages host) {
        this.recorder = recorder;
        this.memory = memory;
        this.sptes = sptes;
        this.host = host;
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
    /// mappings of all of it. Kernel: mmu.c, kvm_unmap_gfn_range.
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
}
