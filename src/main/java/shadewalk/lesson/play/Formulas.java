package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.Map;
import shadewalk.read.Quadrant;
import shadewalk.read.ShadowWalk;
import shadewalk.x86.Gva;

/// The ways in which people have written down the quadrant of a shadow page, side by side, so that
/// a lesson can hold them against each other over the whole address space.
///
/// This is the one place where a shift is written as the kernel writes it: the expression itself is
/// what is looked at.
final class Formulas {

    private static final int PAGE_SHIFT = 12;
    private static final int PT32_LEVEL_BITS = 10;
    private static final int SPTE_LEVEL_BITS = 9;
    private static final long PIECE = 2L << 20;
    private static final long SPACE = 4L << 30;

    private Formulas() {}

    /// A formula: the quadrant of the shadow page whose entries of `level` serve an address.
    private interface Formula {
        long quadrant(int level, long gva);
    }

    private static final Map<String, Formula> BY_NAME =
            Map.of(
                    "old", Formulas::old,
                    "short", Formulas::shorter,
                    "place", Formulas::place,
                    "halves", Formulas::halves);

    /// `kvm_mmu_get_page` up to 5.19.
    private static long old(int level, long gva) {
        long quadrant = gva >> PAGE_SHIFT + SPTE_LEVEL_BITS * level;
        return quadrant & (1L << (PT32_LEVEL_BITS - SPTE_LEVEL_BITS) * level) - 1;
    }

    /// The same with the mask that Paolo Bonzini proposed in June 2022.
    private static long shorter(int level, long gva) {
        return gva >> PAGE_SHIFT + SPTE_LEVEL_BITS * level & (1L << level) - 1;
    }

    /// `kvm_mmu_child_role` and `mmu_alloc_shadow_roots` since 6.0: where the page hangs, and no
    /// address.
    private static long place(int level, long gva) {
        return Quadrant.ofPlace(Quadrant.place(new Gva(gva), level), level);
    }

    /// What many believe: a shadow directory is cut in the middle.
    private static long halves(int level, long gva) {
        return level == 2 ? place(2, gva) : ShadowWalk.index(2, new Gva(gva)) >> 8;
    }

    static Value quadrant(String name, int level, long gva) throws Unresolved {
        if (level > 2) {
            throw new Unresolved(PROBLEMS.get("formulas.quadrants-level-1"));
        }
        return Value.decimal(formula(name).quadrant(level, gva));
    }

    /// At how many of the 2,048 pieces of 2 MiB two formulas differ, at either level.
    static Value differences(String one, String other) throws Unresolved {
        Formula first = formula(one);
        Formula second = formula(other);
        long count = 0;
        for (long gva = 0; gva < SPACE; gva += PIECE) {
            boolean same =
                    first.quadrant(1, gva) == second.quadrant(1, gva)
                            && first.quadrant(2, gva) == second.quadrant(2, gva);
            count += same ? 0 : 1;
        }
        return Value.decimal(count);
    }

    private static Formula formula(String name) throws Unresolved {
        Formula formula = BY_NAME.get(name);
        if (formula == null) {
            throw new Unresolved(PROBLEMS.get("formulas.there-no-formula", name));
        }
        return formula;
    }
}
