package shadewalk.lesson.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes [Prose] as plain text.
public final class ProseText {

    private static final Pattern BLANKS = Pattern.compile(" +");

    /// Stands for a cue; no text holds it, see [Markdown].
    private static final String HERE = "\uE002";

    private final int width;
    private final List<String> lines = new ArrayList<>();
    private String cue = "";

    private ProseText(int width) {
        this.width = width;
    }

    /// The text in lines of at most `width` characters, paragraphs apart by an empty line.
    public static List<String> lines(Prose prose, int width) {
        ProseText text = new ProseText(width);
        text.blocks(prose.blocks(), "", "");
        return List.copyOf(text.lines);
    }

    /// All words in one line.
    public static String line(Prose prose) {
        return lines(prose, Integer.MAX_VALUE).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /// What is told before the first cue, and then behind each, in one line each.
    public static List<String> passages(Prose prose) {
        ProseText text = new ProseText(Integer.MAX_VALUE);
        text.cue = HERE;
        text.blocks(prose.blocks(), "", "");
        return List.of(String.join(" ", text.lines).split(HERE, -1));
    }

    private void blocks(List<Prose.Block> blocks, String first, String indent) {
        String lead = first;
        for (Prose.Block block : blocks) {
            if (!lines.isEmpty() && lead.equals(indent)) {
                lines.add("");
            }
            block(block, lead, indent);
            lead = indent;
        }
    }

    private void block(Prose.Block block, String first, String indent) {
        switch (block) {
            case Prose.Paragraph(var words) -> wrap(words(words), first, indent);
            case Prose.Items(var ordered, var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    String mark = ordered ? i + 1 + ". " : "- ";
                    blocks(items.get(i), indent + mark, indent + " ".repeat(mark.length()));
                }
            }
            case Prose.Lines(var text) -> text.lines().forEach(line -> lines.add(indent + line));
        }
    }

    private void wrap(String text, String first, String indent) {
        String lead = first;
        for (String piece : text.lines().toList()) {
            StringBuilder line = new StringBuilder(lead);
            String start = lead;
            for (String word : BLANKS.splitAsStream(piece).toList()) {
                if (line.length() > start.length() && line.length() + 1 + word.length() > width) {
                    lines.add(line.toString());
                    line = new StringBuilder(indent);
                    start = indent;
                }
                if (line.length() > start.length()) {
                    line.append(' ');
                }
                line.append(word);
            }
            lines.add(line.toString());
            lead = indent;
        }
    }

    private String words(List<Prose.Inline> words) {
        StringBuilder text = new StringBuilder();
        for (Prose.Inline word : words) {
            text.append(
                    switch (word) {
                        case Prose.Text(var plain) -> plain;
                        case Prose.Code(var code) -> code;
                        case Prose.Emphasis(var inner) -> words(inner);
                        case Prose.Strong(var inner) -> words(inner);
                        case Prose.Term(_, var inner) -> words(inner);
                        case Prose.Value(_, var value) -> value;
                        case Prose.Break() -> "\n";
                        case Prose.Cue _ -> cue;
                    });
        }
        return text.toString();
    }
}
