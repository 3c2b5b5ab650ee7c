package shadewalk.export;

import java.util.Map;

/// Plain text as LaTeX prints it. No character keeps a meaning to TeX.
final class TexText {

    private static final Map<Integer, String> COMMANDS =
            Map.ofEntries(
                    Map.entry((int) '\\', "\\textbackslash{}"),
                    Map.entry((int) '{', "\\{"),
                    Map.entry((int) '}', "\\}"),
                    Map.entry((int) '$', "\\$"),
                    Map.entry((int) '&', "\\&"),
                    Map.entry((int) '#', "\\#"),
                    Map.entry((int) '%', "\\%"),
                    Map.entry((int) '_', "\\_"),
                    Map.entry((int) '^', "\\textasciicircum{}"),
                    Map.entry((int) '~', "\\textasciitilde{}"),
                    Map.entry((int) '<', "\\textless{}"),
                    Map.entry((int) '>', "\\textgreater{}"),
                    Map.entry((int) '|', "\\textbar{}"),
                    Map.entry((int) '\'', "\\textquotesingle{}"),
                    Map.entry((int) '`', "\\textasciigrave{}"),
                    Map.entry((int) '-', "-{}"),
                    Map.entry((int) ',', ",{}"),
                    Map.entry((int) '!', "!{}"),
                    Map.entry((int) '?', "?{}"),
                    Map.entry((int) ' ', "\\ "),
                    Map.entry(0x00b7, "\\textperiodcentered{}"),
                    Map.entry(0x00d7, "\\ensuremath{\\times}"),
                    Map.entry(0x2013, "\\textendash{}"),
                    Map.entry(0x2014, "\\textemdash{}"),
                    Map.entry(0x2018, "\\textquoteleft{}"),
                    Map.entry(0x2019, "\\textquoteright{}"),
                    Map.entry(0x201c, "\\textquotedblleft{}"),
                    Map.entry(0x201d, "\\textquotedblright{}"),
                    Map.entry(0x2022, "\\textbullet{}"),
                    Map.entry(0x2026, "\\textellipsis{}"),
                    Map.entry(0x2190, "\\ensuremath{\\leftarrow}"),
                    Map.entry(0x2191, "\\ensuremath{\\uparrow}"),
                    Map.entry(0x2192, "\\ensuremath{\\rightarrow}"),
                    Map.entry(0x2193, "\\ensuremath{\\downarrow}"),
                    Map.entry(0x2194, "\\ensuremath{\\leftrightarrow}"),
                    Map.entry(0x2212, "\\ensuremath{-}"),
                    Map.entry(0x2260, "\\ensuremath{\\neq}"),
                    Map.entry(0x2264, "\\ensuremath{\\leq}"),
                    Map.entry(0x2265, "\\ensuremath{\\geq}"));

    private TexText() {}

    /// The text. What TeX's own fonts do not have is named: `U+05D0`.
    static String of(String text) {
        StringBuilder tex = new StringBuilder();
        text.codePoints().forEach(c -> tex.append(character(c)));
        return tex.toString();
    }

    private static String character(int c) {
        String command = COMMANDS.get(c);
        if (command != null) {
            return command;
        }
        return c > ' ' && c < 0x7f || isLatin(c)
                ? Character.toString(c)
                : "{[}U+%04X{]}".formatted(c);
    }

    /// The accented letters of Latin-1, which every LaTeX composes if it must.
    private static boolean isLatin(int c) {
        return c >= 0xc0 && c <= 0xff && c != 0xd7 && c != 0xf7 && c != 0xd0 && c != 0xde
                && c != 0xf0 && c != 0xfe;
    }

    /// The text on one line of plain ASCII, to stand behind a `%`.
    static String comment(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> plain.append(c >= ' ' && c < 0x7f ? (char) c : '?'));
        // "^^M" would end the line
        return plain.toString().replace("^^", "^ ^");
    }
}
