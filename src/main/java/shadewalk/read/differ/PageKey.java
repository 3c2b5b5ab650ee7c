package shadewalk.read.differ;

import static shadewalk.text.Texts.ANSWERS;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import shadewalk.bits.Field;
import shadewalk.read.Portion;
import shadewalk.read.tell.Names;
import shadewalk.state.Acc;
import shadewalk.state.Role;
import shadewalk.state.ShadowPage;
import shadewalk.state.State;
import shadewalk.x86.Gfn;

/// What makes a shadow page the one it is, whatever its number: two branches number their pages
/// each for itself.
record PageKey(Gfn gfn, Role role, int generation) implements Comparable<PageKey> {

    private static final Comparator<PageKey> ORDER =
            Comparator.comparingInt((PageKey key) -> -key.role.level())
                    .thenComparingLong(key -> key.gfn.raw())
                    .thenComparingInt(key -> key.role.word())
                    .thenComparingInt(PageKey::generation);

    static PageKey of(ShadowPage page) {
        return new PageKey(page.gfn(), page.role(), page.generation());
    }

    /// All pages of a state; of pages that are alike in all this, the newest.
    static Map<PageKey, ShadowPage> pages(State state) {
        Map<PageKey, ShadowPage> pages = new LinkedHashMap<>();
        state.shadow().all().forEach(page -> pages.put(of(page), page));
        return pages;
    }

    @Override
    public int compareTo(PageKey other) {
        return ORDER.compare(this, other);
    }

    /// `level 2, q0 of gfn 1`.
    @Override
    public String toString() {
        if (role.direct()) {
            return ANSWERS.get("page-key.level-direct-from", role.level(), gfn);
        }
        String key = role.has4ByteGpte() ? "page-key.level-quadrant" : "page-key.level";
        String words = ANSWERS.get(key, role.level(), gfn, role.quadrant());
        return role.invalid() ? ANSWERS.get("page-key.invalid", words) : words;
    }

    /// The role, field by field: `role 0xc3715: access wux, has_4_byte_gpte, efer_nx`.
    String roleWords() {
        StringBuilder words =
                new StringBuilder(ANSWERS.get("page-key.role", role, Acc.name(role.access())));
        for (Field field : Role.LAYOUT.fields().reversed()) {
            if (field.width() == 1 && field.in(role.word() & 0xffff_ffffL)) {
                words.append(", ").append(field.name());
            }
        }
        return words.toString();
    }

    /// Which guest entry an entry of such a page stands for, as a second line.
    String guestEntry(int index) {
        return role.direct()
                ? ""
                : ANSWERS.get(
                        "page-key.for-guest",
                        Names.entry(role.level()),
                        Portion.of(role).guestIndex(index));
    }
}
