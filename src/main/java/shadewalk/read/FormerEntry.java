package shadewalk.read;

import static shadewalk.text.Texts.ANSWERS;

import java.util.Optional;
import shadewalk.state.Acc;
import shadewalk.state.Role;
import shadewalk.state.ShadowPage;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.GuestEntry;

/// A shadow leaf that was made from a guest entry which has since been replaced. KVM keeps the
/// frame and the rights that each leaf of a page was made for; it is these that the guest's entry
/// is compared with.
///
/// @param at the shadow entry
/// @param gfn the frame that the former guest entry named
/// @param elsewhere whether the guest entry of today names another frame, or none
/// @param made the rights the shadow entry was made for, as [Acc] bits
/// @param now the rights the guest entry of today comes to
/// @param unsync whether the page is unsync, so that KVM does not see the guest's writes
public record FormerEntry(
        SpteAt at, Gfn gfn, boolean elsewhere, int made, int now, boolean unsync) {

    /// The entry at the end of the processor's walk, if the guest entry it stands for no longer
    /// names its frame or gives its rights.
    public static Optional<FormerEntry> of(State state, TwinWalk walk) {
        return walk.shadow().last().filter(ShadowStep::leaf).flatMap(leaf -> of(state, walk, leaf));
    }

    private static Optional<FormerEntry> of(State state, TwinWalk walk, ShadowStep leaf) {
        ShadowPage page = state.shadow().page(leaf.page());
        GuestStep step = walk.guest().at(page.level()).orElse(null);
        if (!page.indirect() || step == null || !step.table().equals(page.gfn())) {
            return Optional.empty();
        }
        Gfn made = page.gfnAt(leaf.index());
        Gpa gpa = walk.guest().gpa();
        int within = 9 * (page.level() - 1);
        boolean same = gpa != null && gpa.gfn().raw() >>> within == made.raw() >>> within;
        int now = page.role().access() & Acc.of(walk.guest().mode(), step.entry());
        int before = page.accessAt(leaf.index());
        return !same || otherRights(page.role(), step.entry(), before, now)
                ? Optional.of(new FormerEntry(leaf.at(), made, !same, before, now, page.unsync()))
                : Optional.empty();
    }

    /// Whether rights that an entry was made for cannot come from the guest entry of today. A clean
    /// entry gives no right to write yet; and where CR0.WP is 0, KVM gives the supervisor the right
    /// to write and takes others for it.
    private static boolean otherRights(Role role, long entry, int made, int now) {
        int gone = made & ~now;
        int come = now & ~made & (GuestEntry.D.in(entry) ? Acc.ALL : ~Acc.WRITE);
        boolean lent = !Role.CR0_WP.in(role.word()) && gone == Acc.WRITE;
        return lent ? (come & ~(Acc.USER | Acc.EXEC)) != 0 : (gone | come) != 0;
    }

    /// What there is to say about it, a sentence, how long it stands included.
    public Optional<String> words(Telling telling) {
        return telling.say(
                from()
                        + (unsync
                                ? ANSWERS.get("former-entry.sp-unsync-so", at.page())
                                : ANSWERS.get("former-entry.has-not-been")));
    }

    /// Where it comes from, a sentence.
    public String origin() {
        return from() + ".";
    }

    private String from() {
        return elsewhere
                ? ANSWERS.get("former-entry.elsewhere", at.index(), at.page(), gfn)
                : ANSWERS.get(
                        "former-entry.rights",
                        at.index(),
                        at.page(),
                        Acc.name(made),
                        Acc.name(now));
    }
}
