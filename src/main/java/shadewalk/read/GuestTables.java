package shadewalk.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Field;
import shadewalk.state.PageList;
import shadewalk.state.Registers;
import shadewalk.state.ShadowPage;
import shadewalk.state.ShadowTables;
import shadewalk.state.State;
import shadewalk.state.Words;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.PagingMode;
import shadewalk.x86.Pfn;

/// What can be said of a guest table without walking to it.
public final class GuestTables {

    /// Whether the guest can write a table unnoticed.
    public enum Guard {
        /// It is not shadowed; writes need not be noticed.
        NONE,
        /// Every write is noticed and emulated: it is a table of level 2 or more.
        WRITE_TRACKED,
        /// The next write is noticed.
        WRITE_PROTECTED,
        /// Writes pass until the shadow is brought up to date.
        UNSYNC;

        /// Whether the guest's next write is noticed.
        public boolean traps() {
            return this == WRITE_TRACKED || this == WRITE_PROTECTED;
        }
    }

    private static final Field LOWER = new Field("even", 31, 0);
    private static final Field UPPER = new Field("odd", 63, 32);

    private GuestTables() {}

    /// How a guest frame is guarded as a table.
    public static Guard guard(State state, Gfn table) {
        ShadowTables shadow = state.shadow();
        if (shadow.writeTracked(table)) {
            return Guard.WRITE_TRACKED;
        }
        PageList pages = shadow.pagesOf(table);
        Guard guard = Guard.NONE;
        for (int i = 0; i < pages.size(); i++) {
            ShadowPage page = shadow.page(pages.get(i));
            if (shadow.validIndirect(page)) {
                if (!page.unsync()) {
                    return Guard.WRITE_PROTECTED;
                }
                guard = Guard.UNSYNC;
            }
        }
        return guard;
    }

    /// Entry `index` of a table whose frame holds `words`, its entries 4 or 8 bytes wide.
    public static long entry(Words words, int index, int bytes) {
        return bytes == 8
                ? words.get(index)
                : (index % 2 == 0 ? LOWER : UPPER).of(words.get(index / 2));
    }

    /// The entries of a guest table by their index; 0 where no memory is. A PAE guest's pointers
    /// count as they were when they were loaded.
    public static IntToLongFunction entries(State state, Family.Key table) {
        PagingMode mode = state.cpu().registers().mode();
        if (mode == PagingMode.PAE && table.level() == mode.depth()) {
            return index -> state.cpu().registers().pdptrs().get(index);
        }
        Pfn frame = state.frame(table.gfn());
        Words words = frame == null ? Words.ZERO : state.memory().words(frame);
        return index -> entry(words, index, mode.entryBytes());
    }

    /// Entry `index` of the table that `step` stands in; 0 where no memory is.
    public static GuestStep beside(State state, GuestStep step, int index) {
        int bytes = step.mode().entryBytes();
        Gpa at = new Gpa(step.at().raw() + (long) (index - step.index()) * bytes);
        Long entry = entry(state, step.level(), at, index);
        Registers registers = state.cpu().registers();
        return GuestStep.of(registers, step.level(), at, index, entry == null ? 0 : entry);
    }

    /// An entry as the processor reads it, or null where no memory is: a PAE guest's pointers count
    /// as they were when they were loaded.
    static @Nullable Long entry(State state, PagingMode.Level level, Gpa at, int index) {
        Registers registers = state.cpu().registers();
        PagingMode mode = registers.mode();
        return mode == PagingMode.PAE && level.number() == mode.depth()
                ? registers.pdptrs().get(index)
                : state.read(at, mode.entryBytes());
    }

    /// What an entry is to the walks that may use its table, the highest level first: the same
    /// frame can be a page directory to one and a page table to another. Nothing where no memory is
    /// or paging is off.
    public static List<GuestStep> readings(State state, Thing.GuestEntry entry) {
        Registers registers = state.cpu().registers();
        PagingMode mode = registers.mode();
        List<GuestStep> readings = new ArrayList<>();
        for (int number : levels(state, entry.gfn())) {
            PagingMode.Level level = mode.level(number);
            Gpa at =
                    new Gpa(
                            start(registers, level, entry.gfn()).raw()
                                    + (long) entry.index() * mode.entryBytes());
            Long value =
                    entry.index() < level.entries() ? entry(state, level, at, entry.index()) : null;
            if (value != null) {
                readings.add(GuestStep.of(registers, level, at, entry.index(), value));
            }
        }
        return readings;
    }

    /// Where the first entry of a table lies: at the frame's start but for a PAE guest's four
    /// pointers.
    private static Gpa start(Registers registers, PagingMode.Level level, Gfn table) {
        Gpa root = registers.mode().root(registers.cr3());
        boolean isRoot = level.number() == registers.mode().depth() && root.gfn().equals(table);
        return isRoot ? root : table.at(0);
    }

    /// The levels at which a frame serves as a table: as it is shadowed, or as the root, or else as
    /// a table of pages.
    private static List<Integer> levels(State state, Gfn gfn) {
        PagingMode mode = state.cpu().registers().mode();
        List<Integer> levels =
                Twins.pages(state, gfn).stream()
                        .map(ShadowPage::level)
                        .filter(level -> level <= mode.depth())
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList();
        if (!levels.isEmpty() || mode.depth() == 0) {
            return levels;
        }
        Gfn root = mode.root(state.cpu().registers().cr3()).gfn();
        return List.of(root.equals(gfn) ? mode.depth() : 1);
    }
}
