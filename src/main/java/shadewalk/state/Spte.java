package shadewalk.state;

import shadewalk.bits.Field;
import shadewalk.bits.Layout;
import shadewalk.x86.Pfn;

/// A shadow page-table entry, 64 bits, as KVM builds it where the processor has no EPT.
///
/// ```
/// leaf      |63|62     52|51            12|11|10| 9| 8 | 7|6|5|4 3|2|1|0|
///           |NX|   0     |   host frame   |MP|MW|HW| 0 |PS|D|A| 0 |U|W|P|
/// non-leaf  | 0|   0     | child's table  |1 | 0| 0| 0 | 0|0|1| 0 |1|1|1|
/// MMIO      | 0|gen 18:8 |1|     gfn      | 0|     gen 7:0      |U|W|1|
/// ```
///
/// "Present" always means bit 11, MMU_PRESENT, which MMIO entries lack.
///
/// Source: `arch/x86/kvm/mmu/spte.h` and `spte.c`, v6.1, on a processor with 40 physical address
/// bits, accessed and dirty bits, and no memory encryption.
public final class Spte {

    public static final Field P = Field.bit("P", 0, "spte");
    public static final Field W = Field.bit("W", 1, "spte");
    public static final Field U = Field.bit("U", 2, "spte");
    public static final Field A = Field.bit("A", 5, "spte");
    public static final Field D = Field.bit("D", 6, "spte");
    public static final Field PS = Field.bit("PS", 7, "spte");
    public static final Field HOST_WRITABLE = Field.bit("HOST_WRITABLE", 9, "spte");
    public static final Field MMU_WRITABLE = Field.bit("MMU_WRITABLE", 10, "spte");
    public static final Field MMU_PRESENT = Field.bit("MMU_PRESENT", 11, "spte");
    public static final Field PFN = new Field("PFN", 51, 12, "spte");
    public static final Field CHILD = new Field("PFN", 51, 12, "spte-child");
    public static final Field AD_TYPE = new Field("AD_TYPE", 53, 52, "spte");
    public static final Field NX = Field.bit("NX", 63, "spte");

    public static final Field MMIO = Field.bit("MMIO", 51, "spte");
    public static final Field MMIO_GEN_LOW = new Field("GEN 7:0", 10, 3, "spte");
    public static final Field MMIO_GEN_HIGH = new Field("GEN 18:8", 62, 52, "spte");
    public static final Field MMIO_GFN = new Field("GFN", 39, 12, "spte");

    public static final Layout LEAF =
            Layout.of(
                    "SPTE (leaf)",
                    64,
                    P,
                    W,
                    U,
                    A,
                    D,
                    PS,
                    HOST_WRITABLE,
                    MMU_WRITABLE,
                    MMU_PRESENT,
                    PFN,
                    AD_TYPE,
                    NX);

    /// An entry that is 0: nothing has been put there, or it was taken away.
    public static final Layout EMPTY =
            Layout.of("SPTE (empty)", 64, LEAF.fields().toArray(Field[]::new));

    public static final Layout NON_LEAF =
            Layout.of("SPTE (non-leaf)", 64, P, W, U, A, PS, MMU_PRESENT, CHILD, AD_TYPE, NX);
    public static final Layout MMIO_LAYOUT =
            Layout.of("SPTE (MMIO)", 64, P, W, U, MMIO_GEN_LOW, MMIO_GFN, MMIO, MMIO_GEN_HIGH);

    /// The layout of an entry of the PAE root, `pae_root[4]`.
    public static final Layout PAE_ROOT = Layout.of("pae_root entry", 64, P, A, CHILD);

    private static final long MMIO_MASK = MMIO.mask() | P.mask();
    private static final long LARGE_OR_PRESENT = PS.mask() | MMU_PRESENT.mask();

    private Spte() {}

    /// Bit 11. Kernel: spte.h, is_shadow_present_pte.
    public static boolean present(long spte) {
        return MMU_PRESENT.in(spte);
    }

    /// Bits 51 and 0. Kernel: spte.h, is_mmio_spte.
    public static boolean mmio(long spte) {
        return (spte & MMIO_MASK) == MMIO_MASK;
    }

    /// For an entry above level 1. Kernel: spte.h, is_large_pte.
    public static boolean large(long spte) {
        return PS.in(spte);
    }

    /// Whether the entry is present and maps memory rather than a table. Kernel: spte.h,
    /// is_last_spte.
    public static boolean presentLeaf(long spte, int level) {
        return present(spte) && (level == 1 || large(spte));
    }

    /// Whether the entry is present and names another table.
    public static boolean presentNonLeaf(long spte, int level) {
        return level > 1 && (spte & LARGE_OR_PRESENT) == MMU_PRESENT.mask();
    }

    /// Bit 1. Does not ask whether the entry is present. Kernel: spte.h, is_writable_pte.
    public static boolean writable(long spte) {
        return W.in(spte);
    }

    /// The host frame in bits 51:12. Kernel: spte.h, spte_to_pfn.
    public static Pfn pfn(long spte) {
        return new Pfn(PFN.of(spte));
    }

    /// The layout that describes this value at this level.
    public static Layout layout(long spte, int level) {
        if (mmio(spte) && !present(spte)) {
            return MMIO_LAYOUT;
        }
        if (spte == 0) {
            return EMPTY;
        }
        return presentNonLeaf(spte, level) ? NON_LEAF : LEAF;
    }

    /// The 19 generation bits of an MMIO entry. Kernel: spte.h, get_mmio_spte_generation.
    public static long mmioGeneration(long spte) {
        return MMIO_GEN_HIGH.of(spte) << MMIO_GEN_LOW.width() | MMIO_GEN_LOW.of(spte);
    }
}
