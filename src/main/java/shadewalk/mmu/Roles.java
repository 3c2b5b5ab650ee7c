package shadewalk.mmu;

import shadewalk.state.Acc;
import shadewalk.state.Registers;
import shadewalk.state.Role;
import shadewalk.state.ShadowPage;
import shadewalk.x86.Cr0;
import shadewalk.x86.Cr4;
import shadewalk.x86.PagingMode;

/// Which role a shadow page gets.
///
/// Source: `mmu.c`, v6.1: `kvm_calc_cpu_role`, `kvm_init_shadow_mmu`, `mmu_alloc_root`,
/// `kvm_mmu_child_role`.
public final class Roles {

    private static final int MIN_ROOT_LEVEL = 3;

    private Roles() {}

    /// The role roots are made from (`root_role`). A guest with two levels still runs on three, and
    /// EFER.NX counts as set, for the processor runs with it. Kernel: mmu.c, kvm_calc_cpu_role,
    /// kvm_init_shadow_mmu.
    public static Role root(Registers registers) {
        PagingMode mode = registers.mode();
        long word = Role.EFER_NX.set(Role.ACCESS.with(0, Acc.ALL));
        word = Role.LEVEL.with(word, Math.max(mode.depth(), MIN_ROOT_LEVEL));
        if (mode == PagingMode.OFF) {
            return new Role((int) Role.DIRECT.set(word));
        }
        boolean wp = registers.cr0(Cr0.WP);
        word = Role.HAS_4_BYTE_GPTE.put(word, mode.entryBytes() == 4);
        word = Role.CR0_WP.put(word, wp);
        word = Role.SMEP_ANDNOT_WP.put(word, registers.cr4(Cr4.SMEP) && !wp);
        word = Role.SMAP_ANDNOT_WP.put(word, registers.cr4(Cr4.SMAP) && !wp);
        return new Role((int) word);
    }

    /// The role of one root page. Kernel: mmu.c, mmu_alloc_root.
    static Role rootPage(Registers registers, int level, int quadrant) {
        return root(registers).withLevel(level).withQuadrant(quadrant);
    }

    /// The role of the page that entry `index` of `parent` points to.
    ///
    /// For a guest with 4-byte entries the quadrant is the lowest bit of the entry's index: even
    /// entries lead to the lower half of a guest table, odd ones to the upper. Kernel: mmu.c,
    /// kvm_mmu_child_role.
    static Role child(ShadowPage parent, int index, boolean direct, int access) {
        Role role =
                parent.role().withLevel(parent.level() - 1).withDirect(direct).withAccess(access);
        return role.has4ByteGpte() ? role.withQuadrant(index & 1) : role;
    }
}
