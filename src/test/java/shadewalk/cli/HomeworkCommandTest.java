package shadewalk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.homework.Result;
import shadewalk.lesson.homework.ResultFile;
import shadewalk.lesson.json.Read;
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
    void sheetsForThePrinterHaveThePicture() throws Exception {
        for (String end : List.of("html", "pdf")) {
            Path sheet = folder.resolve("sheet." + end);
            Path answers = folder.resolve("answers." + end);
            String[] words = {
                "homework",
                "walk-by-hand",
                "--sheet",
                sheet.toString(),
                "--answers",
                answers.toString()
            };
            assertEquals(0, run(words), err::toString);
        }

        String sheet = Files.readString(folder.resolve("sheet.html"));
        String answers = Files.readString(folder.resolve("answers.html"));
        assertTrue(sheet.contains("<svg") && answers.contains("<svg"));
        assertTrue(sheet.contains("Answer: ____"), sheet);
        assertTrue(answers.matches("(?s).*Answer: \\d+.*"), answers);
        assertFalse(sheet.matches("(?s).*Answer: \\d+.*"), sheet);
        assertFalse((sheet + answers).matches("(?s).*(<script|src=|href=\"[^#]).*"));
        for (String name : List.of("sheet.pdf", "answers.pdf")) {
            try (PDDocument pdf = Loader.loadPDF(folder.resolve(name).toFile())) {
                String text = new PDFTextStripper().getText(pdf);
                assertTrue(text.contains("a walk by hand"), text);
                assertTrue(text.contains("guest PD"), "the picture");
                assertEquals(
                        name.startsWith("answers"), text.matches("(?s).*Answer: \\d+.*"), text);
            }
        }
    }

    @Test
    void aSheetDoesNotTellWhichEntryLiesWhere() throws Exception {
        Path sheet = folder.resolve("sheet.html");
        Path answers = folder.resolve("answers.html");
        for (String seed : List.of("1", "17", "99")) {
            String[] words = {
                "homework",
                "written-entries",
                "--seed",
                seed,
                "--force",
                "--sheet",
                sheet.toString(),
                "--answers",
                answers.toString()
            };
            assertEquals(0, run(words), err::toString);
            Matcher right = Pattern.compile("Answer: (\\d+)").matcher(Files.readString(answers));
            assertTrue(right.find());
            String entry = right.group(1);
            String told = Files.readString(sheet).replaceAll("<[^>]*>", " ");
            assertFalse(told.matches("(?s).*\\b" + entry + "\\b.*"), entry + " is in " + told);
        }
    }

    @Test
    void neverOverAFileUnasked() throws Exception {
        make("1");
        String first = Files.readString(folder.resolve("1.json"));

        assertEquals(1, make("2"));

        assertTrue(err.toString().contains("exists already"), err.toString());
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
        Read<Lesson> lesson = LessonFile.read(Path.of("lessons", "010-why-shadow.json"));
        LessonPlayer player = Objects.requireNonNull(LessonPlayer.open(lesson).value());
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
