package shadewalk.diagram.walk;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import shadewalk.read.GuestStep;
import shadewalk.read.Portion;
import shadewalk.read.Thing;
import shadewalk.state.ShadowPage;
import shadewalk.state.State;

/// The entry that somebody looks at and those that stand for it: none of them is folded away.
record Focus(State state, Optional<Thing> thing) {

    /// Which entries of a guest's table it takes.
    Set<Integer> in(GuestStep step) {
        Set<Integer> indexes = new TreeSet<>();
        switch (thing.orElse(null)) {
            case Thing.GuestEntry entry when entry.gfn().equals(step.table()) ->
                    indexes.add(entry.index());
            case Thing.ShadowEntry entry when state.shadow().exists(entry.at().page()) -> {
                ShadowPage page = state.shadow().page(entry.at().page());
                if (standsFor(page, step)) {
                    indexes.add(Portion.of(page).guestIndex(entry.at().index()));
                }
            }
            case null, default -> {}
        }
        indexes.removeIf(index -> index >= step.level().entries());
        return indexes;
    }

    private static boolean standsFor(ShadowPage page, GuestStep step) {
        return page.indirect()
                && page.level() == step.level().number()
                && page.gfn().equals(step.table());
    }

    /// Which entries of a shadow page it takes.
    Set<Integer> in(ShadowPage page) {
        Set<Integer> indexes = new TreeSet<>();
        switch (thing.orElse(null)) {
            case Thing.ShadowEntry entry when entry.at().page() == page.id() ->
                    indexes.add(entry.at().index());
            case Thing.GuestEntry entry when page.indirect() && page.gfn().equals(entry.gfn()) ->
                    Portion.of(page).indexes(entry.index()).forEach(indexes::add);
            case null, default -> {}
        }
        return indexes;
    }
}
