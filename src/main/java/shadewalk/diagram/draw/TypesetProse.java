package shadewalk.diagram.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shadewalk.diagram.Ink;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;

/// A sentence in lines, its numbers set in the font for numbers.
public final class TypesetProse {

    private static final Pattern WITH_DIGIT = Pattern.compile(".*\\d.*");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]+");
    private static final Pattern PUNCTUATED = Pattern.compile("([(]?)(.*?)([.,:;)]*)");
    private static final Set<String> BEFORE_NUMBERS = Set.of("gfn", "pfn", "frame");

    /// Text of one style without a blank in it.
    ///
    /// @param apart whether a blank stands before it
    private record Run(String text, TextStyle style, boolean apart) {}

    private final TextStyle words;
    private final TextStyle numbers;
    private final List<List<Run>> lines = new ArrayList<>();

    private TypesetProse(TextStyle words, TextStyle numbers) {
        this.words = words;
        this.numbers = numbers;
    }

    /// Breaks `text` into lines no wider than `most`.
    public static TypesetProse of(String text, double most) {
        return new TypesetProse(TextStyle.BODY, TextStyle.NUMBER).fill(text, most);
    }

    /// The same in small letters.
    public static TypesetProse small(String text, double most) {
        return new TypesetProse(TextStyle.SMALL, TextStyle.SMALL_NUMBER).fill(text, most);
    }

    private TypesetProse fill(String text, double most) {
        List<Run> line = new ArrayList<>();
        String before = "";
        for (String word : text.strip().split("\\s+", -1)) {
            List<Run> runs = runs(word, before);
            List<Run> longer = new ArrayList<>(line);
            longer.addAll(runs);
            if (!line.isEmpty() && width(longer) > most) {
                lines.add(line);
                longer = new ArrayList<>(runs);
            }
            line = longer;
            before = word;
        }
        lines.add(line);
        return this;
    }

    /// A number without the punctuation around it, which belongs to the words.
    private List<Run> runs(String word, String before) {
        Matcher parts = PUNCTUATED.matcher(word);
        if (!parts.matches() || !isNumber(parts.group(2), before)) {
            return List.of(new Run(word, words, true));
        }
        List<Run> runs = new ArrayList<>();
        if (!parts.group(1).isEmpty()) {
            runs.add(new Run(parts.group(1), words, true));
        }
        runs.add(new Run(parts.group(2), numbers, runs.isEmpty()));
        if (!parts.group(3).isEmpty()) {
            runs.add(new Run(parts.group(3), words, false));
        }
        return runs;
    }

    private static boolean isNumber(String word, String before) {
        return WITH_DIGIT.matcher(word).matches()
                || BEFORE_NUMBERS.contains(before) && HEX.matcher(word).matches();
    }

    public int size() {
        return lines.size();
    }

    /// The width of the widest line.
    public double width() {
        return lines.stream().mapToDouble(this::width).max().orElse(0);
    }

    private double width(List<Run> line) {
        double width = 0;
        for (int i = 0; i < line.size(); i++) {
            Run run = line.get(i);
            width += run.style().width(run.text()) + (i > 0 && run.apart() ? blank() : 0);
        }
        return width;
    }

    private double blank() {
        return words.width(" ");
    }

    /// Draws the lines, the first one's capitals centred on `middle`. Neighbouring words of one
    /// style become one text.
    public void draw(Sheet sheet, String id, double x, double middle, double pitch, Tone tone) {
        for (int i = 0; i < lines.size(); i++) {
            line(sheet, id + "/line" + i, lines.get(i), x, middle + i * pitch, tone);
        }
    }

    private void line(Sheet sheet, String id, List<Run> line, double x, double middle, Tone tone) {
        double at = x;
        int from = 0;
        for (int i = 1; i <= line.size(); i++) {
            if (i < line.size() && line.get(i).style() == line.get(from).style()) {
                continue;
            }
            TextStyle style = line.get(from).style();
            String text = joined(line.subList(from, i));
            at += from > 0 && line.get(from).apart() ? blank() : 0;
            sheet.textAt(id + "." + from, at, middle, text, style.in(tone, Ink.PLAIN));
            at += style.width(text);
            from = i;
        }
    }

    private static String joined(List<Run> runs) {
        StringBuilder text = new StringBuilder(runs.getFirst().text());
        for (Run run : runs.subList(1, runs.size())) {
            text.append(run.apart() ? " " : "").append(run.text());
        }
        return text.toString();
    }
}
