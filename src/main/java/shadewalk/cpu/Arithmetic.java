package shadewalk.cpu;

import shadewalk.bits.Field;

/// Arithmetic on values of one size, with the status flags that it leaves. Where the manuals leave
/// a flag undefined, it is what the processor of the recordings makes of it.
///
/// Source: Intel SDM volume 2.
final class Arithmetic {

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
        put(Flags.CF, top(left & right | (left | right) & ~result));
        put(Flags.OF, top(~(left ^ right) & (left ^ result)));
        put(Flags.AF, (left ^ right ^ result) & 0x10);
        return told(result);
    }

    long subtract(long left, long right, boolean borrow) {
        long result = Sizes.low(left - right - (borrow ? 1 : 0), size);
        put(Flags.CF, top(~left & right | (~left | right) & result));
        put(Flags.OF, top((left ^ right) & (left ^ result)));
        put(Flags.AF, (left ^ right ^ result) & 0x10);
        return told(result);
    }

    /// One more or one less, which leaves the carry as it is.
    long step(long value, int by) {
        boolean carry = core.carry();
        long result = by > 0 ? add(value, 1, false) : subtract(value, 1, false);
        core.setCarry(carry);
        return result;
    }

    /// The result of a logical operation.
    long logic(long result) {
        put(Flags.CF, 0);
        put(Flags.OF, 0);
        put(Flags.AF, 0);
        return told(Sizes.low(result, size));
    }

    /// Shifts and rotates of the groups `c0` and `d0`.
    ///
    /// @param kind bits 5:3 of ModRM
    /// @param wanted how far; only the low five bits count, six for 8 bytes
    long shift(int kind, long value, long wanted) {
        int count = (int) wanted & (size == 8 ? 0x3f : 0x1f);
        return switch (kind) {
            case 0, 1 -> count == 0 ? value : rotate(kind == 0, value, count);
            case 2, 3 -> rotateThroughCarry(kind == 2, value, count % (bits + 1));
            default -> count == 0 ? value : shifted(kind, value, count);
        };
    }

    private long shifted(int kind, long value, int count) {
        boolean left = kind == 4 || kind == 6;
        long before =
                left
                        ? Sizes.low(value << count - 1, size)
                        : kind == 7 ? Sizes.signed(value, size) >> count - 1 : value >>> count - 1;
        long result = Sizes.low(left ? before << 1 : kind == 7 ? before >> 1 : before >>> 1, size);
        put(Flags.CF, left ? top(before) : before & 1);
        put(Flags.OF, top(before ^ result));
        put(Flags.AF, 0);
        return told(result);
    }

    private long rotate(boolean left, long value, int count) {
        int by = count % bits;
        int up = left ? by : (bits - by) % bits;
        long result = Sizes.low(value << up | (up == 0 ? 0 : value >>> bits - up), size);
        long high = top(result);
        put(Flags.CF, left ? result & 1 : high);
        put(Flags.OF, left ? high ^ result & 1 : high ^ top(result << 1));
        return result;
    }

    private long rotateThroughCarry(boolean left, long value, int count) {
        long result = value;
        for (int i = 0; i < count; i++) {
            long carry = core.carry() ? 1 : 0;
            long out = left ? top(result) : result & 1;
            result = left ? result << 1 | carry : result >>> 1 | carry << bits - 1;
            result = Sizes.low(result, size);
            put(Flags.CF, out);
        }
        if (count != 0) {
            put(Flags.OF, top(value ^ result));
        }
        return result;
    }

    /// The highest bit of a value, as 0 or 1.
    private long top(long value) {
        return value >>> bits - 1 & 1;
    }

    private long told(long result) {
        put(Flags.ZF, result == 0 ? 1 : 0);
        put(Flags.SF, top(result));
        put(Flags.PF, Long.bitCount(result & 0xff) % 2 == 0 ? 1 : 0);
        return result;
    }

    private void put(Field flag, long set) {
        core.setRflags(flag.put(core.rflags(), set != 0));
    }
}
