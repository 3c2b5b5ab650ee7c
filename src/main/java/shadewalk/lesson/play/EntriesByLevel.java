package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import shadewalk.bits.Hex;
import shadewalk.read.GuestStep;
import shadewalk.read.GuestWalk;
import shadewalk.read.ShadowStep;
import shadewalk.read.ShadowWalk;
import shadewalk.state.ShadowPage;
import shadewalk.state.State;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;
import shadewalk.x86.PagingMode;

/// The entries that an address goes through, by their level; for the author of a lesson, why there
/// is none.
final class EntriesByLevel {

    private final State state;
    private final PagingMode mode;

    EntriesByLevel(State state) {
        this.state = state;
        this.mode = state.cpu().registers().mode();
    }

    PagingMode mode() {
        return mode;
    }

    /// What the guest's mode has at a level.
    PagingMode.Level row(int level) throws Unresolved {
        if (level > mode.depth()) {
            throw new Unresolved(PROBLEMS.get("entries.guest-has-no", Levels.word(level)));
        }
        return mode.level(level);
    }

    /// The guest's entry of `level` for an address.
    GuestStep guest(int level, long gva) throws Unresolved {
        row(level);
        GuestWalk walk = GuestWalk.of(state, new Gva(gva));
        return walk.at(level)
                .orElseThrow(() ->
                        new Unresolved(
                                walk.steps().isEmpty()
                                        ? PROBLEMS.get("entries.guest-root-table")
                                        : PROBLEMS.get(
                                                "entries.guest-walk-ends",
                                                Hex.prefixed(gva),
                                                word(walk.steps().getLast().level()),
                                                Levels.word(level))));
    }

    /// The guest physical address an address leads to.
    Gpa translate(long gva) throws Unresolved {
        Gpa gpa = GuestWalk.of(state, new Gva(gva)).gpa();
        if (gpa == null) {
            throw new Unresolved(PROBLEMS.get("entries.guest-maps-nothing", Hex.prefixed(gva)));
        }
        return gpa;
    }

    /// The shadow's entry of `level` for an address.
    ShadowStep shadow(int level, long gva) throws Unresolved {
        ShadowWalk walk = ShadowWalk.of(state, new Gva(gva));
        return walk.at(level).orElseThrow(() -> new Unresolved(noShadow(walk, level, gva)));
    }

    private static String noShadow(ShadowWalk walk, int level, long gva) {
        if (walk.steps().isEmpty()) {
            return PROBLEMS.get("entries.no-shadow-root");
        }
        if (walk.mode().depth() < level) {
            return PROBLEMS.get("entries.shadow-guest-has", Levels.word(level));
        }
        return PROBLEMS.get(
                "entries.shadow-for-names",
                word(walk.steps().getLast().level()),
                Hex.prefixed(gva),
                Levels.word(level));
    }

    /// The shadow page that holds the entry of `level` for an address.
    ShadowPage page(int level, long gva) throws Unresolved {
        ShadowStep step = shadow(level, gva);
        if (step.inPaeRoot()) {
            throw new Unresolved(PROBLEMS.get("entries.pae-root-no"));
        }
        return state.shadow().page(step.page());
    }

    private static String word(PagingMode.Level level) {
        return Levels.word(level.number());
    }
}
