package shadewalk.lesson.prose;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Finds in a text what its reader would not see, or not see as it was meant.
public final class PlainWords {

    private static final Pattern TAG =
            Pattern.compile(
                    "</[a-z]+\\s*>|<(a|b|br|div|i|iframe|img|p|script|span|style|svg)\\b[^<>]*>",
                    Pattern.CASE_INSENSITIVE);

    private PlainWords() {}

    /// What is wrong with words that are no Markdown, as a sentence.
    public static Optional<String> problem(String text) {
        return TAG.matcher(text).find()
                ? Optional.of(PROBLEMS.get("plain-words.tags-shown-as"))
                : hidden(text);
    }

    /// The first character that hides something, as a sentence: a control character, or one that
    /// turns what follows around (Unicode Standard Annex 9, 2.1 to 2.5).
    public static Optional<String> hidden(String text) {
        OptionalInt found = text.codePoints().filter(PlainWords::hides).findFirst();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        PROBLEMS.get(
                                "plain-words.holds-invisible-character",
                                "%04X".formatted(found.getAsInt())));
    }

    private static boolean hides(int character) {
        boolean control = Character.getType(character) == Character.CONTROL;
        boolean turns =
                character >= 0x202A && character <= 0x202E
                        || character >= 0x2066 && character <= 0x2069;
        return turns || control && character != '\n' && character != '\t';
    }
}
