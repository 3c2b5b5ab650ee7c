package shadewalk.export;

/// What XML 1.0 cannot hold at all, not even escaped.
public final class Xml {

    private static final int REPLACEMENT = 0xfffd;

    private Xml() {}

    /// The text with every character that XML forbids (control characters, lone surrogates)
    /// replaced by U+FFFD.
    public static String clean(String text) {
        if (text.codePoints().allMatch(Xml::allowed)) {
            return text;
        }
        return text.codePoints()
                .map(c -> allowed(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// The production Char. Source: XML 1.0, 2.2.
    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xd7ff
                || c >= 0xe000 && c <= 0xfffd
                || c >= 0x10000;
    }
}
