package shadewalk.state;

import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.bits.Layout;

/// How a shadow page interprets its guest frame: KVM's `union kvm_mmu_page_role`, 32 bits. A shadow
/// page is found again by its gfn and this whole word.
///
/// ```
/// |31 24|23  19|18|17|16|15|14|13|12|11|10  8|7|6 5|4|3   0|
/// | smm |  -   |  |  |  |  |  |  |  |  |acces|d| q |4|level|
/// ```
///
/// Source: `arch/x86/include/asm/kvm_host.h`, v6.1.
///
/// @param word the 32 bits
public record Role(int word) {

    public static final Field LEVEL = new Field("level", 3, 0, "role");
    public static final Field HAS_4_BYTE_GPTE = Field.bit("has_4_byte_gpte", 4, "role");
    public static final Field QUADRANT = new Field("quadrant", 6, 5, "role");
    public static final Field DIRECT = Field.bit("direct", 7, "role");
    public static final Field ACCESS = new Field("access", 10, 8, "role");
    public static final Field INVALID = Field.bit("invalid", 11, "role");
    public static final Field EFER_NX = Field.bit("efer_nx", 12, "role");
    public static final Field CR0_WP = Field.bit("cr0_wp", 13, "role");
    public static final Field SMEP_ANDNOT_WP = Field.bit("smep_andnot_wp", 14, "role");
    public static final Field SMAP_ANDNOT_WP = Field.bit("smap_andnot_wp", 15, "role");
    public static final Field AD_DISABLED = Field.bit("ad_disabled", 16, "role");
    public static final Field GUEST_MODE = Field.bit("guest_mode", 17, "role");
    public static final Field PASSTHROUGH = Field.bit("passthrough", 18, "role");
    public static final Field SMM = new Field("smm", 31, 24, "role");

    public static final Layout LAYOUT =
            Layout.of(
                    "kvm_mmu_page_role",
                    32,
                    LEVEL,
                    HAS_4_BYTE_GPTE,
                    QUADRANT,
                    DIRECT,
                    ACCESS,
                    INVALID,
                    EFER_NX,
                    CR0_WP,
                    SMEP_ANDNOT_WP,
                    SMAP_ANDNOT_WP,
                    AD_DISABLED,
                    GUEST_MODE,
                    PASSTHROUGH,
                    SMM);

    public int level() {
        return LEVEL.intOf(word);
    }

    public boolean has4ByteGpte() {
        return HAS_4_BYTE_GPTE.in(word);
    }

    public int quadrant() {
        return QUADRANT.intOf(word);
    }

    public boolean direct() {
        return DIRECT.in(word);
    }

    /// The rights as [Acc] bits, 0 to 7.
    public int access() {
        return ACCESS.intOf(word);
    }

    public boolean invalid() {
        return INVALID.in(word);
    }

    public boolean eferNx() {
        return EFER_NX.in(word);
    }

    public boolean adDisabled() {
        return AD_DISABLED.in(word);
    }

    public Role withLevel(int level) {
        return new Role((int) LEVEL.with(word, level));
    }

    public Role withQuadrant(int quadrant) {
        return new Role((int) QUADRANT.with(word, quadrant));
    }

    public Role withDirect(boolean direct) {
        return new Role((int) DIRECT.put(word, direct));
    }

    public Role withAccess(int access) {
        return new Role((int) ACCESS.with(word, access));
    }

    public Role asInvalid() {
        return new Role((int) INVALID.set(word));
    }

    /// Bytes in one entry of the guest table that a page of this role shadows.
    public int gpteBytes() {
        return has4ByteGpte() ? 4 : 8;
    }

    @Override
    public String toString() {
        return Hex.prefixed(word);
    }
}
