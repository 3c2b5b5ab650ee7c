package shadewalk.export;

/// Coordinates as files have them: at most two decimals, a point, no exponent, whatever the
/// machine's language.
final class Decimal {

    private Decimal() {}

    static String of(double value) {
        long hundredths = Math.round(value * 100);
        long rest = Math.abs(hundredths) % 100;
        String sign = hundredths < 0 ? "-" : "";
        String whole = sign + Math.abs(hundredths) / 100;
        if (rest == 0) {
            return hundredths == 0 ? "0" : whole;
        }
        return whole + "." + (rest % 10 == 0 ? "" + rest / 10 : (rest < 10 ? "0" : "") + rest);
    }
}
