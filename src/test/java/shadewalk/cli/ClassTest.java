package shadewalk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.homework.Result;
import shadewalk.lesson.homework.ResultFile;
import shadewalk.lesson.homework.TemplateFile;
import shadewalk.lesson.play.Answer;
import shadewalk.lesson.play.LessonPlayer;

/// A whole class gets its exercises, hands in, and is graded.
class ClassTest {

    private static final int EXERCISES = 4;

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static List<String> templates() {
        return TemplateFile.BUNDLED;
    }

    /// What a student does with every question.
    private enum Student {
        RIGHT,
        SECOND_TRY,
        GIVES_UP,
        STOPS_AFTER_ONE
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everybodyGetsWhatTheyEarned(String template) throws IOException {
        List<String> files = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (int seed = 1; seed <= EXERCISES; seed++) {
            for (Student student : Student.values()) {
                LessonPlayer player = exercise(template, seed);
                int questions = player.judges().size();
                work(player, student);
                String name = student + " " + seed;
                files.add(handIn(name + ".json", Result.of(player, name)));
                rows.add(row(name, template + "-" + seed, student, questions));
            }
        }
        assertEquals(0, grade(files, "--csv"), err::toString);
        List<String> csv = out.toString().lines().toList();
        assertEquals(rows.size() + 1, csv.size());
        for (int i = 0; i < rows.size(); i++) {
            String row = rows.get(i) + ",\"ok\",\"" + files.get(i) + "\"";
            assertEquals(row, csv.get(i + 1));
        }
        out.getBuffer().setLength(0);
        assertEquals(0, grade(files));
        assertTrue(out.toString().lines().skip(1).allMatch(line -> line.contains("  ok  ")));
    }

    @Test
    void whoHandsInAnotherExerciseOrNothingThatCanBeReadIsNamed() throws IOException {
        LessonPlayer player = exercise("walk-by-hand", 1);
        work(player, Student.RIGHT);
        Result good = Result.of(player, "Ann");
        LessonPlayer other = exercise("walk-by-hand", 2);
        Result borrowed =
                new Result(
                        "Bob",
                        Result.of(other, "Bob").lesson(),
                        Result.of(other, "Bob").digest(),
                        Result.of(other, "Bob").exercise(),
                        true,
                        good.answers());
        List<String> files =
                List.of(
                        handIn("ann.json", good),
                        handIn("bob.json", borrowed),
                        Files.writeString(folder.resolve("cat.json"), "{").toString(),
                        folder.resolve("dan.json").toString());
        assertEquals(1, grade(files));
        List<String> table = out.toString().lines().toList();
        assertEquals(3, table.size(), out::toString);
        assertTrue(table.get(1).startsWith("Ann ") && table.get(1).contains("  ok  "));
        assertTrue(table.get(2).startsWith("Bob ") && table.get(2).contains("  altered  "));
        assertTrue(err.toString().contains("cat.json:"), err::toString);
        assertTrue(err.toString().contains("dan.json:"), err::toString);
    }

    private LessonPlayer exercise(String template, int seed) throws IOException {
        Path file = folder.resolve(template + "-" + seed + ".json");
        if (Files.notExists(file)) {
            String[] words = {
                "homework", template, "--seed", Integer.toString(seed), "--out", file.toString()
            };
            assertEquals(0, run(words), err::toString);
        }
        return Objects.requireNonNull(LessonPlayer.open(LessonFile.read(file)).value());
    }

    private static void work(LessonPlayer player, Student student) {
        int answered = 0;
        for (int scene = 0; scene < player.size(); scene++) {
            player.go(scene);
            if (player.judge().isEmpty()) {
                continue;
            }
            Answer right = player.judge().get().right();
            if (student == Student.SECOND_TRY) {
                assertTrue(!player.answer(wrong(player)).right());
            }
            if (student == Student.GIVES_UP) {
                player.reveal();
            } else if (student != Student.STOPS_AFTER_ONE || answered == 0) {
                assertTrue(player.answer(right).right());
            }
            answered++;
            if (student == Student.STOPS_AFTER_ONE) {
                return;
            }
        }
    }

    /// An answer of the right kind that is not right.
    private static Answer wrong(LessonPlayer player) {
        return switch (player.judge().orElseThrow().right()) {
            case Answer.Chosen(var index) -> new Answer.Chosen(index == 0 ? 1 : 0);
            case Answer.Picked _ -> new Answer.Picked("cr3");
            case Answer.Typed(var text) -> new Answer.Typed(text.equals("77") ? "78" : "77");
            case Answer.Ordered(var order) -> new Answer.Ordered(order.reversed());
        };
    }

    /// How the table begins for a student.
    private static String row(String name, String exercise, Student student, int questions) {
        int first =
                switch (student) {
                    case RIGHT -> questions;
                    case STOPS_AFTER_ONE -> 1;
                    case SECOND_TRY, GIVES_UP -> 0;
                };
        int later = student == Student.SECOND_TRY ? questions : 0;
        int given = student == Student.GIVES_UP ? questions : 0;
        double points = first + later / 2.0;
        String words = points == (int) points ? "" + (int) points : "" + points;
        int open = questions - first - later - given;
        return "\"%s\",\"%s\",\"%s\",\"%d\",\"%d\",\"%d\",\"%d\",\"%d\""
                .formatted(name, exercise, words, questions, first, later, given, open);
    }

    private String handIn(String name, Result result) throws IOException {
        return Files.writeString(folder.resolve(name), ResultFile.write(result)).toString();
    }

    private int grade(List<String> files, String... options) {
        List<String> words = new ArrayList<>(List.of("grade"));
        words.addAll(List.of(options));
        words.addAll(files);
        return run(words.toArray(String[]::new));
    }

    private int run(String... words) {
        return CommandLineMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
