package shadewalk.text;

import java.text.ChoiceFormat;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A phrase with places for values, taken apart once.
///
/// The form is that of `java.text.MessageFormat` without its traps: `{0}` says a value as it is,
/// `{0,number}` a number with commas, `{0,number,0.##}` one in that form, and
/// `{0,choice,0#none|1#one page|1<{0} pages}` what suits a number, in which values may stand again.
/// An apostrophe is an apostrophe, and a brace that no digit follows is a brace.
record Phrase(String pattern, List<Part> parts) {

    private sealed interface Part {}

    private record Words(String words) implements Part {}

    private record Value(int index) implements Part {}

    private record Figure(int index, String form) implements Part {}

    private record Choice(int index, List<Double> from, List<Phrase> cases) implements Part {}

    static Phrase of(String pattern) {
        List<Part> parts = new ArrayList<>();
        int said = 0;
        for (int at = nextPlace(pattern, 0); at >= 0; at = nextPlace(pattern, said)) {
            int end = endOfPlace(pattern, at);
            if (at > said) {
                parts.add(new Words(pattern.substring(said, at)));
            }
            parts.add(place(pattern.substring(at + 1, end)));
            said = end + 1;
        }
        if (said < pattern.length()) {
            parts.add(new Words(pattern.substring(said)));
        }
        return new Phrase(pattern, List.copyOf(parts));
    }

    private static int nextPlace(String pattern, int from) {
        int at = pattern.indexOf('{', from);
        while (at >= 0
                && !(at + 1 < pattern.length() && Character.isDigit(pattern.charAt(at + 1)))) {
            at = pattern.indexOf('{', at + 1);
        }
        return at;
    }

    private static int endOfPlace(String pattern, int at) {
        int depth = 0;
        for (int i = at; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '{' -> depth++;
                case '}' -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("a place is still open: " + pattern);
    }

    private static Part place(String inside) {
        String[] words = inside.split(",", 3);
        int index = Integer.parseInt(words[0]);
        if (words.length == 1) {
            return new Value(index);
        }
        return switch (words[1]) {
            case "number" -> new Figure(index, words.length == 2 ? "#,##0" : words[2]);
            case "choice" -> choice(index, words[2]);
            default -> throw new IllegalArgumentException("no such form: " + inside);
        };
    }

    private static Choice choice(int index, String cases) {
        ChoiceFormat choice = new ChoiceFormat(cases.replace("'", "''"));
        return new Choice(
                index,
                Arrays.stream(choice.getLimits()).boxed().toList(),
                Arrays.stream(choice.getFormats()).map(said -> of((String) said)).toList());
    }

    /// The phrase with its values.
    String with(@Nullable Object... values) {
        if (parts.size() == 1 && parts.getFirst() instanceof Words(String words)) {
            return words;
        }
        StringBuilder out = new StringBuilder();
        say(out, values);
        return out.toString();
    }

    private void say(StringBuilder out, @Nullable Object... values) {
        for (Part part : parts) {
            switch (part) {
                case Words(String words) -> out.append(words);
                case Value(int index) -> out.append(values[index]);
                case Figure(int index, String form) ->
                        out.append(
                                new DecimalFormat(
                                                form, DecimalFormatSymbols.getInstance(Locale.ROOT))
                                        .format(values[index]));
                case Choice(int index, List<Double> from, List<Phrase> cases) -> {
                    double number = ((Number) Objects.requireNonNull(values[index])).doubleValue();
                    int suits = from.size() - 1;
                    while (suits > 0 && number < from.get(suits)) {
                        suits--;
                    }
                    cases.get(suits).say(out, values);
                }
            }
        }
    }
}
