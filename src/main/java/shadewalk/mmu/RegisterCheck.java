package shadewalk.mmu;

import static shadewalk.text.Texts.PROBLEMS;

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
            return Optional.of(PROBLEMS.get("registers.cr0", Hex.prefixed(cr0)));
        }
        if (Cr0.PG.in(cr0) && !Cr0.PE.in(cr0)) {
            return Optional.of(PROBLEMS.get("registers.pg"));
        }
        if (Cr0.NW.in(cr0) && !Cr0.CD.in(cr0)) {
            return Optional.of(PROBLEMS.get("registers.nw"));
        }
        long reserved = cr4 & ControlRegisters.CR4_RESERVED;
        if (reserved != 0) {
            return Optional.of(PROBLEMS.get("registers.cr4", names(reserved)));
        }
        return longMode(cr0, cr3, cr4, efer, longCode);
    }

    private static Optional<String> longMode(
            long cr0, long cr3, long cr4, long efer, boolean longCode) {
        if (!Cr0.PG.in(cr0) || !Efer.LME.in(efer)) {
            if (Efer.LMA.in(efer)) {
                return Optional.of(PROBLEMS.get("registers.lma"));
            }
            return longCode ? Optional.of(PROBLEMS.get("registers.mode-64")) : Optional.empty();
        }
        if (!Efer.LMA.in(efer) || !Cr4.PAE.in(cr4)) {
            return Optional.of(PROBLEMS.get("registers.lme"));
        }
        return CR3_BEYOND.in(cr3)
                ? Optional.of(
                        PROBLEMS.get(
                                "registers.cr3", Hex.prefixed(cr3), ReservedBits.PHYSICAL_BITS))
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
        return named.isEmpty()
                ? Hex.prefixed(rest)
                : PROBLEMS.get("registers.and", named, Hex.prefixed(rest));
    }
}
