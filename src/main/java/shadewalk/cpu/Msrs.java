package shadewalk.cpu;

import java.util.List;
import java.util.function.LongPredicate;
import shadewalk.bits.Field;
import shadewalk.mmu.ControlRegisters;
import shadewalk.mmu.ReservedBits;
import shadewalk.x86.Efer;
import shadewalk.x86.Page;

/// Which model-specific registers the recorded virtual processor lets its guest write. Only one of
/// them, EFER, means anything to the MMU; of the others it matters whether the write leaves the
/// guest and whether it is refused.
///
/// Source: `arch/x86/kvm/x86.c`, `kvm_set_msr_common`, `set_msr_mce`; `mtrr.c`, `kvm_mtrr_valid`;
/// `arch/x86/kvm/svm/svm.c`, `direct_access_msrs`, `svm_set_msr`; v6.1.
final class Msrs {

    private static final Field ADDRESS_UNUSED = new Field("63:P", 63, ReservedBits.PHYSICAL_BITS);
    private static final long ADDRESS = ~ADDRESS_UNUSED.mask();
    private static final long APIC_UNUSED =
            new Field("7:0", 7, 0).mask() | new Field("10:9", 10, 9).mask();
    private static final long MTRR_BASE_UNUSED = new Field("11:8", 11, 8).mask();
    private static final long MTRR_MASK_UNUSED = new Field("10:0", 10, 0).mask();
    private static final long MTRR_DEFAULT_UNUSED =
            new Field("9:8", 9, 8).mask() | new Field("63:12", 63, 12).mask();
    private static final Field MTRR_TYPE = new Field("type", 7, 0);
    private static final Field PERF_UNAVAILABLE = new Field("unavailable", 12, 11);
    private static final long HWCR_IGNORED = 0x148;
    private static final Field STATUS_WRITES = Field.bit("McStatusWrEn", 18);
    private static final long CTL_FREE = 0x401;

    /// Registers with numbers that follow each other, and the values they take.
    private record Row(long first, long last, LongPredicate accepts) {

        boolean has(long msr) {
            return first <= msr && msr <= last;
        }
    }

    /// Written without leaving the guest.
    private static final List<Row> NATIVE =
            List.of(
                    any(0x174, 0x176), // SYSENTER_CS, _ESP, _EIP
                    any(0xc000_0081L, 0xc000_0084L), // STAR, LSTAR, CSTAR, SFMASK
                    any(0xc000_0100L, 0xc000_0102L)); // FS_BASE, GS_BASE, KERNEL_GS_BASE

    private final List<Row> rows =
            List.of(
                    any(0x10, 0x12), // TSC, and KVM's clock under its old numbers
                    only(0x1b, ADDRESS & ~APIC_UNUSED), // APIC_BASE
                    any(0x3b), // TSC_ADJUST
                    any(0x79), // UCODE_WRITE
                    any(0x8b), // UCODE_REV
                    any(0xc1, 0xc2), // performance counters
                    any(0x11e), // BBL_CR_CTL3
                    only(0x140, 1), // MISC_FEATURES_ENABLES: CPUID faulting
                    any(0x17a), // MCG_STATUS
                    any(0x186, 0x187), // event selectors
                    // MISC_ENABLE
                    row(0x1a0, v -> PERF_UNAVAILABLE.inPlace(v) == PERF_UNAVAILABLE.mask()),
                    any(0x1d9), // DEBUGCTL
                    any(0x1fc), // POWER_CTL
                    row(0x277, v -> everyByte(v, type -> isMtrrType(type) || type == 7)), // PAT
                    // the fixed ranges of the MTRRs, and their default
                    mtrrFixed(0x250, 0x250),
                    mtrrFixed(0x258, 0x259),
                    mtrrFixed(0x268, 0x26f),
                    row(0x2ff, v -> isMtrrType(v) && (v & MTRR_DEFAULT_UNUSED) == 0),
                    any(0x6e0), // TSC_DEADLINE
                    any(0xc000_0103L), // TSC_AUX
                    any(0xc001_0000L, 0xc001_0007L), // K7 event selectors and counters
                    // HWCR
                    row(0xc001_0015L, this::hardwareConfiguration),
                    any(0xc001_001fL, 0xc001_0020L), // NB_CFG, PATCH_LOADER
                    only(0xc001_0058L, 0), // MMIO configuration base
                    only(0xc001_0114L, 0x1f), // VM_CR
                    only(0xc001_0117L, ADDRESS & ~Page.OFFSET.mask()), // VM_HSAVE_PA
                    only(0xc001_011fL, 0), // VIRT_SPEC_CTRL
                    any(0xc001_1022L), // DC_CFG
                    row(0xc001_1029L, v -> v == 2), // DE_CFG: LFENCE serializes, always
                    any(0xc001_102aL), // BU_CFG2
                    any(0xc001_102cL), // EX_CFG
                    any(0x4b56_4d00L, 0x4b56_4d01L), // KVM's clock
                    new Row(0x4b56_4d02L, 0x4b56_4d04L, v -> v == 0), // ASYNC_PF_EN to PV_EOI_EN
                    only(0x4b56_4d05L, 1)); // POLL_CONTROL

