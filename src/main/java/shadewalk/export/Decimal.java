package shadewalk.export;

import java.math.BigDecimal;

/// Numbers as files have them: few decimals, a point, no exponent, whatever the machine's language.
final class Decimal {

    private Decimal() {}

    /// At most two decimals: coordinates.
    static String of(double value) {
        return BigDecimal.valueOf(Math.round(value * 100), 2).stripTrailingZeros().toPlainString();
    }
}
