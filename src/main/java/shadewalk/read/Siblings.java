package shadewalk.read;

import java.util.ArrayList;
import java.util.List;
import shadewalk.bits.Field;
import shadewalk.state.PageList;
import shadewalk.state.Role;
import shadewalk.state.ShadowPage;
import shadewalk.state.State;

/// Shadow pages that stand for one part of one guest frame at one level. A lookup finds a page by
/// its frame and its whole role, so that another one is made as soon as any field of the role is
/// another: the rights on the way to it, or CR0.WP.
///
/// Source: `mmu.c`, `kvm_mmu_find_shadow_page`, v6.1.
public final class Siblings {

    private Siblings() {}

    /// The fields of the role that tell a page from its siblings, from the lowest bits up; none for
    /// a page without siblings, or one that no lookup finds any more. They are the same for all.
    public static List<Field> toldApartBy(State state, ShadowPage page) {
        if (state.shadow().obsolete(page)) {
            return List.of();
        }
        List<ShadowPage> siblings = of(state, page);
        return Role.LAYOUT.fields().reversed().stream()
                .filter(field ->
                        siblings.stream()
                                        .mapToLong(sibling -> field.of(sibling.role().word()))
                                        .distinct()
                                        .count()
                                > 1)
                .toList();
    }

    /// The page itself and its siblings that still count, newest first.
    private static List<ShadowPage> of(State state, ShadowPage page) {
        List<ShadowPage> siblings = new ArrayList<>();
        PageList ids = state.shadow().pagesOf(page.gfn());
        for (int i = 0; i < ids.size(); i++) {
            ShadowPage other = state.shadow().page(ids.get(i));
            if (samePlace(other.role(), page.role()) && !state.shadow().obsolete(other)) {
                siblings.add(other);
            }
        }
        return siblings;
    }

    private static boolean samePlace(Role one, Role other) {
        return one.level() == other.level()
                && one.quadrant() == other.quadrant()
                && one.direct() == other.direct();
    }
}
