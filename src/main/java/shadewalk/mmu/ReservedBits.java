package shadewalk.mmu;

import shadewalk.bits.Field;
import shadewalk.state.Registers;
import shadewalk.x86.Cr4;
import shadewalk.x86.Efer;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.PagingMode;

/// Which bits of a guest entry must be zero.
///
/// The guest's processor is the recorded one: an AMD processor with 40 physical address bits, 1 GiB
/// pages and PSE-36.
///
/// Source: `mmu.c`, `__reset_rsvds_bits_mask`, v6.1; AMD APM volume 2, 5.3.
public final class ReservedBits {

    /// Physical address bits of the guest's processor.
    public static final int PHYSICAL_BITS = 40;

    private static final Field PT32_4M = new Field("reserved", 21, 17);
    private static final Field ADDRESS_51 = new Field("reserved", 51, PHYSICAL_BITS);
    private static final Field ADDRESS_62 = new Field("reserved", 62, PHYSICAL_BITS);
    private static final Field LOW_2M = new Field("reserved", 20, 13);
    private static final Field LOW_1G = new Field("reserved", 29, 13);
    private static final Field PDPTE_HIGH = new Field("reserved", 8, 5);
    private static final Field PDPTE_LOW = new Field("reserved", 2, 1);

    private ReservedBits() {}

    /// The bits of an entry at `level` that must be zero, given the entry itself, for its bit 7
    /// chooses between two masks. Kernel: mmu.c, __reset_rsvds_bits_mask; spte.h, get_rsvd_bits.
    public static long mask(Registers registers, PagingMode mode, int level, long gpte) {
        boolean bit7 = GuestEntry.PS.in(gpte);
        if (mode == PagingMode.PT32) {
            return bit7 && level == 2 && registers.cr4(Cr4.PSE) ? PT32_4M.mask() : 0;
        }
        long high = mode == PagingMode.PAE ? ADDRESS_62.mask() : ADDRESS_51.mask();
        if (!registers.efer(Efer.NX)) {
            high |= GuestEntry.NX.mask();
        }
        return switch (level) {
            case 1 -> high;
            case 2 -> bit7 ? high | LOW_2M.mask() : high;
            case 3 -> bit7 ? high | LOW_1G.mask() : high;
            default -> high | GuestEntry.G.mask() | GuestEntry.PS.mask();
        };
    }

    /// The bits of a PAE page-directory-pointer entry that must be zero when it is loaded. Kernel:
    /// x86.c, pdptr_rsvd_bits.
    public static long pdpteMask() {
        return GuestEntry.NX.mask() | ADDRESS_62.mask() | PDPTE_HIGH.mask() | PDPTE_LOW.mask();
    }
}
