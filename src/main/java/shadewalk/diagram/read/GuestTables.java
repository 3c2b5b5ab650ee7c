package shadewalk.diagram.read;

import shadewalk.state.PageList;
import shadewalk.state.ShadowPage;
import shadewalk.state.ShadowTables;
import shadewalk.state.State;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.PagingMode;

/// What can be said of a guest table without walking to it.
public final class GuestTables {

    /// Whether the guest can write a table unnoticed.
    public enum Guard {
        /// It is not shadowed; writes need not be noticed.
        NONE,
        /// Every write is noticed.
        WRITE_PROTECTED,
        /// Writes pass until the shadow is brought up to date.
        UNSYNC
    }

    private GuestTables() {}

    /// How a guest frame is guarded as a table.
    public static Guard guard(State state, Gfn table) {
        ShadowTables shadow = state.shadow();
        if (shadow.writeTracked(table)) {
            return Guard.WRITE_PROTECTED;
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
