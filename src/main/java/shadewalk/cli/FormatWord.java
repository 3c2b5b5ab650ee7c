package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import shadewalk.export.format.ExportFormat;
import shadewalk.export.format.ExportFormat.Holds;

/// A format as it is typed: its own word, such as `deck`, or the end of its files, such as `pdf`
/// for a page and a deck. The page of a lesson has a command of its own.
record FormatWord(String word, List<ExportFormat> formats) {

    static final FormatWord USUAL = new FormatWord("svg", List.of(ExportFormat.SVG));

    FormatWord {
        formats = List.copyOf(formats);
    }

    /// Reads what is typed.
    static final class Reader implements ITypeConverter<FormatWord> {

        @Override
        public FormatWord convert(String text) {
            String word = text.toLowerCase(Locale.ROOT);
            return FormatWord.of(word, offered().filter(each -> word.equals(each.word())))
                    .or(() ->
                            FormatWord.of(
                                    word, offered().filter(each -> word.equals(each.ending()))))
                    .orElseThrow(() ->
                            new TypeConversionException(
                                    COMMANDS.get("format-word.no-format", text, words())));
        }
    }

    /// The format that a file's name asks for.
    static Optional<FormatWord> of(Path file) {
        List<ExportFormat> all = ExportFormat.of(file);
        return all.isEmpty()
                ? Optional.empty()
                : of(all.getFirst().ending(), offered().filter(all::contains));
    }

    private static Optional<FormatWord> of(String word, Stream<ExportFormat> formats) {
        List<ExportFormat> all = formats.toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(new FormatWord(word, all));
    }

    /// The ends of files' names that ask for a format: `.svg, .png` and so on.
    static String endings() {
        return offered()
                .map(each -> "." + each.ending())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String words() {
        return offered()
                .flatMap(each -> Stream.of(each.word(), each.ending()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Stream<ExportFormat> offered() {
        return Arrays.stream(ExportFormat.values()).filter(each -> !each.holds(Holds.LESSON));
    }

    /// Whether a file can be of both.
    boolean agreesWith(FormatWord other) {
        return !Collections.disjoint(formats, other.formats);
    }

    /// The one that is meant.
    ///
    /// @param several whether several steps were asked for
    ExportFormat format(boolean several) {
        return formats.stream()
                .filter(each -> each.holds(Holds.STEPS) == several)
                .findFirst()
                .orElse(formats.getFirst());
    }
}
