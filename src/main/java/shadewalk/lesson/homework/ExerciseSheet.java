package shadewalk.lesson.homework;

import static shadewalk.text.Texts.LESSON;

import java.util.ArrayList;
import java.util.List;
import shadewalk.bits.Hex;
import shadewalk.lesson.Question;
import shadewalk.lesson.play.Judge;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Scene;
import shadewalk.lesson.play.Stage;
import shadewalk.lesson.prose.Prose;
import shadewalk.scenario.Machine;
import shadewalk.scenario.MemoryWord;
import shadewalk.x86.Page;

/// An exercise as a sheet of paper.
///
/// The first step is told; of the others only the questions are printed, since what is told there
/// often tells the answer before.
///
/// @param answers whether the answers are printed in
/// @param machine the registers and the guest's tables, as lines of plain text
/// @param told what is told before the questions
/// @param figure the number of the scene whose picture stands above them: the first, or with
///   answers the last
public record ExerciseSheet(
        String title,
        String goal,
        boolean answers,
        List<String> machine,
        Prose told,
        int figure,
        List<Asked> questions) {

    private static final String NAME = LESSON.get("sheet.name", "_".repeat(40));
    private static final String BLANK = "_".repeat(24);

    /// A question on paper.
    ///
    /// @param choices what may be chosen or is to be put in order, if anything
    /// @param mark what stands before each of them, to be filled in
    /// @param solution empty on a sheet without answers
    /// @param explain nothing on a sheet without answers
    public record Asked(
            Prose ask, List<String> choices, String mark, String solution, Prose explain) {

        public Asked {
            choices = List.copyOf(choices);
        }

        /// The line for the answer, filled in or not.
        public String answer() {
            return LESSON.get("sheet.answer", solution.isEmpty() ? BLANK : solution);
        }
    }

    public ExerciseSheet {
        machine = List.copyOf(machine);
        questions = List.copyOf(questions);
    }

    /// The sheet of an exercise.
    public static ExerciseSheet of(LessonPlayer player, boolean answers) {
        List<Scene> scenes = player.performance().scenes();
        List<Asked> questions = new ArrayList<>();
        for (Scene scene : scenes) {
            Judge judge = player.judges().get(scene.stop().id());
            if (judge != null) {
                questions.add(asked(scene, judge, answers));
            }
        }
        return new ExerciseSheet(
                player.lesson().title(),
                player.lesson().goal(),
                answers,
                machine(player.performance().stage(), answers),
                scenes.getFirst().narration(),
                answers ? scenes.size() - 1 : 0,
                questions);
    }

    /// Where the learner's name goes, or that the answers are in.
    public String head() {
        return answers ? LESSON.get("sheet.with-answers") : NAME;
    }

    private static Asked asked(Scene scene, Judge judge, boolean answers) {
        Question question = judge.question();
        return new Asked(
                scene.fill(question.ask()),
                question.shown(),
                question instanceof Question.Order ? "__ " : "[ ] ",
                answers ? judge.solution() : "",
                scene.fill(answers ? question.explain() : ""));
    }

    private static List<String> machine(Stage stage, boolean answers) {
        Machine machine = stage.machine();
        List<String> lines = new ArrayList<>();
        lines.add(
                "CR0 %s   CR3 %s   CR4 %s"
                        .formatted(
                                Hex.padded(machine.cr0(), 8),
                                Hex.padded(machine.cr3(), 8),
                                Hex.padded(machine.cr4(), 8)));
        for (Stage.GuestTable table : stage.tables()) {
            lines.add("");
            lines.add(
                    LESSON.get(
                            "sheet.guest-table-level", table.level(), Hex.prefixed(table.gpa())));
            machine.memory().stream()
                    .filter(word -> Page.FRAME.inPlace(word.gpa().raw()) == table.gpa())
                    .forEach(word -> lines.add("  " + entry(word, answers)));
        }
        return lines;
    }

    /// Which entry lies at an address may be asked.
    private static String entry(MemoryWord word, boolean answers) {
        String number =
                LESSON.get("sheet.entry", "%4d".formatted(word.gpa().offset() / word.bytes()));
        return "%sat %s: %s"
                .formatted(
                        answers ? number : "",
                        Hex.prefixed(word.gpa().raw()),
                        Hex.padded(word.value(), word.bytes() * 2));
    }
}
