package shadewalk.lesson.play;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        Guest last = null;
        for (Guest entry : guestPath(gva)) {
            last = entry;
            if (entry.level() == level) {
                return entry;
            }
        }
        throw new Unresolved(
                last == null
                        ? "the guest's root table lies in no memslot"
                        : "the guest's walk of %s ends at its %s, before the %s"
                                .formatted(
                                        Hex.prefixed(gva),
                                        Levels.word(last.level()),
                                        Levels.word(level)));
    }

    /// The guest's entries on the way of an address, down to the one that maps it, is not present
    /// or names a table outside memory.
    List<Guest> guestPath(long gva) {
        List<Guest> path = new ArrayList<>();
        long table = mode.root(state.cpu().registers().cr3()).raw();
        for (int level = mode.depth(); level > 0; level--) {
            Guest entry = guestEntry(table, level, gva);
            if (entry == null) {
                return path;
            }
            path.add(entry);
            if (!GuestEntry.P.in(entry.value()) || isLast(entry)) {
                return path;
            }
            table = mode.base().inPlace(entry.value());
        }
        return path;
    }

    private @Nullable Guest guestEntry(long table, int level, long gva) {
        PagingMode.Level row = mode.level(level);
        int index = row.index().intOf(gva);
        Gpa at = new Gpa(table + (long) index * mode.entryBytes());
        Long value = state.read(at, mode.entryBytes());
        if (value == null) {
            return null;
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
        if (mode.depth() == 0) {
            return gva;
        }
        List<Guest> path = guestPath(gva);
        if (!path.isEmpty() && isLast(path.getLast()) && GuestEntry.P.in(path.getLast().value())) {
            Guest leaf = path.getLast();
            return mode.translate(leaf.level(), leaf.value(), new Gva(gva)).raw();
        }
        throw new Unresolved("the guest maps nothing at " + Hex.prefixed(gva));
    }

    /// The shadow's entry of `level` for an address.
    Shadow shadow(int level, long gva) throws Unresolved {
        List<Shadow> path = shadowPath(gva);
        for (Shadow entry : path) {
            if (entry.level() == level) {
                return entry;
            }
        }
        if (path.isEmpty()) {
            throw new Unresolved("no shadow root is loaded here");
        }
        throw new Unresolved(
                path.getFirst().level() < level
                        ? "the shadow of this guest has no " + Levels.word(level)
                        : "the shadow's %s for %s names no table, so there is no %s"
                                .formatted(
                                        Levels.word(path.getLast().level()),
                                        Hex.prefixed(gva),
                                        Levels.word(level)));
    }

    /// The shadow's entries on the way of an address, down to the one that names no table; empty
    /// without a root.
    List<Shadow> shadowPath(long gva) {
        List<Shadow> path = new ArrayList<>();
        Roots.Root root = state.cpu().roots().current();
        if (root.valid() && !root.isPae()) {
            below(state.shadow().page(root.page()), gva, path);
        } else if (root.valid()) {
            int quarter = PagingMode.PAE.level(3).index().intOf(gva);
            long entry = state.cpu().roots().paeRoot().get(quarter);
            path.add(new Shadow(3, new Spot.RootEntry(quarter), entry, Spte.PAE_ROOT));
            if (Spte.P.in(entry)) {
                below(state.shadow().page(ShadowPage.childOf(entry)), gva, path);
            }
        }
        return path;
    }

    private void below(ShadowPage top, long gva, List<Shadow> path) {
        ShadowPage page = top;
        while (true) {
            int level = page.level();
            SpteAt at = new SpteAt(page.id(), index(level, gva));
            long value = page.spte(at.index());
            Spot spot = new Spot.ShadowEntry(level, at);
            path.add(new Shadow(level, spot, value, Spte.layout(value, level)));
            if (!Spte.presentNonLeaf(value, level)) {
                return;
            }
            page = state.shadow().page(ShadowPage.childOf(value));
        }
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
