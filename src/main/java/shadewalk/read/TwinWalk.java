package shadewalk.read;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import shadewalk.state.ShadowPage;
import shadewalk.state.State;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gva;

/// One address, walked twice: through the tables the guest wrote and through those the processor
/// uses.
public record TwinWalk(Gva gva, GuestWalk guest, ShadowWalk shadow) {

    public static TwinWalk of(State state, Gva gva) {
        return new TwinWalk(gva, GuestWalk.of(state, gva), ShadowWalk.of(state, gva));
    }

    /// The guest table of a level, if the guest's walk gets there.
    public Optional<Gfn> guestTable(int level) {
        return guest.at(level).map(GuestStep::table);
    }

    /// The shadow pages that stand for a guest table of a level, or for parts of it, by quadrant
    /// and then by age; zapped ones are not among them.
    public static List<ShadowPage> standIns(State state, Gfn table, int level) {
        return Twins.pages(state, table).stream()
                .filter(page -> page.level() == level)
                .sorted(
                        Comparator.comparingInt((ShadowPage page) -> page.role().quadrant())
                                .thenComparingInt(ShadowPage::id))
                .toList();
    }
}
