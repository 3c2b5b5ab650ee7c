package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import shadewalk.lesson.Question;
import shadewalk.lesson.play.Answer;
import shadewalk.lesson.play.Attempt;
import shadewalk.lesson.play.Judge;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Scene;
import shadewalk.lesson.play.Unresolved;
import shadewalk.lesson.play.Verdict;

/// Plays a lesson with somebody at a terminal: tells a step, asks its question, and goes on when it
/// is answered.
final class LessonDialog {

    private static final Pattern NUMBERS = Pattern.compile("\\d{1,2}( \\d{1,2})*");

    private final LessonPlayer player;
    private final BufferedReader in;
    private final PrintWriter out;
    private final LessonPrinter printer;

    LessonDialog(LessonPlayer player, BufferedReader in, PrintWriter out) {
        this.player = player;
        this.in = in;
        this.out = out;
        this.printer = new LessonPrinter(out);
    }

    /// Plays to the end, or to where the learner stops typing.
    void run() throws IOException {
        while (true) {
            Scene scene = player.scene();
            printer.tell(scene);
            Optional<Judge> judge = player.judge();
            if (judge.isPresent() && !ask(scene, judge.get())) {
                return;
            }
            if (player.index() == player.size() - 1) {
                return;
            }
            if (judge.isEmpty() && !goOn()) {
                return;
            }
            player.forward();
        }
    }

    private boolean goOn() throws IOException {
        out.println();
        out.println(COMMANDS.get("lesson-dialog.enter-goes-on"));
        out.flush();
        boolean on = in.readLine() != null;
        if (!on) {
            unfinished();
        }
        return on;
    }

    /// Whoever stops typing is told what is left.
    private void unfinished() {
        printer.wrapped(
                COMMANDS.get(
                        "lesson-dialog.nothing-more-was",
                        player.index() + 1,
                        player.size(),
                        player.answers().values().stream().filter(Attempt::isOver).count(),
                        player.questions()));
    }

    /// Whether the question was answered, or given up.
    private boolean ask(Scene scene, Judge judge) throws IOException {
        Question question = judge.question();
        printer.ask(scene, question);
        out.println(how(question) + " " + COMMANDS.get("lesson-dialog.help"));
        int hints = 0;
        while (!player.isAnswered(player.index())) {
            out.print("> ");
            out.flush();
            String line = in.readLine();
            if (line == null) {
                out.println();
                unfinished();
                return false;
            }
            if (line.strip().equals("!")) {
                printer.wrapped(COMMANDS.get("lesson-dialog.answer", player.reveal()));
            } else if (line.strip().equals("?")) {
                printer.wrapped(hint(question.hints(), hints++));
            } else {
                judge(scene, question, line.strip());
            }
        }
        printer.explain(scene, question);
        return true;
    }

    private static String how(Question question) {
        return switch (question) {
            case Question.Choose _, Question.Predict _ ->
                    COMMANDS.get("lesson-dialog.type-number-your");
            case Question.Type _ -> COMMANDS.get("lesson-dialog.type-number-such");
            case Question.Order _ -> COMMANDS.get("lesson-dialog.type-numbers-in");
            case Question.Pick _ -> COMMANDS.get("lesson-dialog.type-what-you");
        };
    }

    private static String hint(List<String> hints, int given) {
        return given < hints.size()
                ? hints.get(given)
                : COMMANDS.get("lesson-dialog.there-no-further");
    }

    private void judge(Scene scene, Question question, String line) {
        Optional<Answer> answer = answer(scene, question, line);
        if (answer.isEmpty()) {
            out.println(how(question));
            return;
        }
        Verdict verdict = player.answer(answer.get());
        printer.wrapped(
                COMMANDS.get(
                        verdict.right() ? "lesson-dialog.right" : "lesson-dialog.not-so",
                        verdict.feedback()));
        if (!verdict.right() && player.attempt(player.index()).given().size() > 1) {
            printer.wrapped(COMMANDS.get("lesson-dialog.help"));
        }
    }

    private static Optional<Answer> answer(Scene scene, Question question, String line) {
        return switch (question) {
            case Question.Choose choose -> choice(line, choose.choices().size());
            case Question.Predict predict -> choice(line, predict.prospects().size());
            case Question.Type _ -> number(line);
            case Question.Order order -> order(line, order.items());
            case Question.Pick _ -> pick(scene, line);
        };
    }

    private static Optional<Answer> number(String line) {
        Answer.Typed typed = new Answer.Typed(line);
        return typed.number().isPresent() ? Optional.of(typed) : Optional.empty();
    }

    private static Optional<Answer> choice(String line, int choices) {
        return numbers(line)
                .filter(numbers -> numbers.size() == 1 && numbers.getFirst() <= choices)
                .map(numbers -> new Answer.Chosen(numbers.getFirst() - 1));
    }

    /// Items are shown sorted by their words, so that their order gives nothing away.
    private static Optional<Answer> order(String line, List<String> items) {
        List<String> shown = items.stream().sorted().toList();
        return numbers(line)
                .filter(numbers -> numbers.stream().allMatch(n -> n <= items.size()))
                .map(numbers -> {
                    List<Integer> order = new ArrayList<>();
                    numbers.forEach(n -> order.add(items.indexOf(shown.get(n - 1))));
                    return new Answer.Ordered(order);
                });
    }

    private static Optional<Answer> pick(Scene scene, String line) {
        try {
            return Optional.of(new Answer.Picked(scene.moment().thing(line).id()));
        } catch (Unresolved e) {
            return Optional.empty();
        }
    }

    /// Numbers from 1 upwards.
    private static Optional<List<Integer>> numbers(String line) {
        if (!NUMBERS.matcher(line).matches()) {
            return Optional.empty();
        }
        List<Integer> numbers =
                Pattern.compile(" ").splitAsStream(line).map(Integer::parseInt).toList();
        return numbers.contains(0) ? Optional.empty() : Optional.of(numbers);
    }
}
