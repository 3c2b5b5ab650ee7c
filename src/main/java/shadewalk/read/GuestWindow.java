package shadewalk.read;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shadewalk.state.Registers;
import shadewalk.state.State;
import shadewalk.x86.Gpa;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.Gva;
import shadewalk.x86.PagingMode;

/// Finds where the guest sees a physical address of its own: the way of a walk backwards.
///
/// All tables are searched, the lowest virtual address first; a guest that maps very much is only
/// searched in part.
public final class GuestWindow {

    /// So many entries are looked at, and no more.
    private static final int MOST_ENTRIES = 400_000;

    private final State state;
    private final Registers registers;
    private final PagingMode mode;
    private final long wanted;
    private int looked;

    private GuestWindow(State state, Gpa wanted) {
        this.state = state;
        this.registers = state.cpu().registers();
        this.mode = registers.mode();
        this.wanted = wanted.raw();
    }

    /// A virtual address that the guest's own tables lead to this physical one, writable all the
    /// way.
    public static Optional<Gva> to(State state, Gpa gpa) {
        GuestWindow window = new GuestWindow(state, gpa);
        if (window.mode.depth() == 0) {
            return Optional.of(new Gva(gpa.raw()));
        }
        long root = window.mode.root(window.registers.cr3()).raw();
        return Optional.ofNullable(window.search(root, 0, 0));
    }

    /// @param depth how many levels lie above the table
    /// @param above the address bits that led to it
    private @Nullable Gva search(long table, int depth, long above) {
        PagingMode.Level level = mode.levels().get(depth);
        for (int index = 0; index < level.entries() && looked < MOST_ENTRIES; index++) {
            looked++;
            Gpa at = new Gpa(table + (long) index * mode.entryBytes());
            Long entry = GuestTables.entry(state, level, at, index);
            if (entry == null || !GuestEntry.P.in(entry) || !writable(level, entry)) {
                continue;
            }
            GuestStep step = GuestStep.of(registers, level, at, index, entry);
            long address = level.index().with(above, index);
            Gva found =
                    step.child()
                            .map(child -> search(child.at(0).raw(), depth + 1, address))
                            .orElseGet(() -> inPage(step, address));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// The four pointers of PAE grant nothing and refuse nothing.
    private boolean writable(PagingMode.Level level, long entry) {
        return mode.equals(PagingMode.PAE) && level.number() == mode.depth()
                || GuestEntry.RW.in(entry);
    }

    private @Nullable Gva inPage(GuestStep step, long address) {
        if (!step.leaf()) {
            return null;
        }
        int level = step.level().number();
        long begin = mode.translate(level, step.entry(), new Gva(address)).raw();
        long bytes = 1L << step.level().index().low();
        return wanted >= begin && wanted - begin < bytes
                ? new Gva(canonical(address + (wanted - begin)))
                : null;
    }

    /// The highest address bit is repeated above it.
    private long canonical(long address) {
        int unused = 63 - mode.levels().getFirst().index().high();
        return mode.entryBytes() == 8 && mode.depth() > 3 ? address << unused >> unused : address;
    }
}
