package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.Question;
import shadewalk.lesson.Stop;
import shadewalk.lesson.play.Performance;
import shadewalk.lesson.play.Scene;
import shadewalk.lesson.prose.Prose;
import shadewalk.lesson.prose.ProseText;
import shadewalk.read.Thing;
import shadewalk.read.ThingIds;
import shadewalk.read.tell.HostNaming;
import shadewalk.read.tell.TraceWords;
import shadewalk.state.MmuEvent;

/// Writes a played lesson as plain text, 76 columns wide.
final class LessonPrinter {

    private static final int WIDTH = 76;

    private final PrintWriter out;
    private final TraceWords words = new TraceWords(HostNaming.NUMBERS);

    LessonPrinter(PrintWriter out) {
        this.out = out;
    }

    /// The whole lesson.
    void print(Performance performance) {
        Lesson lesson = performance.lesson();
        out.println(lesson.title());
        out.println("=".repeat(lesson.title().length()));
        out.println();
        wrapped(lesson.goal());
        out.println(
                COMMANDS.get(
                        "lesson-printer.about-minutes-linux", lesson.minutes(), Lesson.KERNEL));
        performance.scenes().forEach(this::print);
        out.println();
        out.println(COMMANDS.get("lesson-printer.sources"));
        lesson.sources().forEach(source -> wrapped("- " + source.words()));
    }

    /// One step of it, with its question and what is said once that is answered.
    void print(Scene scene) {
        tell(scene);
        Question question = scene.stop().question();
        if (question != null) {
            ask(scene, question);
            explain(scene, question);
        }
    }

    /// One step of it without its question.
    void tell(Scene scene) {
        Stop stop = scene.stop();
        String title =
                COMMANDS.get(
                        stop.whatIf() ? "lesson-printer.what-if" : "lesson-printer.title",
                        scene.number() + 1,
                        stop.title());
        out.println();
        out.println(title);
        out.println("-".repeat(title.length()));
        prose(scene.narration(), "");
        section(
                COMMANDS.get("lesson-printer.done"),
                scene.events().stream().flatMap(LessonPrinter::done).toList());
        section(
                COMMANDS.get("lesson-printer.events"),
                scene.events().stream().map(this::line).filter(l -> !l.isEmpty()).toList());
        out.println();
        wrapped(COMMANDS.get("lesson-printer.picture", stop.show().alt()));
    }

    /// A question, its choices numbered from 1.
    void ask(Scene scene, Question question) {
        out.println();
        prose(scene.fill(question.ask()), "? ");
        List<String> choices = question.shown();
        for (int i = 0; i < choices.size(); i++) {
            Prose.Text words = new Prose.Text(choices.get(i));
            prose(paragraph(words), "  " + (i + 1) + ") ");
        }
    }

    /// What is said once a question is answered.
    void explain(Scene scene, Question question) {
        if (!question.explain().isEmpty()) {
            prose(scene.fill(question.explain()), "! ");
        }
        scene.proof()
                .ifPresent(proof -> {
                    String at = ThingIds.of(proof.at()).map(Thing::words).orElse(proof.at());
                    prose(paragraph(new Prose.Text(at + ": " + proof.words())), "! ");
                });
    }

    private void section(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            out.println();
            out.println(title + ":");
            lines.forEach(line -> out.println("    " + line));
        }
    }

    /// What was done, with numbers in place of names.
    private static Stream<String> done(MmuEvent event) {
        return event instanceof MmuEvent.StepStarted(_, var words)
                ? Stream.of(words)
                : Stream.empty();
    }

    /// The kernel's own line for an event; empty where it prints none.
    private String line(MmuEvent event) {
        String line = words.of(event);
        return line == null ? "" : line;
    }

    private void prose(Prose prose, String first) {
        String lead = first;
        for (String line : ProseText.lines(prose, WIDTH - first.length())) {
            out.println((lead + line).stripTrailing());
            lead = " ".repeat(first.length());
        }
    }

    /// A paragraph of plain text.
    void wrapped(String text) {
        prose(paragraph(new Prose.Text(text)), "");
    }

    private static Prose paragraph(Prose.Text text) {
        return new Prose(List.of(new Prose.Paragraph(List.of(text))));
    }
}
