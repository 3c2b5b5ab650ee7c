package shadewalk.lesson.play;

import shadewalk.bits.Hex;
import shadewalk.bits.Layout;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.x86.Gpa;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.Gva;
import shadewalk.x86.PagingMode;

/// Finds the entries that an address goes through, in the guest's tables and in the shadow. Nothing
/// is changed and nobody's rights are asked.
final class Walks {

    private final State state;
    private final PagingMode mode;

    Walks(State state) {
        this.state = state;
        this.mode = state.cpu().registers().mode();
    }

    /// A guest entry that an address goes through.
    record Guest(int level, Gpa at, int index, long value, Layout layout) {}

    /// A shadow entry that an address goes through.
    ///
    /// @param spot an entry of a shadow page, or of `pae_root`
    record Shadow(int level, Spot spot, long value, Layout layout) {}

    PagingMode mode() {
        return mode;
    }

    /// The guest's entry of `level` for an address.
    Guest guest(int level, long gva) throws Unresolved {
        if (level > mode.depth()) {
            throw new Unresolved("the guest has no " + Levels.word(level) + " in this mode");
        }
        long table = mode.root(state.cpu().registers().cr3()).raw();
        for (int l = mode.depth(); l > level; l--) {
            Guest entry = guestEntry(table, l, gva);
            if (!GuestEntry.P.in(entry.value()) || isLast(entry)) {
                throw new Unresolved(
                        "the guest's walk of %s ends at its %s, before the %s"
                                .formatted(Hex.prefixed(gva), Levels.word(l), Levels.word(level)));
            }
            table = mode.base().inPlace(entry.value());
        }
        return guestEntry(table, level, gva);
    }

    private Guest guestEntry(long table, int level, long gva) throws Unresolved {
        PagingMode.Level row = mode.level(level);
        int index = row.index().intOf(gva);
        Gpa at = new Gpa(table + (long) index * mode.entryBytes());
        Long value = state.read(at, mode.entryBytes());
        if (value == null) {
            throw new Unresolved(
                    "the guest's "
                            + Levels.word(level)
                            + " for "
                            + Hex.prefixed(gva)
                            + " lies in no memslot");
        }
        Layout large = row.largePage();
        boolean last = mode.isLast(level, value, state.cpu().registers().cr4());
        return new Guest(level, at, index, value, last && large != null ? large : row.table());
    }

    private boolean isLast(Guest entry) {
        return mode.isLast(entry.level(), entry.value(), state.cpu().registers().cr4());
    }

    /// The guest physical address an address leads to.
    long translate(long gva) throws Unresolved {
        for (int level = mode.depth(); level > 0; level--) {
            Guest entry = guest(level, gva);
            if (!GuestEntry.P.in(entry.value())) {
                throw new Unresolved("the guest maps nothing at " + Hex.prefixed(gva));
            }
            if (isLast(entry)) {
                return mode.translate(level, entry.value(), new Gva(gva)).raw();
            }
        }
        return gva; // paging is off
    }

    /// The shadow's entry of `level` for an address.
    Shadow shadow(int level, long gva) throws Unresolved {
        Roots.Root root = state.cpu().roots().current();
        if (!root.valid()) {
            throw new Unresolved("no shadow root is loaded here");
        }
        if (!root.isPae()) {
            return below(state.shadow().page(root.page()), level, gva);
        }
        int quarter = PagingMode.PAE.level(3).index().intOf(gva);
        long entry = state.cpu().roots().paeRoot().get(quarter);
        if (level == 3) {
            return new Shadow(3, new Spot.RootEntry(quarter), entry, Spte.PAE_ROOT);
        }
        if (level > 3 || !Spte.P.in(entry)) {
            throw new Unresolved(
                    "the shadow of this guest has no " + Levels.word(level) + " for this address");
        }
        return below(state.shadow().page(ShadowPage.childOf(entry)), level, gva);
    }

    private Shadow below(ShadowPage top, int level, long gva) throws Unresolved {
        ShadowPage page = top;
        while (page.level() > level) {
            long entry = page.spte(index(page.level(), gva));
            if (!Spte.presentNonLeaf(entry, page.level())) {
                throw new Unresolved(
                        "the shadow's %s for %s names no table, so there is no %s"
                                .formatted(
                                        Levels.word(page.level()),
                                        Hex.prefixed(gva),
                                        Levels.word(level)));
            }
            page = state.shadow().page(ShadowPage.childOf(entry));
        }
        if (page.level() != level) {
            throw new Unresolved("the shadow has no " + Levels.word(level) + " for this guest");
        }
        int index = index(level, gva);
        SpteAt at = new SpteAt(page.id(), index);
        long value = page.spte(index);
        return new Shadow(level, new Spot.ShadowEntry(level, at), value, Spte.layout(value, level));
    }

    /// The shadow page that holds the entry of `level` for an address.
    ShadowPage page(int level, long gva) throws Unresolved {
        if (shadow(level, gva).spot() instanceof Spot.ShadowEntry entry) {
            return state.shadow().page(entry.at().page());
        }
        throw new Unresolved("pae_root is no shadow page and has no role");
    }

    /// Which of a shadow table's entries an address uses.
    static int index(int level, long gva) {
        return PagingMode.LEVEL5.level(level).index().intOf(gva);
    }
}
