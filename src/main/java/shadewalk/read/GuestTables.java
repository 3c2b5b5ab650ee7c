package shadewalk.read;

import java.util.function.IntToLongFunction;
import shadewalk.bits.Field;
import shadewalk.state.PageList;
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

    private static final Field LOWER = new Field("even entry", 31, 0, "of two 4-byte entries");
    private static final Field UPPER = new Field("odd entry", 63, 32, "of two 4-byte entries");

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

    /// Entry `index` of the table that `step` stands in; 0 where no memory is. A PAE guest's
    /// pointers count as they were when they were loaded.
    public static long entry(State state, PagingMode mode, GuestStep step, int index) {
        if (mode.equals(PagingMode.PAE) && step.level().number() == mode.depth()) {
            return state.cpu().registers().pdptrs().get(index);
        }
        int bytes = mode.entryBytes();
        Gpa at = new Gpa(step.at().raw() + (long) (index - step.index()) * bytes);
        Long entry = state.read(at, bytes);
        return entry == null ? 0 : entry;
    }
}
