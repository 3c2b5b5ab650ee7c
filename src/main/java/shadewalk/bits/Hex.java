package shadewalk.bits;

import java.util.HexFormat;

/// Numbers as the kernel prints them: lower-case hexadecimal.
public final class Hex {

    private static final HexFormat LOWER = HexFormat.of();

    private Hex() {}

    /// No prefix, no leading zeros: `c0801234`.
    public static String of(long value) {
        return Long.toHexString(value);
    }

    /// With prefix, no leading zeros: `0xc0801234`.
    public static String prefixed(long value) {
        return "0x" + Long.toHexString(value);
    }

    /// With prefix and at least `digits` digits: `0x00000004`.
    public static String padded(long value, int digits) {
        return "0x" + digits(value, digits);
    }

    /// No prefix, at least `digits` digits: `00000004`.
    public static String digits(long value, int digits) {
        String plain = Long.toHexString(value);
        return plain.length() >= digits ? plain : LOWER.toHexDigits(value, digits);
    }

    /// Bytes separated by blanks: `89 0b`.
    public static String bytes(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes);
    }

    /// Reads a number as C writes it: `0x10` or `16`.
    ///
    /// @throws NumberFormatException if it is no unsigned number of at most 64 bits
    public static long parse(String text) {
        if (text.startsWith("0x") || text.startsWith("0X")) {
            return Long.parseUnsignedLong(text, 2, text.length(), 16);
        }
        return text.length() > 1 && text.startsWith("0")
                ? Long.parseUnsignedLong(text, 8)
                : Long.parseUnsignedLong(text);
    }
}
