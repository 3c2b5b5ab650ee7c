package shadewalk.mmu;

import org.jspecify.annotations.Nullable;
import shadewalk.state.Memslot;
import shadewalk.state.MmioCache;
import shadewalk.state.MmuEvent;
import shadewalk.state.MmuEvent.Writer;
import shadewalk.state.Registers;
import shadewalk.state.Retry;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;
import shadewalk.x86.PageFault;
import shadewalk.x86.PagingMode;

/// Guest memory as KVM's instruction emulator reaches it: every access walks the guest's tables,
/// and every write is looked at for shadowed tables.
///
/// Source: `arch/x86/kvm/x86.c`, v6.1: `emulator_read_write_onepage`, `vcpu_mmio_gva_to_gpa`,
/// `emulator_write_phys`, `emulator_cmpxchg_emulated`, `kvm_fetch_guest_virt`, `retry_instruction`,
/// `reexecute_instruction`.
public final class EmulatedMemory {

    /// Where the processor's interrupt controller answers, whatever memory lies there
    /// (`APIC_DEFAULT_PHYS_BASE`).
    private static final Gfn LOCAL_APIC = new Gfn(0xfee00);

    private final Recorder recorder;
    private final Privilege privilege;
    private final GuestWalker walker;
    private final GuestMemory memory;
    private final WriteTracker tracker;
    private final Zapper zapper;

    private boolean lastFaultWroteOwnTables;
    private @Nullable Gva faultAddress;

    EmulatedMemory(
            Recorder recorder,
            Privilege privilege,
            GuestWalker walker,
            GuestMemory memory,
            WriteTracker tracker,
            Zapper zapper) {
        this.recorder = recorder;
        this.privilege = privilege;
        this.walker = walker;
        this.memory = memory;
        this.tracker = tracker;
        this.zapper = zapper;
    }

    /// Where an address leads.
    ///
    /// @param gpa the guest physical address, or null if the guest's tables forbid the access
    /// @param faultCode the error code of that fault
    /// @param device whether it is known to be a device
    public record Place(@Nullable Gpa gpa, long faultCode, boolean device) {}

    /// Translates an instruction fetch. Kernel: x86.c, kvm_fetch_guest_virt.
    public Place fetch(Gva address) {
        return walk(address, PageFault.F.mask());
    }

    /// Translates a data access; a device page that is remembered, and may be accessed so, needs no
    /// walk. Kernel: x86.c, vcpu_mmio_gva_to_gpa.
    public Place data(Gva address, boolean write) {
        long access = PageFault.W.put(0, write);
        MmioCache cache = recorder.now().cpu().mmio();
        long generation = recorder.now().slots().generation();
        Gva known = faultAddress;
        if (known != null && known.offset() == address.offset()) {
            Gpa gpa = new Gpa(known.raw());
            return new Place(gpa, 0, cache(generation, gpa.gfn()));
        }
        if (cache.matches(address, generation) && permits(cache, access)) {
            return new Place(cache.gfn().at(address.offset()), 0, true);
        }
        Place place = walk(address, access);
        if (place.gpa() == null) {
            return place;
        }
        return new Place(place.gpa(), 0, cache(generation, place.gpa().gfn()));
    }

    private boolean cache(long generation, Gfn gfn) {
        return gfn.equals(LOCAL_APIC) || recorder.now().cpu().mmio().matches(gfn, generation);
    }

    /// A fault of a guest without paging leads to emulation: what it was about is known to be a
    /// physical address, and serves every part of the access with the same offset in its page
    /// (`gpa_available`).
    public void emulates(@Nullable Gva fault) {
        faultAddress = registers().mode() == PagingMode.OFF ? fault : null;
    }

    /// Kernel: mmu.h, permission_fault.
    private boolean permits(MmioCache cache, long access) {
        return registers().mode() == PagingMode.OFF
                || !Permissions.fault(
                        registers(), cache.access(), withUser(access), privilege.alignmentCheck());
    }

