package shadewalk.lesson.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.Question;
import shadewalk.lesson.Source;
import shadewalk.lesson.play.Judge;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Scene;
import shadewalk.lesson.prose.Markdown;
import shadewalk.lesson.prose.Prose;
import shadewalk.lesson.prose.ProseText;

/// What a teacher wants on one page: the goal, the time, what learners get wrong and which question
/// catches it, and every question with its answer. Plain text, 72 columns wide.
public final class TeacherPage {

    private static final int WIDTH = 72;

    private final LessonPlayer player;
    private final Lesson lesson;
    private final List<String> lines = new ArrayList<>();

    private TeacherPage(LessonPlayer player) {
        this.player = player;
        this.lesson = player.lesson();
    }

    /// The page for a lesson.
    public static String of(LessonPlayer player) {
        TeacherPage page = new TeacherPage(player);
        page.write();
        return String.join("\n", page.lines) + "\n";
    }

    private void write() {
        heading("For the teacher: " + lesson.title(), '=');
        paragraph(lesson.goal(), "");
        lines.add("");
        lines.add("Time: " + lesson.minutes() + " minutes. Kernel: Linux " + Lesson.KERNEL + ".");
        if (!lesson.needs().isEmpty()) {
            paragraph("Comes after: " + String.join(", ", lesson.needs()) + ".", "");
        }
        misconceptions();
        notes();
        steps();
        list("To discuss", lesson.teaching().discussion());
        list("Sources", lesson.sources().stream().map(TeacherPage::words).toList());
    }

    private void misconceptions() {
        if (lesson.teaching().misconceptions().isEmpty()) {
            return;
        }
        heading("What learners get wrong", '-');
        for (Lesson.Misconception one : lesson.teaching().misconceptions()) {
            paragraph(one.belief(), "- ");
            String asked = number(one.stop()).map(n -> " (Step " + n + " asks.)").orElse("");
            paragraph(one.answer() + asked, "  ");
        }
    }

    private Optional<Integer> number(String stop) {
        return player.performance().scenes().stream()
                .filter(scene -> scene.stop().id().equals(stop))
                .map(scene -> scene.number() + 1)
                .findFirst();
    }

    private void notes() {
        if (!lesson.teaching().notes().isEmpty()) {
            heading("Notes", '-');
            prose(Markdown.read(lesson.teaching().notes()).prose(), "");
        }
    }

    private void steps() {
        heading("Steps, questions and answers", '-');
        for (Scene scene : player.performance().scenes()) {
            String title = scene.number() + 1 + ". " + scene.stop().title();
            lines.add(scene.stop().whatIf() ? title + " (what if)" : title);
            Judge judge = player.judges().get(scene.stop().id());
            if (judge != null) {
                question(scene, judge);
            }
        }
    }

    private void question(Scene scene, Judge judge) {
        prose(scene.fill(judge.question().ask()), "   Q: ");
        paragraph(judge.solution(), "   A: ");
        for (String[] wrong : wrong(judge.question())) {
            paragraph(wrong[0] + ": " + wrong[1], "      not ");
        }
    }

    /// Wrong answers, each with what is said to it.
    private static List<String[]> wrong(Question question) {
        List<String[]> wrong = new ArrayList<>();
        switch (question) {
            case Question.Choose choose ->
                    choose.choices().stream()
                            .filter(choice -> !choice.right())
                            .forEach(c -> wrong.add(new String[] {c.text(), c.feedback()}));
            case Question.Pick pick -> add(pick.wrong(), wrong);
            case Question.Type type -> add(type.wrong(), wrong);
            case Question.Order order -> add(order.wrong(), wrong);
            case Question.Predict _ -> {}
        }
        return wrong;
    }

    private static void add(List<Question.Wrong> answers, List<String[]> wrong) {
        answers.forEach(answer -> wrong.add(new String[] {answer.answer(), answer.feedback()}));
    }

    private void list(String title, List<String> items) {
        if (!items.isEmpty()) {
            heading(title, '-');
            items.forEach(item -> paragraph(item, "- "));
        }
    }

    private static String words(Source source) {
        return source.note().isEmpty() ? source.words() : source.words() + ": " + source.note();
    }

    private void heading(String text, char line) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(text);
        lines.add(String.valueOf(line).repeat(text.length()));
    }

    private void paragraph(String text, String first) {
        prose(new Prose(List.of(new Prose.Paragraph(List.of(new Prose.Text(text))))), first);
    }

    private void prose(Prose prose, String first) {
        String lead = first;
        for (String line : ProseText.lines(prose, WIDTH - first.length())) {
            lines.add((lead + line).stripTrailing());
            lead = " ".repeat(first.length());
        }
    }
}
