package shadewalk.lesson.homework;

import java.util.ArrayList;
import java.util.List;
import shadewalk.lesson.prose.Prose;
import shadewalk.lesson.prose.ProseText;

/// Writes a sheet as plain text, 72 columns wide.
public final class SheetText {

    private static final int WIDTH = 72;

    private final List<String> lines = new ArrayList<>();

    private SheetText() {}

    public static String of(ExerciseSheet sheet) {
        SheetText text = new SheetText();
        text.write(sheet);
        return String.join("\n", text.lines) + "\n";
    }

    private void write(ExerciseSheet sheet) {
        lines.add(sheet.title());
        lines.add("=".repeat(sheet.title().length()));
        lines.add("");
        wrapped(sheet.goal(), "");
        lines.add("");
        lines.add(sheet.head());
        lines.add("");
        lines.addAll(sheet.machine());
        lines.add("");
        prose(sheet.told(), "");
        for (int i = 0; i < sheet.questions().size(); i++) {
            question(i + 1, sheet.questions().get(i));
        }
    }

    private void question(int number, ExerciseSheet.Asked asked) {
        lines.add("");
        prose(asked.ask(), number + ". ");
        asked.choices().forEach(choice -> wrapped(choice, "   " + asked.mark()));
        lines.add("");
        wrapped(asked.answer(), "   ");
        if (!asked.explain().blocks().isEmpty()) {
            prose(asked.explain(), "   ");
        }
    }

    private void prose(Prose prose, String first) {
        String lead = first;
        for (String line : ProseText.lines(prose, WIDTH - first.length())) {
            lines.add((lead + line).stripTrailing());
            lead = " ".repeat(first.length());
        }
    }

    private void wrapped(String text, String first) {
        prose(new Prose(List.of(new Prose.Paragraph(List.of(new Prose.Text(text))))), first);
    }
}
