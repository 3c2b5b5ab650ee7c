package shadewalk.state;

import shadewalk.x86.Gfn;

/// What a trace line prints of a shadow page, as it was at that moment.
///
/// Source: the fields of `kvmmmu` events in `arch/x86/kvm/mmu/mmutrace.h`, v6.1.
///
/// @param page number of the shadow page
/// @param generation `mmu_valid_gen`, 0 or 1
public record PageSummary(
        int page, int generation, Gfn gfn, Role role, int rootCount, boolean unsync) {

    public static PageSummary of(ShadowPage page) {
        return new PageSummary(
                page.id(),
                page.generation(),
                page.gfn(),
                page.role(),
                page.rootCount(),
                page.unsync());
    }
}
