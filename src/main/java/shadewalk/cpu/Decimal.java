package shadewalk.cpu;

import shadewalk.bits.Field;

/// The instructions that make decimal digits of sums and differences.
///
/// Source: Intel SDM volume 2, `DAA`, `DAS`, `AAA` and `AAS`; flags that it leaves undefined are
/// those of the recordings.
final class Decimal {

    private static final Field DIGIT = new Field("digit", 3, 0, "the low decimal digit");

    private final Core core;

    Decimal(Core core) {
        this.core = core;
    }

    /// Two digits in AL, after an addition or a subtraction.
    void adjust(boolean added) {
        long value = core.get(Core.AX, 1);
        boolean low = needsLow(value);
        boolean high = value > 0x99 || core.carry();
        int by = (low ? 6 : 0) + (high ? 0x60 : 0);
        boolean borrow = !added && low && value < 6;
        long result = Sizes.low(added ? value + by : value - by, 1);
        core.set(Core.AX, 1, result);
        new Arithmetic(core, 1).logic(result);
        carry(high || borrow, low);
    }

    /// One digit in AL, and what is carried in AH.
    void adjustUnpacked(boolean added) {
        long value = core.get(Core.AX, 1);
        long upper = core.get(Core.AX, 2) >>> 8;
        boolean low = needsLow(value);
        int sign = added ? 1 : -1;
        if (low) {
            boolean over = added ? value > 0xf9 : value < 6;
            value += sign * 6L;
            upper += sign * (over ? 2L : 1L);
        }
        core.set(Core.AX, 2, (upper & 0xff) << 8 | DIGIT.of(value));
        carry(low, low);
    }

    private boolean needsLow(long value) {
        return DIGIT.of(value) > 9 || Flags.AF.in(core.rflags());
    }

    private void carry(boolean out, boolean outOfDigit) {
        long flags = Flags.CF.put(core.rflags(), out);
        core.setRflags(Flags.AF.put(flags, outOfDigit));
    }
}
