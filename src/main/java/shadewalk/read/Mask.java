package shadewalk.read;

import java.util.List;
import shadewalk.bits.Field;
import shadewalk.state.Spte;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.PagingMode;

/// A mask macro or variable of KVM, and the bits it covers.
///
/// @param name as the kernel writes it
/// @param home the file that defines it
public record Mask(String name, Field bits, String home) {

    /// Which family of masks.
    public enum Family {
        /// Bits that mean the same in guest and shadow entries: `PT_*_MASK` in `mmu.h`.
        HARDWARE,
        /// What only holds for guest entries: `PT_*` and `PT32_*` of `paging_tmpl.h`.
        GUEST,
        /// What only holds for shadow entries: `SPTE_*` and `shadow_*` of `spte.h`.
        SHADOW
    }

    private static final String MMU = "mmu.h";
    private static final String TEMPLATE = "paging_tmpl.h";
    private static final String SPTE = "spte.h";

    /// The masks of a family that lie over an entry of a guest in `mode`.
    ///
    /// Source: the files named in each, Linux 6.1.
    public static List<Mask> of(Family family, PagingMode mode, boolean large) {
        return switch (family) {
            case HARDWARE ->
                    List.of(
                            new Mask("PT_PRESENT_MASK", GuestEntry.P, MMU),
                            new Mask("PT_WRITABLE_MASK", GuestEntry.RW, MMU),
                            new Mask("PT_USER_MASK", GuestEntry.US, MMU),
                            new Mask("PT_ACCESSED_MASK", GuestEntry.A, MMU),
                            new Mask("PT_DIRTY_MASK", GuestEntry.D, MMU),
                            new Mask("PT_PAGE_SIZE_MASK", GuestEntry.PS, MMU));
            case GUEST -> guest(mode, large);
            case SHADOW ->
                    List.of(
                            new Mask("SPTE_BASE_ADDR_MASK", Spte.PFN, SPTE),
                            new Mask("SPTE_MMU_PRESENT_MASK", Spte.MMU_PRESENT, SPTE),
                            new Mask("shadow_mmu_writable_mask", Spte.MMU_WRITABLE, SPTE),
                            new Mask("shadow_host_writable_mask", Spte.HOST_WRITABLE, SPTE),
                            new Mask("shadow_dirty_mask", Spte.D, SPTE),
                            new Mask("shadow_accessed_mask", Spte.A, SPTE),
                            new Mask("shadow_user_mask", Spte.U, SPTE),
                            new Mask("shadow_present_mask", Spte.P, SPTE));
        };
    }

    private static List<Mask> guest(PagingMode mode, boolean large) {
        Mask base = new Mask("PT_BASE_ADDR_MASK", mode.base(), TEMPLATE);
        Mask accessed = new Mask("PT_GUEST_ACCESSED_MASK", GuestEntry.A, TEMPLATE);
        Mask dirty = new Mask("PT_GUEST_DIRTY_MASK", GuestEntry.D, TEMPLATE);
        if (mode == PagingMode.PT32 && large) {
            Mask pse36 = new Mask("PT32_DIR_PSE36_MASK", GuestEntry.PSE36, TEMPLATE);
            return List.of(base, pse36, dirty, accessed);
        }
        return List.of(base, dirty, accessed);
    }
}
