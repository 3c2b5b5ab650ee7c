package shadewalk.mmu;

import java.util.List;
import java.util.Set;
import shadewalk.manuals.Book.Paging;
import shadewalk.state.Cpu;
import shadewalk.state.HostMemory;
import shadewalk.state.Memslot;
import shadewalk.state.Memslots;
import shadewalk.state.MmioCache;
import shadewalk.state.MmuEvent;
import shadewalk.state.Registers;
import shadewalk.state.Retry;
import shadewalk.state.Roots;
import shadewalk.state.ShadowTables;
import shadewalk.state.State;
import shadewalk.state.Stats;
import shadewalk.x86.Cr0;
import shadewalk.x86.Cr4;
import shadewalk.x86.Efer;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;
import shadewalk.x86.Pfn;

/// A few pages of guest memory with tables in them, and KVM's walker over them.
final class Tables {

    private static final Memslots SLOTS = slots(false);

    private final Paging paging;
    private final Memslots slots;
    private HostMemory memory = HostMemory.EMPTY;
    private HostMemory walked = HostMemory.EMPTY;

    Tables(Paging paging, boolean readOnly) {
        this.paging = paging;
        this.slots = readOnly ? slots(true) : SLOTS;
    }

    private static Memslots slots(boolean readOnly) {
        return Memslots.NONE.with(new Memslot(0, new Gfn(0), 16, readOnly, false, false), 2);
    }

    void write(long at, int bytes, long value) {
        State now = state(registers(0, 0), memory);
        Gpa gpa = new Gpa(at);
        Pfn frame = memory.frame(0, gpa.gfn().raw());
        memory =
                now.after(
                                new MmuEvent.MemoryWritten(
                                        gpa, frame, bytes, 0, value, MmuEvent.Writer.HOST))
                        .memory();
        walked = memory;
    }

    /// What stands there after the last walk.
    long read(long at, int bytes) {
        Gpa gpa = new Gpa(at);
        return walked.read(memory.frame(0, gpa.gfn().raw()), gpa.offset(), bytes);
    }

    /// Takes back what the last walk has marked.
    void rewind() {
        walked = memory;
    }

    GuestWalkResult walk(long linear, long pferr, int controls, long pointer, boolean ac) {
        State start = state(registers(controls, pointer), memory);
        Recorder recorder = new Recorder(start, (_, _) -> {});
        Privilege privilege = new Privilege();
        privilege.set((pferr & 4) != 0, ac);
        GuestMemory guest = new GuestMemory(recorder, new SpteEditor(recorder));
        GuestWalkResult walk =
                new GuestWalker(recorder, guest, privilege).walk(new Gva(linear), pferr);
        walked = recorder.now().memory();
        return walk;
    }

    private State state(Registers registers, HostMemory contents) {
        Cpu cpu = new Cpu(registers, Roots.NONE, Set.of(), MmioCache.NONE, Retry.NONE);
        return new State(cpu, slots, contents, ShadowTables.empty(64), Stats.ZERO);
    }

    private Registers registers(int controls, long pointer) {
        long cr0 = Cr0.PG.mask() | Cr0.PE.mask();
        cr0 = Cr0.WP.put(cr0, (controls & 0x1) != 0);
        long cr4 = Cr4.PAE.put(0, paging != Paging.BITS_32);
        cr4 = Cr4.LA57.put(cr4, paging == Paging.LEVEL_5);
        cr4 = Cr4.SMEP.put(cr4, (controls & 0x2) != 0);
        cr4 = Cr4.SMAP.put(cr4, (controls & 0x4) != 0);
        cr4 = Cr4.PSE.put(cr4, (controls & 0x10) != 0);
        boolean longMode = paging == Paging.LEVEL_4 || paging == Paging.LEVEL_5;
        long efer = Efer.NX.put(0, (controls & 0x8) != 0);
        efer = Efer.LMA.put(Efer.LME.put(efer, longMode), longMode);
        return new Registers(cr0, 0, cr3(), cr4, efer, List.of(0L, 0L, pointer, 0L));
    }

    private long cr3() {
        return switch (paging) {
            case BITS_32, PAE -> 0x2000;
            case LEVEL_4 -> 0x4000;
            case LEVEL_5 -> 0x5000;
        };
    }
}
