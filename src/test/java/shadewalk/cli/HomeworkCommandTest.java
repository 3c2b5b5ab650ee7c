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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person made is never replaced unasked: exercises, sheets and results.
class HomeworkCommandTest {

    @TempDir private Path folder;

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

    private int make(String seed, String... more) {
        List<String> words = new ArrayList<>(List.of("homework", "walk-by-hand", "--seed", seed));
        words.addAll(List.of("--out", folder.resolve("1.json").toString()));
        words.addAll(List.of("--sheet", folder.resolve("sheet.txt").toString()));
        words.addAll(List.of("--answers", folder.resolve("answers.txt").toString()));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private int run(String... words) {
        return CommandLineMain.commandLine().setErr(new PrintWriter(err, true)).execute(words);
    }
}
