package shadewalk.lesson.json;

import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;
import shadewalk.bits.Hex;

/// Numbers as a file may write them.
public final class Numbers {

    private static final String UNITS = "KMGT";

    private Numbers() {}

    /// An unsigned number of up to 64 bits: a whole JSON number, or a string in C's way.
    public static OptionalLong unsigned(JsonPrimitive value) {
        if (!value.isNumber()) {
            return value.isString() ? parse(value.getAsString()) : OptionalLong.empty();
        }
        BigDecimal number = value.getAsBigDecimal();
        boolean plain = number.scale() == 0 && number.precision() <= 20 && number.signum() >= 0;
        return plain ? parse(number.toPlainString()) : OptionalLong.empty();
    }

    /// A whole number that fits a `long`, from a JSON number only.
    public static OptionalLong whole(JsonPrimitive value) {
        if (!value.isNumber()) {
            return OptionalLong.empty();
        }
        BigDecimal number = value.getAsBigDecimal();
        boolean plain = number.scale() == 0 && number.precision() <= 18;
        return plain ? OptionalLong.of(number.longValueExact()) : OptionalLong.empty();
    }

    /// `0x10`, `16`; nothing if it is no number or has more than 64 bits.
    public static OptionalLong parse(String text) {
        if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Hex.parse(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /// `16M`, or a number without a unit.
    public static OptionalLong size(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        int unit = upper.isEmpty() ? -1 : UNITS.indexOf(upper.charAt(upper.length() - 1));
        if (unit < 0) {
            return parse(text);
        }
        OptionalLong count = parse(text.substring(0, text.length() - 1));
        int shift = 10 * (unit + 1);
        if (count.isEmpty() || count.getAsLong() >>> 63 - shift != 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(count.getAsLong() << shift);
    }
}
