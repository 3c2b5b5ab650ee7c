package shadewalk.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.state.State;
import shadewalk.x86.Gva;
import shadewalk.x86.PagingMode;

/// An address whose walk uses a thing, for things that are not on the way of the present one.
///
/// @param gva the lowest such address, by the first entry that names each table
/// @param level the level of the table the thing is, or is in
public record Reach(Gva gva, int level) {

    /// How an entry or the first entry of a table is reached, if anything leads there.
    public static Optional<Reach> of(State state, Thing thing) {
        return switch (thing) {
            case Thing.ShadowTable t -> shadow(state, t.page(), 0);
            case Thing.ShadowEntry e -> shadow(state, e.at().page(), e.at().index());
            case Thing.GuestTable t -> guest(state, thing, 0);
            case Thing.GuestEntry e -> guest(state, new Thing.GuestTable(e.gfn()), e.index());
            case Thing.PaeRoot _, Thing.RootEntry _ -> Optional.empty();
            case Thing.Part part -> part.place().flatMap(whole -> of(state, whole));
        };
    }

    private static Optional<Reach> shadow(State state, int id, int index) {
        if (!state.shadow().exists(id)) {
            return Optional.empty();
        }
        PagingMode mode = ShadowStep.mode(state);
        ShadowPage page = state.shadow().page(id);
        int level = page.level();
        long gva = mode.level(level).index().with(0, index);
        while (page.level() < mode.depth()) {
            Optional<Thing> parent = parents(state, page).stream().findFirst();
            switch (parent.orElse(null)) {
                case Thing.RootEntry(var i) -> {
                    long whole = PagingMode.PAE.level(3).index().with(gva, i);
                    return Optional.of(new Reach(new Gva(whole), level));
                }
                case Thing.ShadowEntry(var at) -> {
                    gva = mode.level(page.level() + 1).index().with(gva, at.index());
                    page = state.shadow().page(at.page());
                }
                case null, default -> {
                    return Optional.empty();
                }
            }
        }
        return isRoot(state, page) ? Optional.of(new Reach(new Gva(gva), level)) : Optional.empty();
    }

    private static Optional<Reach> guest(State state, Thing table, int index) {
        PagingMode mode = state.cpu().registers().mode();
        List<Family> all = TableMap.of(state).values().stream().flatMap(List::stream).toList();
        Optional<Family> family =
                all.stream()
                        .filter(f -> !f.key().direct() && f.reachable())
                        .filter(f -> table.equals(new Thing.GuestTable(f.key().gfn())))
                        .findFirst();
        if (family.isEmpty()) {
            return Optional.empty();
        }
        int level = family.get().level();
        long gva = mode.level(level).index().with(0, index);
        Family here = family.get();
        while (here.level() < mode.depth()) {
            Optional<Family.Link> link =
                    here.links().stream().filter(Family.Link::guest).findFirst();
            if (link.isEmpty()) {
                return Optional.empty();
            }
            gva = mode.level(here.level() + 1).index().with(gva, link.get().index());
            Family.Key above = link.get().from();
            here = all.stream().filter(f -> f.key().equals(above)).findFirst().orElseThrow();
        }
        return Optional.of(new Reach(new Gva(gva), level));
    }

    /// The entries that name a page, first those of `pae_root` if that is the root.
    public static List<Thing> parents(State state, ShadowPage page) {
        List<Thing> parents = new ArrayList<>();
        Roots roots = state.cpu().roots();
        for (int i = 0; roots.current().isPae() && i < roots.paeRoot().size(); i++) {
            ShadowStep entry = ShadowStep.ofPaeRoot(state, i);
            if (entry.child().orElse(-1) == page.id()) {
                parents.add(entry.thing());
            }
        }
        page.parents().all().forEach(at -> parents.add(new Thing.ShadowEntry(at)));
        return parents;
    }

    /// Whether the processor's CR3 leads to the page itself.
    public static boolean isRoot(State state, ShadowPage page) {
        return state.cpu().roots().current().page() == page.id();
    }
}