    /// Walks for a write without asking the device cache first. Kernel: x86.c,
    /// kvm_mmu_gva_to_gpa_write.
    public Place write(Gva address) {
        return walk(address, PageFault.W.mask());
    }

    private Place walk(Gva address, long access) {
        if (registers().mode() == PagingMode.OFF) {
            return new Place(new Gpa(address.raw()), 0, false);
        }
        GuestWalkResult walk = walker.walk(address, withUser(access));
        return walk.failed()
                ? new Place(null, walk.faultCode(), false)
                : new Place(walk.gfn().at(address.offset()), 0, false);
    }

    private long withUser(long access) {
        return PageFault.U.put(access, privilege.user());
    }

    /// Guest memory at `at`, within one frame; null where no memslot is. Kernel: kvm_main.c,
    /// kvm_vcpu_read_guest.
    public @Nullable Long load(Gpa at, int bytes) {
        return memory.read(at, bytes);
    }

    /// Writes guest memory within one frame and lets the shadow pages of the frame know. Kernel:
    /// x86.c, emulator_write_phys.
    ///
    /// @return false where no memslot is or the memslot is read-only
    public boolean store(Gpa at, int bytes, long value) {
        if (!memory.write(at, bytes, value, Writer.EMULATOR)) {
            return false;
        }
        tracker.written(at, bytes);
        return true;
    }

    /// Whether a compare-and-exchange can be done on the memory itself: there is some that may be
    /// written, and the interrupt controller does not lie in front of it. Kernel: x86.c,
    /// emulator_cmpxchg_emulated.
    public boolean exchangeable(Gpa at) {
        Memslot slot = memory.slot(at.gfn());
        return slot != null && !slot.readOnly() && !at.gfn().equals(LOCAL_APIC);
    }

    /// Whether an instruction that is no usual way to write a page table should rather be tried
    /// again, natively, after the table it writes has been given up. The second time in a row it is
    /// emulated. Kernel: x86.c, retry_instruction.
    ///
    /// @param writesTables whether the instruction is one that page tables are commonly written
    ///   with
    public boolean retryInstead(
            boolean allowed, boolean writesTables, Gva instruction, Gva address) {
        Retry last = recorder.now().cpu().retry();
        Retry mine = new Retry(instruction, address);
        if (!allowed || writesTables || last.equals(mine)) {
            remember(Retry.NONE);
            return false;
        }
        remember(mine);
        Place place = walk(address, PageFault.W.mask());
        if (place.gpa() != null) {
            zapper.unprotect(place.gpa().gfn());
        }
        return true;
    }

    /// Whether an instruction that could not be emulated should be tried again natively, after the
    /// table it writes has been given up. Kernel: x86.c, reexecute_instruction.
    ///
    /// @param address what the fault that led here was about
    public boolean reexecuteInstead(Gva address) {
        Gpa gpa = walk(address, PageFault.W.mask()).gpa();
        if (gpa == null) {
            return true;
        }
        Memslot slot = memory.slot(gpa.gfn());
        if (slot == null || slot.readOnly()) {
            return false;
        }
        boolean direct = registers().mode() == PagingMode.OFF;
        if (!direct || recorder.now().shadow().indirectPages() != 0) {
            zapper.unprotect(gpa.gfn());
        }
        return direct || !lastFaultWroteOwnTables;
    }

    /// A page fault was handled so far that its frame could be compared with the tables of its
    /// walk.
    void faultWroteOwnTables(boolean itDid) {
        lastFaultWroteOwnTables = itDid;
    }

    /// An emulation is over, and with it what is known of the fault that led to it.
    public void emulated() {
        lastFaultWroteOwnTables = false;
        faultAddress = null;
    }

    private void remember(Retry now) {
        Retry was = recorder.now().cpu().retry();
        if (!was.equals(now)) {
            recorder.emit(new MmuEvent.RetryRemembered(was, now));
        }
    }

    private Registers registers() {
        return recorder.now().cpu().registers();
    }
}
