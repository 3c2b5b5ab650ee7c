package shadewalk.cpu;

import shadewalk.bits.Field;

/// Arithmetic on values of one size, with the status flags that it leaves. Where the manuals leave
/// a flag undefined, it is what the processor of the recordings makes of it.
///
/// Source: Intel SDM volume 2.
final class Arithmetic {

    private static final Field CF = Field.bit("CF", 0);
    private static final Field PF = Field.bit("PF", 2);
    private static final Field AF = Field.bit("AF", 4);
    private static final Field ZF = Field.bit("ZF", 6);
    private static final Field SF = Field.bit("SF", 7);
    private static final Field OF = Field.bit("OF", 11);

    private final Core core;
    private final int size;
    private final int bits;

    /// @param size bytes of the operands
    Arithmetic(Core core, int size) {
        this.core = core;
        this.size = size;
        bits = size * 8;
    }

    long add(long left, long right, boolean carry) {
        long result = Sizes.low(left + right + (carry ? 1 : 0), size);
        put(CF, top(left & right | (left | right) & ~result));
        put(OF, top(~(left ^ right) & (left ^ result)));
        put(AF, (left ^ right ^ result) & 0x10);
        return told(result);
    }

    long subtract(long left, long right, boolean borrow) {
        long result = Sizes.low(left - right - (borrow ? 1 : 0), size);
        put(CF, top(~left & right | (~left | right) & result));
        put(OF, top((left ^ right) & (left ^ result)));
        put(AF, (left ^ right ^ result) & 0x10);
        return told(result);
    }

    /// One more or one less, which leaves the carry as it is.
    long step(long value, int by) {
        boolean carry = carry();
        long result = by > 0 ? add(value, 1, false) : subtract(value, 1, false);
        setCarry(carry);
        return result;
    }

    boolean carry() {
        return CF.in(core.rflags());
    }

    void setCarry(boolean set) {
        put(CF, set ? 1 : 0);
    }

    void setZero(boolean set) {
        put(ZF, set ? 1 : 0);
    }

    /// The result of a logical operation.
    long logic(long result) {
        put(CF, 0);
        put(OF, 0);
        put(AF, 0);
        return told(Sizes.low(result, size));
    }

    /// The highest bit of a value, as 0 or 1.
    private long top(long value) {
        return value >>> bits - 1 & 1;
    }

    private long told(long result) {
        put(ZF, result == 0 ? 1 : 0);
        put(SF, top(result));
        put(PF, Long.bitCount(result & 0xff) % 2 == 0 ? 1 : 0);
        return result;
    }

    private void put(Field flag, long set) {
        core.setRflags(flag.put(core.rflags(), set != 0));
    }
}
