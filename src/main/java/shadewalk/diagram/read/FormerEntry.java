package shadewalk.diagram.read;

import java.util.Optional;
import shadewalk.state.ShadowPage;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;

/// A shadow leaf that was made from a guest entry which has since been replaced. KVM keeps the
/// frame that each leaf of a page was made for; it is this one the guest's entry is compared with.
///
/// @param at the shadow entry
/// @param gfn the frame that the former guest entry named
/// @param unsync whether the page is unsync, so that KVM does not see the guest's writes
public record FormerEntry(SpteAt at, Gfn gfn, boolean unsync) {

    /// The entry at the end of the processor's walk, if the guest entry it stands for no longer
    /// names its frame.
    public static Optional<FormerEntry> of(State state, TwinWalk walk) {
        return walk.shadow().last().filter(ShadowStep::leaf).flatMap(leaf -> of(state, walk, leaf));
    }

    private static Optional<FormerEntry> of(State state, TwinWalk walk, ShadowStep leaf) {
        ShadowPage page = state.shadow().page(leaf.page());
        boolean standsForIt =
                page.indirect()
                        && walk.guestTable(page.level()).filter(page.gfn()::equals).isPresent();
        Gfn made = page.gfnAt(leaf.index());
        Gpa now = walk.guest().gpa();
        int within = 9 * (page.level() - 1);
        boolean same = now != null && now.gfn().raw() >>> within == made.raw() >>> within;
        return standsForIt && !same
                ? Optional.of(new FormerEntry(leaf.at(), made, page.unsync()))
                : Optional.empty();
    }

    /// What there is to say about it, a sentence.
    public String words() {
        String made =
                "SPTE "
                        + at.index()
                        + " in sp"
                        + at.page()
                        + " was made from a former guest entry, which named gfn "
                        + gfn;
        return unsync
                ? made + "; sp" + at.page() + " is unsync, so it stands until the guest flushes."
                : made + "; it has not been brought up to date yet.";
    }
}
