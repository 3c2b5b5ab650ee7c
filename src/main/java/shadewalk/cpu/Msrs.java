package shadewalk.cpu;

import java.util.Map;
import java.util.Set;
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

    /// Written without leaving the guest: STAR to SFMASK, the bases of FS and GS, and SYSENTER's.
    private static final Set<Long> NATIVE =
            Set.of(
                    0xc000_0081L,
                    0xc000_0082L,
                    0xc000_0083L,
                    0xc000_0084L,
                    0xc000_0100L,
                    0xc000_0101L,
                    0xc000_0102L,
                    0x174L,
                    0x175L,
                    0x176L);

    /// Take any value: time stamp counter and clock, microcode, machine check status, performance
    /// counters, power control, and what is only there so that old kernels find it.
    private static final Set<Long> ANY =
            Set.of(
                    0x10L,
                    0x11L,
                    0x12L,
                    0x3bL,
                    0x79L,
                    0x8bL,
                    0xc1L,
                    0xc2L,
                    0x11eL,
                    0x17aL,
                    0x186L,
                    0x187L,
                    0x1d9L,
                    0x1fcL,
                    0x6e0L,
                    0xc000_0103L,
                    0xc001_0000L,
                    0xc001_0001L,
                    0xc001_0002L,
                    0xc001_0003L,
                    0xc001_0004L,
                    0xc001_0005L,
                    0xc001_0006L,
                    0xc001_0007L,
                    0xc001_001fL,
                    0xc001_0020L,
                    0xc001_1022L,
                    0xc001_102aL,
                    0xc001_102cL,
                    0x4b56_4d00L,
                    0x4b56_4d01L);

    /// Take a value whose bits are all among these: CPUID faulting, MMIO configuration, VM_CR,
    /// VIRT_SPEC_CTRL, and KVM's own for asynchronous faults, end of interrupt and polling.
    private static final Map<Long, Long> BITS =
            Map.of(
                    0x140L, 1L,
                    0xc001_0058L, 0L,
                    0xc001_0114L, 0x1fL,
                    0xc001_011fL, 0L,
                    0x4b56_4d02L, 0L,
                    0x4b56_4d03L, 0L,
                    0x4b56_4d04L, 0L,
                    0x4b56_4d05L, 1L);

    private static final long APIC_BASE = 0x1b;
    private static final Field APIC_UNUSED = new Field("reserved", 7, 0);
    private static final Field APIC_X2 = new Field("reserved, x2APIC", 10, 9);

    private static final long HSAVE = 0xc001_0117L;

    /// Tells that LFENCE serializes, which cannot be changed.
    private static final long DE_CFG = 0xc001_1029L;

    private static final long DE_CFG_VALUE = 2;

    private static final long HWCR = 0xc001_0015L;
    private static final long HWCR_IGNORED = 0x148;
    private static final Field STATUS_WRITES = Field.bit("McStatusWrEn", 18);

    private static final long MISC_ENABLE = 0x1a0;
    private static final Field UNAVAILABLE = new Field("unavailable", 12, 11);

    private static final long PAT = 0x277;
    private static final long MTRR_VARIABLE = 0x200;
    private static final long MTRR_VARIABLE_END = 0x210;
    private static final Set<Long> MTRR_FIXED =
            Set.of(
                    0x250L, 0x258L, 0x259L, 0x268L, 0x269L, 0x26aL, 0x26bL, 0x26cL, 0x26dL, 0x26eL,
                    0x26fL);
    private static final long MTRR_DEFAULT = 0x2ff;
    private static final Field MTRR_TYPE = new Field("type", 7, 0);
    private static final Field BASE_UNUSED = new Field("reserved", 11, 8);
    private static final Field MASK_UNUSED = new Field("reserved", 10, 0);
    private static final Field ADDRESS_UNUSED =
            new Field("reserved", 63, ReservedBits.PHYSICAL_BITS);
    private static final Field DEFAULT_UNUSED_LOW = new Field("reserved", 9, 8);
    private static final Field DEFAULT_UNUSED_HIGH = new Field("reserved", 63, 12);

    private static final long BANKS = 0x400;
    private static final long BANKS_END = 0x480;
    private static final Field IN_BANK = new Field("register", 1, 0);

    private static final long CTL_FREE = 0x401;

    private boolean statusWritable;

    /// Whether writing the register does not leave the guest.
    static boolean isNative(long msr) {
        return NATIVE.contains(msr);
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
        if (NATIVE.contains(msr) || ANY.contains(msr)) {
            return true;
        }
        if (BITS.containsKey(msr)) {
            return (value & ~BITS.get(msr)) == 0;
        }
        if (msr >= BANKS && msr < BANKS_END) {
            return bank(IN_BANK.intOf(msr), value);
        }
        if (msr == HWCR) {
            return hardwareConfiguration(value & ~HWCR_IGNORED);
        }
        return single(msr, value);
    }

    private static boolean single(long msr, long value) {
        if (msr == APIC_BASE) {
            return !APIC_UNUSED.in(value) && !APIC_X2.in(value) && !ADDRESS_UNUSED.in(value);
        }
        if (msr == HSAVE) {
            return Page.OFFSET.of(value) == 0 && !ADDRESS_UNUSED.in(value);
        }
        if (msr == DE_CFG) {
            return value == DE_CFG_VALUE;
        }
        if (msr == MISC_ENABLE) {
            return UNAVAILABLE.inPlace(value) == UNAVAILABLE.mask();
        }
        if (msr == PAT) {
            return everyByte(value, type -> isMtrrType(type) || type == 7);
        }
        return mtrr(msr, value);
    }

    private boolean hardwareConfiguration(long value) {
        statusWritable |= value == STATUS_WRITES.mask();
        return value == 0 || value == STATUS_WRITES.mask();
    }

    /// Kernel: x86.c, set_msr_mce.
    private boolean bank(int register, long value) {
        return switch (register) {
            case 0 -> value == 0 || (value | CTL_FREE) == -1;
            case 1 -> value == 0 || statusWritable;
            default -> true;
        };
    }

    /// Kernel: mtrr.c, kvm_mtrr_valid.
    private static boolean mtrr(long msr, long value) {
        if (MTRR_FIXED.contains(msr)) {
            return everyByte(value, Msrs::isMtrrType);
        }
        boolean type = isMtrrType(MTRR_TYPE.of(value));
        if (msr == MTRR_DEFAULT) {
            return type && !DEFAULT_UNUSED_LOW.in(value) && !DEFAULT_UNUSED_HIGH.in(value);
        }
        if (msr < MTRR_VARIABLE || msr >= MTRR_VARIABLE_END || ADDRESS_UNUSED.in(value)) {
            return false;
        }
        boolean mask = (msr & 1) != 0;
        return mask ? !MASK_UNUSED.in(value) : type && !BASE_UNUSED.in(value);
    }

    /// Kernel: mtrr.c, valid_mtrr_type.
    private static boolean isMtrrType(long type) {
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
