package shadewalk.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shadewalk.mmu.ControlRegisters;
import shadewalk.mmu.Vm;
import shadewalk.state.Memslot;
import shadewalk.state.Memslots;
import shadewalk.state.Registers;
import shadewalk.state.Start;
import shadewalk.state.State;
import shadewalk.x86.PagingMode;

/// What a virtual machine is when its guest starts.
///
/// @param mode which processor mode the guest program is written for
/// @param memslots in the order in which they are set up; no two share a number or a frame
/// @param memory the words that stand in it; everything else is zero
/// @param agent where the scripted guest program lives, or null if there is none
/// @param watches the memory whose changes are reported
/// @param mmuPages the limit on shadow pages, or 0 for KVM's rule
/// @param mmioValue what a device returns to every read
/// @param stats whether the counters that moved are reported after each step
/// @param shadow whether the shadow tables' changes are reported after each step
public record Machine(
        Mode mode,
        long cr0,
        long cr3,
        long cr4,
        long efer,
        List<Memslot> memslots,
        List<MemoryWord> memory,
        @Nullable Agent agent,
        List<Watch> watches,
        int mmuPages,
        long mmioValue,
        boolean stats,
        boolean shadow) {

    /// What a device read returns unless the scenario says otherwise.
    public static final long MMIO_VALUE = 0xe3e2_e1e0L;

    /// The fewest shadow pages that can be asked for (`KVM_MIN_ALLOC_MMU_PAGES`).
    public static final int MIN_MMU_PAGES = 64;

    /// One change of the memslots moves their generation by this much.
    private static final int GENERATION_STEP = 2;

    public Machine {
        memslots = List.copyOf(memslots);
        memory = List.copyOf(memory);
        watches = List.copyOf(watches);
    }

    /// The state before the guest's first instruction.
    ///
    /// @throws IllegalArgumentException if a memory word lies in no memslot
    public State initialState() {
        Memslots slots = Memslots.NONE;
        for (Memslot slot : memslots) {
            slots = slots.with(slot, GENERATION_STEP);
        }
        Start start = new Start(slots);
        for (MemoryWord word : memory) {
            start.write(word.gpa(), word.bytes(), word.value());
        }
        if (agent != null) {
            for (MemoryWord word : AgentProgram.image(agent, mode)) {
                start.write(word.gpa(), word.bytes(), word.value());
            }
        }
        State state = start.state(registers(Registers.NO_PDPTRS), pageLimit(slots));
        return start.state(registers(pdptrs(state)), pageLimit(slots));
    }

    private int pageLimit(Memslots slots) {
        return mmuPages != 0 ? mmuPages : Vm.pageLimit(slots);
    }

    private Registers registers(List<Long> pdptrs) {
        return new Registers(cr0, 0, cr3, cr4, efer, pdptrs);
    }

    /// Setting the registers of a PAE guest loads its four pointers (`load_pdptrs`). If one is
    /// malformed or their table lies nowhere, all stay absent, and that is no error.
    private List<Long> pdptrs(State state) {
        if (PagingMode.of(cr0, cr4, efer) != PagingMode.PAE) {
            return Registers.NO_PDPTRS;
        }
        List<Long> loaded = ControlRegisters.pdptrs(cr3, at -> state.read(at, 8));
        return loaded == null ? Registers.NO_PDPTRS : List.copyOf(loaded);
    }
}
