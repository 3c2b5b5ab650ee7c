package shadewalk.mmu;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import shadewalk.state.HostMemory;
import shadewalk.state.Memslot;
import shadewalk.state.MmuEvent;
import shadewalk.state.MmuEvent.Why;
import shadewalk.state.MmuEvent.Writer;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Pfn;

/// Guest memory as KVM reaches it: through the memslots and the owner's mapping, not through the
/// guest's tables.
///
/// Source: `virt/kvm/kvm_main.c`, v6.1: `kvm_vcpu_read_guest`, `kvm_vcpu_read_guest_atomic`,
/// `kvm_vcpu_write_guest`, `hva_to_pfn`.
final class GuestMemory {

    private final Recorder recorder;
    private final SpteEditor sptes;

    GuestMemory(Recorder recorder, SpteEditor sptes) {
        this.recorder = recorder;
        this.sptes = sptes;
    }

    /// Kernel: kvm_main.c, gfn_to_memslot.
    @Nullable Memslot slot(Gfn gfn) {
        return recorder.now().slots().of(gfn);
    }

    /// `bytes` (1 to 8) from `at`, within one frame; null where no memslot is. A page the host had
    /// not populated becomes the shared zero page. Kernel: kvm_main.c, kvm_vcpu_read_guest_page.
    @Nullable Long read(Gpa at, int bytes) {
        Memslot slot = slot(at.gfn());
        if (slot == null) {
            return null;
        }
        return recorder.now().memory().read(readable(slot, at.gfn()), at.offset(), bytes);
    }

    /// The frame of a page that is about to be read. Where the host has none, it finds the shared
    /// zero page, or the huge one for all of a block that is gone. Kernel: kvm_main.c, hva_to_pfn.
    Pfn readable(Memslot slot, Gfn gfn) {
        Pfn frame = frame(slot, gfn);
        if (frame.equals(HostMemory.GONE)) {
            moveBlock(slot, gfn, HostMemory::hugeZero);
        } else if (HostMemory.isMissing(frame)) {
            moveFrame(slot, gfn, HostMemory.ZERO_PAGE);
        }
        return frame(slot, gfn);
    }

    /// The same without sleeping: null also where the host has no page at the moment. Kernel:
    /// kvm_main.c, kvm_vcpu_read_guest_atomic.
    @Nullable Long readAtomic(Gpa at, int bytes) {
        Memslot slot = slot(at.gfn());
        if (slot == null) {
            return null;
        }
        Pfn frame = frame(slot, at.gfn());
        return HostMemory.isMissing(frame)
                ? null
                : (Long) recorder.now().memory().read(frame, at.offset(), bytes);
    }

    /// Writes `bytes` (1 to 8) within one frame and marks it in the dirty log. Kernel: kvm_main.c,
    /// kvm_vcpu_write_guest.
    ///
    /// @return false where no memslot is or the memslot is read-only
    boolean write(Gpa at, int bytes, long value, Writer by) {
        Memslot slot = slot(at.gfn());
        if (slot == null || slot.readOnly()) {
            return false;
        }
        store(slot, at, bytes, value, by);
        markDirty(slot, at.gfn());
        return true;
    }

    /// Writes behind KVM's back: no dirty log, and a read-only memslot is no hindrance.
    void poke(Memslot slot, Gpa at, int bytes, long value) {
        store(slot, at, bytes, value, Writer.HOST);
    }

    /// The guest's own store through a writable mapping.
    void storeNatively(Gpa at, Pfn frame, int bytes, long value) {
        emitWrite(at, frame, bytes, value, Writer.GUEST);
    }

    private void store(Memslot slot, Gpa at, int bytes, long value, Writer by) {
        emitWrite(at, populated(slot, at.gfn()), bytes, value, by);
    }

    private void emitWrite(Gpa at, Pfn frame, int bytes, long value, Writer by) {
        long was = recorder.now().memory().read(frame, at.offset(), bytes);
        recorder.emit(new MmuEvent.MemoryWritten(at, frame, bytes, was, value, by));
    }

    /// A frame of the page's own: where the host had none, or only a shared page of zeros, it finds
    /// a fresh one, and mappings of the zeros go. A block that is gone gets a huge page. Kernel:
    /// kvm_main.c, hva_to_pfn.
    Pfn populated(Memslot slot, Gfn gfn) {
        Pfn frame = frame(slot, gfn);
        if (HostMemory.isOwn(frame)) {
            return frame;
        }
        if (frame.equals(HostMemory.GONE)) {
            moveBlock(slot, gfn, page -> HostMemory.home(slot.id(), page));
            return frame(slot, gfn);
        }
        boolean flush =
                HostMemory.isHugeZero(frame)
                        ? splitHugeZero(slot, gfn)
                        : frame.equals(HostMemory.ZERO_PAGE)
                                && sptes.zapMappings(gfn, Why.HOST_UNMAPPED);
        if (flush) {
            recorder.flushRemoteTlbs();
        }
        Pfn fresh = recorder.now().memory().nextFree();
        moveFrame(slot, gfn, fresh);
        return fresh;
    }

    /// The huge page of zeros in a block becomes small ones.
    ///
    /// @return whether mappings had to go for it
    boolean splitHugeZero(Memslot slot, Gfn gfn) {
        boolean any = false;
        long first = slot.page(gfn) / HostMemory.BLOCK * HostMemory.BLOCK;
        for (long page = first; page < first + HostMemory.BLOCK; page++) {
            any |= sptes.zapMappings(slot.gfn(page), Why.HOST_UNMAPPED);
        }
        moveBlock(slot, gfn, _ -> HostMemory.ZERO_PAGE);
        return any;
    }

    /// Moves all pages of the 2 MiB block that a page lies in.
    void moveBlock(Memslot slot, Gfn gfn, LongFunction<Pfn> to) {
        long first = slot.page(gfn) / HostMemory.BLOCK * HostMemory.BLOCK;
        for (long page = first; page < first + HostMemory.BLOCK; page++) {
            moveFrame(slot, slot.gfn(page), to.apply(page));
        }
    }

    /// Where a page of a slot lies in the host.
    Pfn frame(Memslot slot, Gfn gfn) {
        return recorder.now().memory().frame(slot.id(), slot.page(gfn));
    }

    void moveFrame(Memslot slot, Gfn gfn, Pfn to) {
        recorder.emit(
                new MmuEvent.HostFrameChanged(slot.id(), slot.page(gfn), frame(slot, gfn), to));
    }

    /// Kernel: kvm_main.c, mark_page_dirty_in_slot.
    void markDirty(Memslot slot, Gfn gfn) {
        if (slot.logDirty() && !recorder.now().memory().isDirty(slot.id(), slot.page(gfn))) {
            recorder.emit(new MmuEvent.PageLoggedDirty(slot.id(), slot.page(gfn)));
        }
    }
}
