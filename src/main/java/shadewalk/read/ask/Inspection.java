package shadewalk.read.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.text.Columns;

/// Everything that is known of one thing at one moment.
///
/// @param title what it is
/// @param subtitle where it is, or what it is for
public record Inspection(String title, String subtitle, List<Section> sections) {

    public Inspection {
        sections = List.copyOf(sections);
    }

    /// All of it as lines for a mail.
    public List<String> lines() {
        List<String> lines = head();
        for (Section section : sections) {
            lines.addAll(lines(section));
        }
        return lines;
    }

    /// What it is.
    List<String> head() {
        return new ArrayList<>(Columns.of(title + ", " + subtitle));
    }

    /// The facts of these ids, in the order in which they are told.
    List<String> facts(List<String> ids) {
        return sections.stream()
                .filter(Section.Facts.class::isInstance)
                .flatMap(section -> ((Section.Facts) section).facts().stream())
                .filter(fact -> ids.contains(fact.id()))
                .flatMap(fact -> lines(fact).stream())
                .toList();
    }

    static List<String> lines(Section section) {
        return switch (section) {
            case Section.Word word -> lines(word);
            case Section.Facts(var facts) ->
                    facts.stream().flatMap(fact -> lines(fact).stream()).toList();
        };
    }

    private static List<String> lines(Section.Word word) {
        List<String> lines = new ArrayList<>();
        String value = Hex.padded(word.value(), word.layout().width() / 4);
        lines.add("");
        lines.add("%s  %s  (%s)".formatted(word.title(), value, word.layout().name()));
        for (Field field : word.shown()) {
            String head =
                    "  %-5s %-15s %-10s "
                            .formatted(field.range(), field.name(), Hex.of(field.of(word.value())));
            lines.addAll(Columns.behind(head, field.meaning()));
        }
        return lines;
    }

    private static List<String> lines(Section.Fact fact) {
        List<String> parts = new ArrayList<>();
        for (Section.Part part : fact.parts()) {
            if (part.target() instanceof Section.Target.ToTerm) {
                parts.set(0, part.text() + ". " + parts.getFirst());
            } else {
                parts.add(part.text());
            }
        }
        List<String> lines =
                Columns.of(fact.label() + ": " + String.join(", ", parts), Columns.MAIL - 2);
        return IntStream.range(0, lines.size())
                .mapToObj(i -> (i == 0 ? "" : "  ") + lines.get(i))
                .toList();
    }
}
