package shadewalk.diagram.bits;

import shadewalk.bits.Field;

/// Where each bit of a word stands: wide columns for the flags at both ends, narrow ones for the
/// frame number between. Both words use one grid, so that a bit that keeps its place keeps its
/// column.
final class Grid {

    static final double WIDTH = 1120;
    static final double MARGIN = 20;

    private static final double FLAG = 58;
    private static final int FLAGS = 12;
    private static final int SOFT = 52;
    private static final int TOP = 63;
    private static final double SOFT_WIDTH = 13;

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
        double frame = soft + (TOP - SOFT) * SOFT_WIDTH;
        if (bit < SOFT) {
            return flags - (bit + 1 - FLAGS) * (flags - frame) / (SOFT - FLAGS);
        }
        return bit == TOP ? MARGIN : soft + (TOP - 1 - bit) * SOFT_WIDTH;
    }

    /// Whether bits in the middle of a word are too narrow to be told apart.
    static boolean inFrame(Field field) {
        return field.low() >= FLAGS && field.high() < SOFT;
    }
}
