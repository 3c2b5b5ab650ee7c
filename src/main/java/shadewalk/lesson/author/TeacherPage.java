package shadewalk.lesson.author;

import static shadewalk.text.Texts.LESSON;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shadewalk.lesson.Experiment;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.Source;
import shadewalk.lesson.play.Challenge;
import shadewalk.lesson.play.Judge;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Scene;
import shadewalk.lesson.prose.Markdown;
import shadewalk.lesson.prose.Prose;
import shadewalk.lesson.prose.ProseText;

/// What a teacher wants on one page: the goal, the time, what learners get wrong and which question
/// catches it, and every question with its answer.
///
/// @param title of the page
public record TeacherPage(String title, String language, List<Part> parts) {

    private static final int WIDTH = 72;

    public TeacherPage {
        parts = List.copyOf(parts);
    }

    /// A heading, or a paragraph of some kind.
    public sealed interface Part {

        /// What begins here.
        record Heading(String text) implements Part {}

        /// What is said.
        record Words(Kind kind, Prose prose) implements Part {}
    }

    /// What a paragraph is for.
    public enum Kind {
        PARAGRAPH(""),
        ITEM("- "),
        BELOW("  "),
        STEP(""),
        QUESTION("   Q: "),
        ANSWER("   A: "),
        MISTAKE("      not ");

        private final String lead;

        Kind(String lead) {
            this.lead = lead;
        }

        /// What stands before it in plain text, as wide as the paragraph is indented.
        public String lead() {
            return lead;
        }
    }

    /// The page for a lesson.
    public static TeacherPage of(LessonPlayer player) {
        Writer writer = new Writer(player);
        writer.write();
        return new TeacherPage(
                LESSON.get("teacher-page.for-teacher", player.lesson().title()),
                player.lesson().language(),
                writer.parts);
    }

    /// The page as plain text, 72 columns wide.
    public String text() {
        List<String> lines = new ArrayList<>();
        underlined(title, "=", lines);
        for (Part part : parts) {
            switch (part) {
                case Part.Heading(var text) -> {
                    lines.add("");
                    underlined(text, "-", lines);
                }
                case Part.Words(var kind, var prose) -> {
                    String lead = kind.lead();
                    for (String line : ProseText.lines(prose, WIDTH - lead.length())) {
                        lines.add((lead + line).stripTrailing());
                        lead = " ".repeat(lead.length());
                    }
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static void underlined(String text, String line, List<String> lines) {
        lines.add(text);
        lines.add(line.repeat(text.length()));
    }

    /// Gathers the parts of a page.
    private static final class Writer {

        private final LessonPlayer player;
        private final Lesson lesson;
        private final List<Part> parts = new ArrayList<>();

        Writer(LessonPlayer player) {
            this.player = player;
            this.lesson = player.lesson();
        }

        void write() {
            if (!lesson.answers().isEmpty()) {
                say(Kind.PARAGRAPH, lesson.answers());
            }
            say(Kind.PARAGRAPH, lesson.goal());
            say(
                    Kind.PARAGRAPH,
                    LESSON.get(
                            "teacher-page.time-minutes-kernel", lesson.minutes(), Lesson.KERNEL));
            if (!lesson.needs().isEmpty()) {
                String needs =
                        lesson.needs().stream()
                                .map(BundledTitles.read()::of)
                                .collect(Collectors.joining("; "));
                say(Kind.PARAGRAPH, LESSON.get("teacher-page.comes-after", needs));
            }
            misconceptions();
            if (!lesson.teaching().notes().isEmpty()) {
                heading("Notes");
                prose(Kind.PARAGRAPH, Markdown.read(lesson.teaching().notes()).prose());
            }
            steps();
            list(LESSON.get("teacher-page.explain"), lesson.explain());
            list(
                    LESSON.get("teacher-page.experiments"),
                    player.performance().challenges().stream().map(Writer::words).toList());
            list(LESSON.get("teacher-page.discuss"), lesson.teaching().discussion());
            list("Sources", lesson.sources().stream().map(Writer::words).toList());
        }

        private void misconceptions() {
            if (lesson.teaching().misconceptions().isEmpty()) {
                return;
            }
            heading(LESSON.get("teacher-page.what-learners-get"));
            for (Lesson.Misconception one : lesson.teaching().misconceptions()) {
                say(Kind.ITEM, one.belief());
                say(Kind.BELOW, one.answer() + asked(one.stop()));
            }
        }

        private String asked(String stop) {
            Optional<Scene> scene =
                    player.performance().scenes().stream()
                            .filter(one -> one.stop().id().equals(stop))
                            .findFirst();
            String verb =
                    player.judges().containsKey(stop) ? "asks" : LESSON.get("teacher-page.shows");
            return scene.map(s -> " (Step " + (s.number() + 1) + " " + verb + ".)").orElse("");
        }

        private void steps() {
            heading(LESSON.get("teacher-page.steps-questions-answers"));
            for (Scene scene : player.performance().scenes()) {
                String title = scene.number() + 1 + ". " + scene.stop().title();
                say(
                        Kind.STEP,
                        scene.stop().whatIf() ? LESSON.get("teacher-page.what-if", title) : title);
                Judge judge = player.judges().get(scene.stop().id());
                if (judge != null) {
                    prose(Kind.QUESTION, scene.fill(judge.question().ask()));
                    say(Kind.ANSWER, judge.solution());
                    for (Judge.Mistake mistake : judge.mistakes()) {
                        say(Kind.MISTAKE, mistake.answer() + ": " + mistake.feedback());
                    }
                }
            }
        }

        private void list(String title, List<String> items) {
            if (!items.isEmpty()) {
                heading(title);
                items.forEach(item -> say(Kind.ITEM, item));
            }
        }

        private static String words(Challenge challenge) {
            Experiment experiment = challenge.experiment();
            return LESSON.get(
                    "teacher-page.experiment",
                    experiment.ask(),
                    String.join("; ", experiment.sample()));
        }

        private static String words(Source source) {
            return source.note().isEmpty() ? source.words() : source.words() + ": " + source.note();
        }

        private void heading(String text) {
            parts.add(new Part.Heading(text));
        }

        private void say(Kind kind, String text) {
            prose(kind, new Prose(List.of(new Prose.Paragraph(List.of(new Prose.Text(text))))));
        }

        private void prose(Kind kind, Prose prose) {
            parts.add(new Part.Words(kind, prose));
        }
    }
}
