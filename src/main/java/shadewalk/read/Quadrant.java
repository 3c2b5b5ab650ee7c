package shadewalk.read;

import shadewalk.bits.Field;
import shadewalk.x86.Gva;
import shadewalk.x86.PagingMode;

/// Which part of a 1,024-entry guest table a shadow page stands for, reckoned in both ways.
///
/// A table of 4-byte entries has twice as many of them as one of 8-byte entries. At level 1 that
/// makes two shadow pages for a guest table; at level 2, where each of them reaches half as far as
/// well, four.
public final class Quadrant {

    private Quadrant() {}

    /// How many shadow pages a guest table of a level needs: 2 or 4.
    public static int count(int level) {
        return 2 * level;
    }

    /// The address bits that are the quadrant: those a 4-byte walk has used up and an 8-byte walk
    /// has not. Level 1: bit 21. Level 2: bits 31:30.
    ///
    /// Source: the quadrant as `kvm_mmu_get_page` reckoned it up to Linux 5.19.
    public static Field bits(int level) {
        int low = 12 + 9 * level;
        return new Field("quadrant", low + level - 1, low);
    }

    /// The quadrant by the address.
    public static int ofAddress(Gva gva, int level) {
        return bits(level).intOf(gva.raw());
    }

    /// The quadrant by the place of the entry that names the page: of a root, its number in
    /// `pae_root`; of a level 1 page, the lowest bit of its shadow PDE's index.
    ///
    /// Source: `mmu_alloc_shadow_roots` and `kvm_mmu_child_role` in `mmu.c`, v6.1.
    public static int ofPlace(int index, int level) {
        return level == 2 ? index : index % 2;
    }

    /// The index of the entry above a shadow page of `level` that an address uses.
    public static int place(Gva gva, int level) {
        return PagingMode.PAE.level(level + 1).index().intOf(gva.raw());
    }
}
