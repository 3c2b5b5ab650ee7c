package shadewalk.state;

import java.util.Set;
import shadewalk.x86.Gpa;
import shadewalk.x86.Page;
import shadewalk.x86.Pfn;

/// Builds the first state of a run: memslots, what stands in guest memory, registers. From then on
/// only events change anything.
public final class Start {

    private final Memslots slots;
    private HostMemory memory = HostMemory.EMPTY;

    /// A machine with these memslots and all memory zero.
    public Start(Memslots slots) {
        this.slots = slots;
    }

    /// Whether a memslot holds every byte from `at` on, `bytes` (at least 1) of them.
    public boolean holds(Gpa at, long bytes) {
        Memslot slot = slots.of(at.gfn());
        return slot != null && slot.covers(new Gpa(at.raw() + bytes - 1).gfn());
    }

    /// Puts the low `bytes` (1 to 8) of `value` little-endian at `at`.
    ///
    /// @throws IllegalArgumentException if they are not all in one memslot
    public void write(Gpa at, int bytes, long value) {
        if (!holds(at, bytes)) {
            throw new IllegalArgumentException(
                    "guest physical address " + at + " lies in no memslot");
        }
        int here = Math.min(bytes, Page.SIZE - at.offset());
        memory = memory.written(frame(at), at.offset(), here, value);
        if (here < bytes) {
            Gpa next = new Gpa(at.raw() + here);
            memory = memory.written(frame(next), 0, bytes - here, value >>> here * 8);
        }
    }

    /// The state before anything has happened.
    ///
    /// @param maxPages the limit on shadow pages
    public State state(Registers registers, int maxPages) {
        Cpu cpu = new Cpu(registers, Roots.NONE, Set.of(), MmioCache.NONE, Retry.NONE);
        return new State(cpu, slots, memory, ShadowTables.empty(maxPages), Stats.ZERO);
    }

    private Pfn frame(Gpa at) {
        Memslot slot = slots.of(at.gfn());
        if (slot == null) {
            throw new IllegalArgumentException(
                    "guest physical address " + at + " lies in no memslot");
        }
        return memory.frame(slot.id(), slot.page(at.gfn()));
    }
}
