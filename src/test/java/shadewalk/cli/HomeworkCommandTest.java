package shadewalk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.homework.Result;
import shadewalk.lesson.homework.ResultFile;
import shadewalk.lesson.play.LessonPlayer;

/// What a person made is never replaced unasked: exercises, sheets and results.
class HomeworkCommandTest {

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesAnExerciseAndBothItsSheets() throws Exception {
        assertEquals(0, make("1"));

        assertTrue(Files.readString(folder.resolve("1.json")).startsWith("{"));
        String sheet = Files.readString(folder.resolve("sheet.txt"));
        String answers = Files.readString(folder.resolve("answers.txt"));
        assertNotEquals(sheet, answers);
    }

    @Test
    void neverOverAFileUnasked() throws Exception {
        make("1");
        String first = Files.readString(folder.resolve("1.json"));

        assertEquals(1, make("2"));

        assertTrue(err.toString().contains("is there already"), err.toString());
        assertEquals(first, Files.readString(folder.resolve("1.json")));
        assertEquals(0, make("2", "--force"));
    }

    @Test
    void aResultIsRefusedBeforeTheFirstQuestion() throws Exception {
        Path result = Files.writeString(folder.resolve("ann.json"), "Ann's work");

        assertEquals(1, run("play", "010", "--ask", "--result", result.toString()));

        assertEquals("Ann's work", Files.readString(result));
    }

    @Test
    void aResultWithoutQuestionsIsRefused() {
        Path result = folder.resolve("ann.json");

        assertEquals(2, run("play", "010", "--result", result.toString()));

        assertTrue(err.toString().contains("add --ask"), err.toString());
        assertTrue(Files.notExists(result));
    }

    @Test
    void aSeedWithoutATemplateIsRefused() {
        assertEquals(2, run("homework", "--seed", "17"));

        assertTrue(err.toString().contains("name a template"), err.toString());
    }

    @Test
    void aResultNeedsAFolder() {
        Path result = folder.resolve("none").resolve("ann.json");

        assertEquals(1, run("play", "010", "--ask", "--result", result.toString()));

        assertTrue(err.toString().contains("there is no folder"), err.toString());
    }

    @Test
    void whoHandsInTwiceIsNamed() throws Exception {
        Path one = Files.writeString(folder.resolve("a.json"), result("Ann"));
        Path two = Files.writeString(folder.resolve("b.json"), result("ann "));
        Path other = Files.writeString(folder.resolve("c.json"), result("Bob"));

        assertEquals(1, run("grade", "--csv", one.toString(), two.toString(), other.toString()));

        List<String> rows = out.toString().lines().toList();
        assertTrue(
                rows.get(1).endsWith("\"ok, also in %s\",\"%s\"".formatted(two, one)),
                out::toString);
        assertTrue(
                rows.get(2).endsWith("\"ok, also in %s\",\"%s\"".formatted(one, two)),
                out::toString);
        assertTrue(rows.get(3).endsWith("\"ok\",\"%s\"".formatted(other)), out::toString);
    }

    @Test
    void aFileThatIsNamedTwiceIsGradedOnce() throws Exception {
        Path one = Files.writeString(folder.resolve("a.json"), result("Ann"));

        assertEquals(1, run("grade", one.toString(), folder.resolve("./a.json").toString()));

        assertEquals(2, out.toString().lines().count());
        assertTrue(err.toString().contains("named twice"), err.toString());
    }

    private static String result(String learner) throws Exception {
        LessonFile lesson = LessonFile.read(Path.of("lessons", "010-why-shadow.json"));
        LessonPlayer player = Objects.requireNonNull(LessonPlayer.open(lesson).player());
        return ResultFile.write(Result.of(player, learner));
    }

    private int make(String seed, String... more) {
        List<String> words = new ArrayList<>(List.of("homework", "walk-by-hand", "--seed", seed));
        words.addAll(List.of("--out", folder.resolve("1.json").toString()));
        words.addAll(List.of("--sheet", folder.resolve("sheet.txt").toString()));
        words.addAll(List.of("--answers", folder.resolve("answers.txt").toString()));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private int run(String... words) {
        return CommandLineMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