    private boolean statusWritable;

    private static Row any(long msr) {
        return any(msr, msr);
    }

    private static Row any(long first, long last) {
        return new Row(first, last, _ -> true);
    }

    /// Takes a value whose bits are all among these.
    private static Row only(long msr, long bits) {
        return row(msr, value -> (value & ~bits) == 0);
    }

    private static Row row(long msr, LongPredicate accepts) {
        return new Row(msr, msr, accepts);
    }

    private static Row mtrrFixed(long first, long last) {
        return new Row(first, last, value -> everyByte(value, Msrs::isMtrrType));
    }

    /// Whether writing the register does not leave the guest.
    static boolean isNative(long msr) {
        return NATIVE.stream().anyMatch(row -> row.has(msr));
    }

    /// Writes the register that CX names. Kernel: x86.c, kvm_set_msr_common.
    ///
    /// @return false if the guest gets a general-protection fault instead
    boolean write(Core core, ControlRegisters registers) {
        long msr = core.get(Core.CX, 4);
        long value = core.get(Core.DX, 4) << 32 | core.get(Core.AX, 4);
        return msr == Efer.MSR ? registers.loadEfer(value) : accepts(msr, value);
    }

    private boolean accepts(long msr, long value) {
        if (msr >= 0x400 && msr < 0x480) {
            return bank((int) (msr % 4), value);
        }
        if (msr >= 0x200 && msr < 0x210) {
            return variableRange(msr % 2 != 0, value);
        }
        return isNative(msr)
                || rows.stream().anyMatch(row -> row.has(msr) && row.accepts().test(value));
    }

    private boolean hardwareConfiguration(long written) {
        long value = written & ~HWCR_IGNORED;
        statusWritable |= value == STATUS_WRITES.mask();
        return value == 0 || value == STATUS_WRITES.mask();
    }

    /// One of the registers of a machine check bank: control, status, address and the rest. Kernel:
    /// x86.c, set_msr_mce.
    private boolean bank(int register, long value) {
        return switch (register) {
            case 0 -> value == 0 || (value | CTL_FREE) == -1;
            case 1 -> value == 0 || statusWritable;
            default -> true;
        };
    }

    /// Kernel: mtrr.c, kvm_mtrr_valid.
    private static boolean variableRange(boolean mask, long value) {
        boolean good =
                mask
                        ? (value & MTRR_MASK_UNUSED) == 0
                        : isMtrrType(value) && (value & MTRR_BASE_UNUSED) == 0;
        return good && !ADDRESS_UNUSED.in(value);
    }

    /// Kernel: mtrr.c, valid_mtrr_type.
    ///
    /// @param value the type is in its low byte
    private static boolean isMtrrType(long value) {
        long type = MTRR_TYPE.of(value);
        return type == 0 || type == 1 || type >= 4 && type <= 6;
    }

    private static boolean everyByte(long value, LongPredicate good) {
        for (int shift = 0; shift < 64; shift += 8) {
            if (!good.test(MTRR_TYPE.of(value >>> shift))) {
                return false;
            }
        }
        return true;
    }
}
