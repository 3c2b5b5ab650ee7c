package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// What can be asked about a moment.
enum AskWord {
    TOUCHES,
    WALK,
    TWIN,
    ROLE,
    WHO,
    BITS,
    PARENTS,
    RMAP,
    WHAT_IF,
    ABOUT;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words() {
        return Arrays.stream(values()).map(AskWord::word).collect(Collectors.joining(", "));
    }

    /// Reads what is typed.
    static final class Reader implements ITypeConverter<AskWord> {

        @Override
        public AskWord convert(String text) {
            return Arrays.stream(values())
                    .filter(question -> question.word().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException(
                                    COMMANDS.get("question.none", text, words())));
        }
    }
}
