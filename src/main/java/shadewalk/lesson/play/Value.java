package shadewalk.lesson.play;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Hex;
import shadewalk.lesson.json.Numbers;
import shadewalk.state.Acc;
import shadewalk.x86.Gfn;

/// What an expression comes to.
///
/// @param text as a reader sees it: `770`, `0x00005027`, `w-x`, `true`
/// @param number the same as a number, if it is one
public record Value(String text, @Nullable Long number) {

    static Value word(String text) {
        return new Value(text, null);
    }

    static Value decimal(long number) {
        return new Value(Long.toString(number), number);
    }

    static Value hex(long number) {
        return new Value(Hex.prefixed(number), number);
    }

    /// With leading zeros for all of `bits` bits.
    static Value hex(long number, int bits) {
        return new Value(Hex.padded(number, bits / 4), number);
    }

    static Value flag(boolean on) {
        return new Value(Boolean.toString(on), on ? 1L : 0L);
    }

    static Value access(int access) {
        return new Value(Acc.name(access), (long) access);
    }

    static Value gfn(Gfn gfn) {
        return hex(gfn.raw());
    }

    /// The same number written another way: `hex`, `decimal` or `binary`; itself if it is none.
    Value as(String way) {
        if (number == null) {
            return this;
        }
        return switch (way) {
            case "hex" -> hex(number);
            case "binary" -> new Value(Long.toBinaryString(number), number);
            default -> new Value(Long.toUnsignedString(number), number);
        };
    }

    /// Whether this is what a word or a number says.
    boolean is(String expected) {
        if (text.equals(expected)) {
            return true;
        }
        OptionalLong wanted = Numbers.parse(expected);
        return number != null && wanted.isPresent() && wanted.getAsLong() == number;
    }

    @Override
    public String toString() {
        return text;
    }
}
