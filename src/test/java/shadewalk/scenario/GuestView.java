package shadewalk.scenario;

import java.util.ArrayList;
import java.util.List;
import shadewalk.manuals.Book;
import shadewalk.manuals.Book.Access;
import shadewalk.manuals.Book.Answer;
import shadewalk.manuals.Book.Paging;
import shadewalk.manuals.Book.Use;
import shadewalk.state.Memslot;
import shadewalk.state.Registers;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.State;
import shadewalk.x86.Cr0;
import shadewalk.x86.Cr4;
import shadewalk.x86.Efer;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.PageFault;
import shadewalk.x86.PagingMode;

/// What the guest may expect of its own tables, as the manuals have it, beside what the shadow
/// tables allow.
///
/// Three things the shadow of Linux 6.1 keeps that a real processor would not, each a consequence
/// of which bits are part of a shadow page's role:
///
/// - EFER.NX is not (it counts as set): an entry with bit 63 that was shadowed while NX was on
///   still maps after NX is off, when the bit is reserved;
/// - CR4.PSE is not: a 4 MiB page stays one after PSE is off, and a table a table after it is on;
/// - with CR0.WP clear, a user page that the supervisor writes becomes a supervisor page, which
///   SMAP does not guard.
///
/// @param nxSwitched whether EFER.NX has changed since the start
/// @param pseSwitched whether CR4.PSE has
record GuestView(State state, boolean nxSwitched, boolean pseSwitched) {

    /// What may happen to an access: first what the manual says, then what stale shadows add.
    List<Answer> answers(Access access) {
        Registers now = registers();
        if (now.mode() == PagingMode.OFF) {
            return List.of(new Answer.Reached(access.linear(), true, List.of()));
        }
        List<Answer> answers = new ArrayList<>();
        boolean smap = now.cr4(Cr4.SMAP);
        for (boolean guarded : values(smap, smap && !now.cr0(Cr0.WP))) {
            for (boolean pse : values(now.cr4(Cr4.PSE), pseSwitched)) {
                for (boolean nxe : values(now.efer(Efer.NX), nxSwitched)) {
                    answers.add(asKvmTells(book(pse, guarded, nxe).of(access), access));
                }
            }
        }
        return answers;
    }

    private static List<Boolean> values(boolean now, boolean both) {
        return both ? List.of(now, !now) : List.of(now);
    }

    private Book book(boolean pse, boolean smap, boolean nxe) {
        Registers now = registers();
        return new Book(
                paging(now.mode()),
                this::readPhysical,
                now.cr3(),
                now.pdptrs(),
                pse,
                now.cr0(Cr0.WP),
                now.cr4(Cr4.SMEP),
                smap,
                nxe,
                40,
                36,
                true);
    }

    private static Paging paging(PagingMode mode) {
        return switch (mode) {
            case PT32 -> Paging.BITS_32;
            case PAE -> Paging.PAE;
            case LEVEL4 -> Paging.LEVEL_4;
            case LEVEL5 -> Paging.LEVEL_5;
            case OFF -> throw new IllegalArgumentException("there are no tables");
        };
    }

    /// Nothing is present where no memory is.
    private long readPhysical(long at, int bytes) {
        Long value = state.read(new Gpa(at), bytes);
        return value == null ? 0 : value;
    }

    /// KVM reports a fetch with EFER.NX even where 32-bit paging knows no NX.
    private Answer asKvmTells(Answer answer, Access access) {
        boolean reported = registers().efer(Efer.NX) || registers().cr4(Cr4.SMEP);
        if (!(answer instanceof Answer.Fault(int code)) || access.use() != Use.FETCH) {
            return answer;
        }
        return new Answer.Fault((int) PageFault.F.put(code, reported));
    }

    private Registers registers() {
        return state.cpu().registers();
    }

    /// Everything the current shadow tables allow that the guest's tables do not; empty if all is
    /// well. Only meaningful right after the guest has flushed.
    List<String> excess() {
        List<String> found = new ArrayList<>();
        Roots roots = state.cpu().roots();
        if (roots.current().isPae()) {
            for (int quarter = 0; quarter < 4; quarter++) {
                long entry = roots.paeRoot().get(quarter);
                if (entry != 0) {
                    excessBelow(ShadowPage.childOf(entry), (long) quarter << 30, found);
                }
            }
        } else if (roots.current().hasPage()) {
            excessBelow(roots.current().page(), 0, found);
        }
        return found;
    }

    private void excessBelow(int id, long base, List<String> found) {
        ShadowPage page = state.shadow().page(id);
        int shift = 12 + 9 * (page.level() - 1);
        for (int i = page.spt().nextNonZero(0); i < 512; i = page.spt().nextNonZero(i + 1)) {
            long spte = page.spte(i);
            long linear = base | (long) i << shift;
            if (Spte.presentNonLeaf(spte, page.level())) {
                excessBelow(ShadowPage.childOf(spte), linear, found);
            } else if (Spte.presentLeaf(spte, page.level())) {
                long last = (1L << shift) - 4096;
                excessOf(spte, linear, page.gfnAt(i), found);
                if (last != 0) {
                    Gfn gfn = new Gfn(page.gfnAt(i).raw() + (last >>> 12));
                    excessOf(spte, linear | last, gfn, found);
                }
            }
        }
    }

    private void excessOf(long spte, long linear, Gfn gfn, List<String> found) {
        for (Use use : Use.values()) {
            for (boolean user : List.of(false, true)) {
                Access access = new Access(linear, use, user, false);
                if (processorAllows(spte, access)
                        && answers(access).stream().noneMatch(answer -> covers(answer, gfn))) {
                    found.add(
                            "entry %x of frame %s allows %s, but the tables: %s"
                                    .formatted(spte, gfn, access, answers(access)));
                }
            }
        }
        Memslot slot = state.slots().of(gfn);
        if (slot == null || Spte.writable(spte) && slot.readOnly()) {
            found.add("entry %x of frame %s in memslot %s".formatted(spte, gfn, slot));
        }
    }

    /// Whether the tables lead to this frame too and have all their marks, which the processor
    /// would not set through the shadow.
    private boolean covers(Answer answer, Gfn gfn) {
        return answer instanceof Answer.Reached(long physical, _, List<Book.Entry> entries)
                && new Gpa(physical).gfn().equals(gfn)
                && entries.stream().allMatch(this::isMarked);
    }

    private boolean isMarked(Book.Entry entry) {
        Gpa at = new Gpa(entry.at());
        Memslot slot = state.slots().of(at.gfn());
        int bytes = registers().mode().entryBytes();
        boolean cannotBeMarked = slot == null || slot.readOnly();
        return cannotBeMarked || readPhysical(entry.at(), bytes) == entry.value();
    }

    /// The processor's own check of one shadow entry; it runs with CR0.WP and EFER.NX set.
    private boolean processorAllows(long spte, Access access) {
        boolean user = Spte.U.in(spte);
        boolean paging = registers().mode() != PagingMode.OFF;
        if (access.user() && !user
                || access.use() == Use.WRITE && !Spte.writable(spte)
                || access.use() == Use.FETCH && Spte.NX.in(spte)) {
            return false;
        }
        if (access.user() || !user || !paging) {
            return true;
        }
        return access.use() == Use.FETCH ? !registers().cr4(Cr4.SMEP) : !registers().cr4(Cr4.SMAP);
    }
}
