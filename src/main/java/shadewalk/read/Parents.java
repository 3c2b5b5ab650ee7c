package shadewalk.read;

import java.util.ArrayList;
import java.util.List;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.state.State;

/// What leads to a shadow page.
public final class Parents {

    private Parents() {}

    /// The entries that name a page, first those of `pae_root` if that is the root.
    public static List<Thing> of(State state, ShadowPage page) {
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
