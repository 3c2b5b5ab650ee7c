package shadewalk.mmu;

import java.util.Optional;
import java.util.stream.Collectors;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.x86.Cr0;
import shadewalk.x86.Cr4;
import shadewalk.x86.Efer;

/// Which control registers a virtual machine can be started with.
///
/// Source: `arch/x86/kvm/x86.c`, v6.1: `kvm_is_valid_sregs`, `kvm_is_valid_cr4`.
public final class RegisterCheck {

    private static final Field BEYOND_32 = new Field("reserved", 63, 32);
    private static final Field CR3_BEYOND = new Field("reserved", 63, ReservedBits.PHYSICAL_BITS);

    private RegisterCheck() {}

    /// Why KVM would not take the registers (`KVM_SET_SREGS` fails with `EINVAL`), and what would
    /// mend it; empty if it takes them. Kernel: x86.c, kvm_is_valid_sregs.
    ///
    /// @param longCode whether the first instruction is 64-bit code
    public static Optional<String> refusal(
            long cr0, long cr3, long cr4, long efer, boolean longCode) {
        if (BEYOND_32.in(cr0)) {
            return Optional.of("cr0 " + Hex.prefixed(cr0) + " has more than 32 bits");
        }
        if (Cr0.PG.in(cr0) && !Cr0.PE.in(cr0)) {
            return Optional.of("CR0.PG is set without CR0.PE; set both or neither");
        }
        if (Cr0.NW.in(cr0) && !Cr0.CD.in(cr0)) {
            return Optional.of("CR0.NW is set without CR0.CD; set both or neither");
        }
        long reserved = cr4 & ControlRegisters.CR4_RESERVED;
        if (reserved != 0) {
            return Optional.of(
                    "cr4 has bits that the guest's processor lacks; clear " + names(reserved));
        }
        return longMode(cr0, cr3, cr4, efer, longCode);
    }

    private static Optional<String> longMode(
            long cr0, long cr3, long cr4, long efer, boolean longCode) {
        if (!Cr0.PG.in(cr0) || !Efer.LME.in(efer)) {
            if (Efer.LMA.in(efer)) {
                return Optional.of("EFER.LMA is set without EFER.LME and CR0.PG; clear it");
            }
            return longCode
                    ? Optional.of("mode 64 needs EFER.LME, EFER.LMA, CR0.PG and CR4.PAE; set them")
                    : Optional.empty();
        }
        if (!Efer.LMA.in(efer) || !Cr4.PAE.in(cr4)) {
            return Optional.of(
                    "EFER.LME and CR0.PG are set without EFER.LMA and CR4.PAE; set them too");
        }
        return CR3_BEYOND.in(cr3)
                ? Optional.of(
                        "cr3 "
                                + Hex.prefixed(cr3)
                                + " lies beyond the "
                                + ReservedBits.PHYSICAL_BITS
                                + " bits of a physical address; move the root down")
                : Optional.empty();
    }

    /// The names of CR4 bits; those without a name by their numbers.
    private static String names(long bits) {
        String named =
                Cr4.LAYOUT.fields().stream()
                        .filter(field -> field.in(bits))
                        .map(Field::name)
                        .collect(Collectors.joining(", "));
        long rest = bits & ~Cr4.LAYOUT.named();
        if (rest == 0) {
            return named;
        }
        return (named.isEmpty() ? "" : named + " and ") + Hex.prefixed(rest);
    }
}
