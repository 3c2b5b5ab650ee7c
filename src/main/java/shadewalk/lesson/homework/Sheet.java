package shadewalk.lesson.homework;

import java.util.ArrayList;
import java.util.List;
import shadewalk.bits.Hex;
import shadewalk.lesson.Question;
import shadewalk.lesson.play.Judge;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Scene;
import shadewalk.lesson.play.Stage;
import shadewalk.lesson.prose.Prose;
import shadewalk.lesson.prose.ProseText;
import shadewalk.scenario.Machine;
import shadewalk.scenario.MemoryWord;
import shadewalk.x86.Page;

/// An exercise as a sheet of paper: plain text, 72 columns wide.
///
/// The first step is told; of the others only the questions are printed, since what is told there
/// often tells the answer before.
public final class Sheet {

    private static final int WIDTH = 72;

    private final LessonPlayer player;
    private final boolean answers;
    private final List<String> lines = new ArrayList<>();

    private Sheet(LessonPlayer player, boolean answers) {
        this.player = player;
        this.answers = answers;
    }

    /// The sheet.
    ///
    /// @param answers whether the answers are printed in
    public static String of(LessonPlayer player, boolean answers) {
        Sheet sheet = new Sheet(player, answers);
        sheet.write();
        return String.join("\n", sheet.lines) + "\n";
    }

    private void write() {
        String title = player.lesson().title();
        lines.add(title);
        lines.add("=".repeat(title.length()));
        lines.add("");
        wrapped(player.lesson().goal(), "");
        lines.add("");
        lines.add(answers ? "With answers." : "Name: " + "_".repeat(40));
        lines.add("");
        machine();
        prose(first().narration(), "");
        int number = 1;
        for (Scene scene : player.performance().scenes()) {
            Judge judge = player.judges().get(scene.stop().id());
            if (judge != null) {
                question(number++, scene, judge);
            }
        }
    }

    private Scene first() {
        return player.performance().scenes().getFirst();
    }

    private void machine() {
        Machine machine = player.performance().stage().machine();
        lines.add(
                "CR0 %s   CR3 %s   CR4 %s"
                        .formatted(
                                Hex.padded(machine.cr0(), 8),
                                Hex.padded(machine.cr3(), 8),
                                Hex.padded(machine.cr4(), 8)));
        for (Stage.GuestTable table : player.performance().stage().tables()) {
            lines.add("");
            lines.add("Guest table of level " + table.level() + " at " + Hex.prefixed(table.gpa()));
            machine.memory().stream()
                    .filter(word -> Page.FRAME.inPlace(word.gpa().raw()) == table.gpa())
                    .forEach(word -> lines.add("  " + entry(word)));
        }
        lines.add("");
    }

    private static String entry(MemoryWord word) {
        return "entry %4d at %s: %s"
                .formatted(
                        word.gpa().offset() / word.bytes(),
                        Hex.prefixed(word.gpa().raw()),
                        Hex.padded(word.value(), word.bytes() * 2));
    }

    private void question(int number, Scene scene, Judge judge) {
        Question question = judge.question();
        lines.add("");
        prose(scene.fill(question.ask()), number + ". ");
        switch (question) {
            case Question.Choose choose ->
                    choose.choices().forEach(choice -> wrapped(choice.text(), "   [ ] "));
            case Question.Predict predict ->
                    predict.prospects().forEach(event -> wrapped(event.text(), "   [ ] "));
            case Question.Order order ->
                    order.items().stream().sorted().forEach(item -> wrapped(item, "   __ "));
            case Question.Type _, Question.Pick _ -> {}
        }
        lines.add("");
        wrapped(answers ? judge.solution() : "_".repeat(24), "   Answer: ");
        if (answers && !question.explain().isEmpty()) {
            prose(scene.fill(question.explain()), "   ");
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
