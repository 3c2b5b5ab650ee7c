package shadewalk.cpu;

import shadewalk.bits.Field;

/// The registers of the guest's processor that no page table depends on.
public final class Core {

    /// Numbers of the general registers, as instructions encode them.
    public static final int AX = 0;

    public static final int CX = 1;
    public static final int DX = 2;
    public static final int BX = 3;
    public static final int SP = 4;
    public static final int BP = 5;
    public static final int SI = 6;
    public static final int DI = 7;

    private static final Field AC = Field.bit("AC", 18);
    private static final Field RF = Field.bit("RF", 16);
    private static final Field DF = Field.bit("DF", 10);
    private static final long ALWAYS_SET = 2;

    private final long[] general = new long[16];
    private final boolean longMode;
    private long rip;
    private long rflags = ALWAYS_SET;
    private boolean user;
    private long stackSegment = Segments.KERNEL_STACK;

    /// @param longMode whether the processor runs 64-bit code; otherwise 32-bit code
    public Core(boolean longMode) {
        this.longMode = longMode;
    }

    public boolean longMode() {
        return longMode;
    }

    /// Bytes in an address and in a stack slot: 4 or 8.
    public int addressBytes() {
        return longMode ? 8 : 4;
    }

    public long get(int register) {
        return general[register];
    }

    /// The low `bytes` of a register. One-byte registers 4 to 7 are the second bytes of the first
    /// four, as without a REX prefix.
    public long get(int register, int bytes) {
        if (bytes == 1 && register >= SP && register <= DI) {
            return general[register - SP] >>> 8 & 0xff;
        }
        return Sizes.low(general[register], bytes);
    }

    /// Writes the low `bytes` of a register; 4 bytes clear the upper half.
    public void set(int register, int bytes, long value) {
        if (bytes == 1 && register >= SP && register <= DI) {
            int real = register - SP;
            general[real] = general[real] & ~0xff00L | (value & 0xff) << 8;
        } else if (bytes >= 4) {
            general[register] = Sizes.low(value, bytes);
        } else {
            long mask = Sizes.mask(bytes);
            general[register] = general[register] & ~mask | value & mask;
        }
    }

    public void set(int register, long value) {
        set(register, addressBytes(), value);
    }

    public long rip() {
        return rip;
    }

    public void setRip(long value) {
        rip = Sizes.low(value, addressBytes());
    }

    public long rflags() {
        return rflags;
    }

    public void setRflags(long value) {
        rflags = value | ALWAYS_SET;
    }

    public boolean alignmentCheck() {
        return AC.in(rflags);
    }

    public void setAlignmentCheck(boolean on) {
        rflags = AC.put(rflags, on);
    }

    /// RFLAGS.RF, which KVM sets with the faults it injects; delivering them clears it.
    public void setResume(boolean on) {
        rflags = RF.put(rflags, on);
    }

    /// Whether string instructions go downwards.
    public boolean downwards() {
        return DF.in(rflags);
    }

    /// Whether the privilege level is 3.
    public boolean user() {
        return user;
    }

    public void setUser(boolean now) {
        user = now;
    }

    /// The selector in SS.
    public long stackSegment() {
        return stackSegment;
    }

    public void setStackSegment(long selector) {
        stackSegment = selector;
    }
}
