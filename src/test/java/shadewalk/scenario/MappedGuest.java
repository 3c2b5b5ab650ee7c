package shadewalk.scenario;

import java.util.ArrayList;
import java.util.List;
import shadewalk.mmu.Recorder;
import shadewalk.mmu.Vcpu;
import shadewalk.mmu.Vm;
import shadewalk.state.Memslot;
import shadewalk.state.State;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;

/// A 32-bit guest to measure with: its first [#TABLES] page tables map 4 MiB each, one after the
/// other, every page onto memory of its own. Every PDE is accessed already, no PTE is, so that
/// every page is a fault of its own with no neighbour to prefetch.
public final class MappedGuest {

    public static final int TABLES = 64;
    public static final int PAGES = TABLES * 1024;

    /// What a supervisor's write faults with where nothing is mapped.
    public static final long WRITE = 2;

    private static final long DIRECTORY = 0x1000;
    private static final long FIRST_TABLE = 0x10_0000;
    private static final long PAGE = 0x100_0000;
    private static final int PDE = 0x23;
    private static final int PTE = 0x03;

    private MappedGuest() {}

    /// The guest before its first instruction.
    public static State start() {
        List<MemoryWord> memory = new ArrayList<>();
        for (int table = 0; table < TABLES; table++) {
            long at = FIRST_TABLE + table * 0x1000L;
            memory.add(new MemoryWord(new Gpa(DIRECTORY + table * 4L), 4, at | PDE));
            for (int entry = 0; entry < 1024; entry++) {
                long frame = PAGE + (table * 1024L + entry) * 0x1000L;
                memory.add(new MemoryWord(new Gpa(at + entry * 4L), 4, frame | PTE));
            }
        }
        return new Machine(
                        Mode.PT32,
                        0x8001_0011L,
                        DIRECTORY,
                        0,
                        0,
                        List.of(new Memslot(0, new Gfn(0), 0x2_0000, false, false, false)),
                        memory,
                        null,
                        List.of(),
                        1 << 20,
                        Machine.MMIO_VALUE,
                        true,
                        true)
                .initialState();
    }

    /// Page number `page` of the mapped ones.
    public static Gva address(int page) {
        return new Gva(page * 0x1000L);
    }

    /// Lets a write to each of the first `pages` pages fault.
    public static void fault(Vcpu vcpu, int pages) {
        for (int page = 0; page < pages; page++) {
            vcpu.pageFault(new Gva(0), address(page), WRITE, false);
        }
    }

    /// A virtual processor on this guest, with its roots loaded.
    public static Vcpu enter(Recorder recorder) {
        Vcpu vcpu = new Vcpu(new Vm(recorder, true));
        vcpu.loadRoots();
        vcpu.serveRequests();
        return vcpu;
    }
}
