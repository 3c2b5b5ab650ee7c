package shadewalk.read.ask;

import java.util.List;
import java.util.stream.Collectors;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;

/// Everything the inspector says of one thing at one moment.
///
/// @param title what it is
/// @param subtitle where it is, or what it is for
public record Inspection(String title, String subtitle, List<Section> sections) {

    public Inspection {
        sections = List.copyOf(sections);
    }

    /// All of it as text, to be pasted elsewhere.
    public String text() {
        StringBuilder text = new StringBuilder(title + ", " + subtitle + "\n");
        for (Section section : sections) {
            switch (section) {
                case Section.Word word -> append(text, word);
                case Section.Facts facts -> facts.facts().forEach(fact -> append(text, fact));
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Section.Word word) {
        String value = Hex.padded(word.value(), word.layout().width() / 4);
        text.append("%n%s  %s  (%s)%n".formatted(word.title(), value, word.layout().name()));
        for (Field field : word.shown()) {
            text.append(
                    "  %-6s %-18s %s%n"
                            .formatted(
                                    field.range(), field.name(), Hex.of(field.of(word.value()))));
        }
    }

    private static void append(StringBuilder text, Section.Fact fact) {
        String parts =
                fact.parts().stream().map(Section.Part::text).collect(Collectors.joining(", "));
        text.append("%s: %s%n".formatted(fact.label(), parts));
    }
}
