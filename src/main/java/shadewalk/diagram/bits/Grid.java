package shadewalk.diagram.bits;

import shadewalk.bits.Field;

/// Where each bit of a word stands: wide columns for the flags at both ends, narrow ones for the
/// frame number between. Both words use one grid, so that a bit that keeps its place keeps its
/// column.
final class Grid {

    static final double WIDTH = 1120;
    static final double MARGIN = 20;

    static final double FLAG = 58;
    private static final int FLAGS = 12;
    private static final int SOFT = 52;
    private static final int TOP = 63;
    private static final double SOFT_WIDTH = 11;

    /// The lowest of the bits above the frame number; the two below it are a field of their own in
    /// some words, which needs room for its numbers.
    private static final int SOFT_LOW = 54;

    private static final double LOW_WIDTH = 23;

    /// The highest bit of the frame number's place, which says of an MMIO entry that it is one.
    private static final int LAST = SOFT - 1;

    private static final double LAST_WIDTH = 46;

    /// Between this bit and the last, no frame number of a guest or a host has digits: here the
    /// last one finds its room.
    private static final int UNUSED = 40;

    private Grid() {}

    /// The left edge of a field.
    static double left(Field field) {
        return left(field.high());
    }

    /// How wide a field is.
    static double width(Field field) {
        return left(field.low() - 1) - left(field.high());
    }

    static double middle(Field field) {
        return left(field) + width(field) / 2;
    }

    /// The left edge of a bit; of bit -1, the right end of the word.
    private static double left(int bit) {
        double right = WIDTH - MARGIN;
        double flags = right - FLAGS * FLAG;
        if (bit < FLAGS) {
            return right - (bit + 1) * FLAG;
        }
        double soft = MARGIN + FLAG;
        double low = soft + (TOP - SOFT_LOW) * SOFT_WIDTH;
        double frame = low + (SOFT_LOW - SOFT) * LOW_WIDTH;
        double narrow = (flags - frame) / (SOFT - FLAGS);
        if (bit < UNUSED) {
            return flags - (bit + 1 - FLAGS) * narrow;
        }
        if (bit < LAST) {
            double rest = (SOFT - UNUSED) * narrow - LAST_WIDTH;
            return frame + LAST_WIDTH + (LAST - 1 - bit) * rest / (LAST - UNUSED);
        }
        if (bit == LAST) {
            return frame;
        }
        if (bit < SOFT_LOW) {
            return low + (SOFT_LOW - 1 - bit) * LOW_WIDTH;
        }
        return bit == TOP ? MARGIN : soft + (TOP - 1 - bit) * SOFT_WIDTH;
    }

    /// Whether bits in the middle of a word are too narrow to be told apart.
    static boolean inFrame(Field field) {
        return field.low() >= FLAGS && field.low() < LAST && field.high() < SOFT;
    }
}
