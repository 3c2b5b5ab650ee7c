package shadewalk.scenario;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.List;
import java.util.regex.Pattern;
import shadewalk.bits.Hex;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;

/// One line of a scenario file that says something, cut into words.
///
/// @param line its number, from 1
/// @param text the line without comment and trailing blanks
/// @param words at least one
record Statement(int line, String text, List<String> words) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(0[xX][0-9a-fA-F]+|[0-9]+)");
    private static final Pattern BLANKS = Pattern.compile("[ \t\r\n]+");
    private static final int QUOTED = 24;

    /// Cuts a line into words; without any if it is empty or only a comment.
    static List<String> cut(String text) {
        String inner = text.strip();
        return inner.isEmpty() ? List.of() : List.of(BLANKS.split(inner));
    }

    String name() {
        return words.get(0);
    }

    int arguments() {
        return words.size() - 1;
    }

    /// Argument `i`, counted from 1.
    String word(int i) {
        return words.get(i);
    }

    /// Insists on a number of arguments; `form` shows the statement as it should be.
    void expect(int least, int most, String form) throws ScenarioProblem {
        if (arguments() < least || arguments() > most) {
            throw problem("arguments", name(), arguments(), form);
        }
    }

    /// Argument `i` as C's strtoull reads it with base 0.
    long number(int i) throws ScenarioProblem {
        String word = word(i);
        if (!NUMBER.matcher(word).matches()) {
            throw problem("no-number", quoted(word));
        }
        boolean signed = word.charAt(0) == '-' || word.charAt(0) == '+';
        try {
            long value = Hex.parse(signed ? word.substring(1) : word);
            return word.charAt(0) == '-' ? -value : value;
        } catch (NumberFormatException badDigitOrTooLong) {
            throw problem("no-64-bits", quoted(word));
        }
    }

    /// Argument `i` as a number from `least` to `most`.
    int number(int i, int least, int most, String what) throws ScenarioProblem {
        long value = number(i);
        if (value < least || value > most) {
            throw problem("out-of-range", what, Long.toUnsignedString(value), least, most);
        }
        return (int) value;
    }

    Gva gva(int i, Mode mode) throws ScenarioProblem {
        return new Gva(register(i, mode, PROBLEMS.get("scenario.address")));
    }

    /// Argument `i` as a value that fits the mode's registers.
    long register(int i, Mode mode, String what) throws ScenarioProblem {
        long value = number(i);
        if (mode != Mode.LONG && value >>> 32 != 0) {
            throw problem("wide-value", what, Hex.prefixed(value));
        }
        return value;
    }

    Gpa gpa(int i) throws ScenarioProblem {
        return new Gpa(number(i));
    }

    /// What `resources/text/problems` says of it under `scenario` and this key.
    ScenarioProblem problem(String key, Object... values) {
        return new ScenarioProblem(line, PROBLEMS.get("scenario." + key, values));
    }

    /// A word of the file as a message may show it: short, and no control characters.
    static String quoted(String word) {
        String plain = word.replaceAll("[^ -~]", "?");
        return plain.length() <= QUOTED ? plain : plain.substring(0, QUOTED) + "...";
    }
}
