package shadewalk.export;

/// Numbers as files have them: few decimals, a point, no exponent, whatever the machine's language.
final class Decimal {

    private Decimal() {}

    /// At most two decimals: coordinates.
    static String of(double value) {
        long one = 100;
        long parts = Math.round(value * one);
        long rest = Math.abs(parts) % one;
        String whole = (parts < 0 ? "-" : "") + Math.abs(parts) / one;
        if (rest == 0) {
            return parts == 0 ? "0" : whole;
        }
        String digits = String.valueOf(one + rest).substring(1);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return whole + "." + digits.substring(0, end);
    }
}
