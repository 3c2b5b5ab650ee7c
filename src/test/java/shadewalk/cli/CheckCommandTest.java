package shadewalk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lessons by file or by name, and what stands beside them.
class CheckCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aLessonThatComesWithTheProgramIsCheckedByItsName() {
        assertEquals(0, run("check", "060", "why-shadow"));
        assertEquals("", out.toString());
        assertEquals(1, run("check", "none-of-this-name"));
        assertTrue(out.toString().contains("there is no such file"), out.toString());
    }

    @Test
    void aCalloutThatItsPictureDoesNotDrawIsAProblem(@TempDir Path folder) throws Exception {
        Path lesson = folder.resolve("shadow.json");
        String good = Files.readString(Path.of("lessons", "010-why-shadow.json"));
        String where = "\"at\": \"spte pdpte here\"";
        Files.writeString(lesson, good.replace(where, "\"at\": \"register cr4\""));

        assertEquals(1, run("check", lesson.toString()));

        int line = 1 + (int) good.substring(0, good.indexOf(where)).lines().count() - 1;
        String place = lesson + ":" + line + ":";
        assertTrue(out.toString().startsWith(place), out.toString());
        assertTrue(out.toString().contains("$.steps[2].show.callouts[1].at"), out.toString());
        assertTrue(
                out.toString().contains("the picture \"walk\" does not draw \"register cr4\""),
                out.toString());
        assertEquals(1, out.toString().lines().count(), out.toString());
    }

    @Test
    void aViewThatDrawsItIsNamed(@TempDir Path folder) throws Exception {
        Path lesson = folder.resolve("bits.json");
        String good = Files.readString(Path.of("lessons", "030-bits-of-a-32-bit-entry.json"));
        Files.writeString(
                lesson, good.replaceFirst("\"at\": \"gpte [^\"]*\"", "\"at\": \"register cr3\""));

        assertEquals(1, run("check", lesson.toString()));

        assertTrue(out.toString().contains("or show the view \"walk\""), out.toString());
    }

    @Test
    void onlyReachTriesSizesAndOnlyThoseThatThereAre(@TempDir Path folder) throws Exception {
        Path lesson = folder.resolve("sizes.json");
        String good = Files.readString(Path.of("lessons", "010-why-shadow.json"));
        String sizes = "\"sizes\": { \"guestEntry\": 5, \"shadowTable\": 4096 },";
        Files.writeString(
                lesson, good.replaceFirst("\"view\": \"walk\",", "\"view\": \"walk\", " + sizes));

        assertEquals(1, run("check", lesson.toString()));

        assertTrue(out.toString().contains("only the view \"reach\""), out.toString());
        assertTrue(out.toString().contains("a guest entry has 4 or 8 bytes"), out.toString());
    }

    @Test
    void quadrantsAreDealtOutInTheirOwnPictureWithNoWordsBeside(@TempDir Path folder)
            throws Exception {
        Path lesson = folder.resolve("deal.json");
        String good = Files.readString(Path.of("lessons", "010-why-shadow.json"));
        Files.writeString(
                lesson,
                good.replaceFirst(
                        "\"view\": \"walk\",", "\"view\": \"walk\", \"deal\": \"here\","));

        assertEquals(1, run("check", lesson.toString()));

        assertTrue(out.toString().contains("only the view \"quadrants\""), out.toString());
    }

    @Test
    void itsTextsAreThereForATranslator() {
        assertEquals(0, run("texts", "060", "--language", "de"));
        assertTrue(out.toString().contains("\"lesson\": \"quadrants-dealt-out\""), out.toString());
    }

    @Test
    void aTranslationIsCheckedWithItsLesson(@TempDir Path folder) throws Exception {
        Path lesson = folder.resolve("walk.json");
        Files.copy(Path.of("lessons", "020-the-two-level-walk.json"), lesson);
        run("texts", lesson.toString(), "--language", "de");
        Path german = folder.resolve("walk.de.json");
        String texts = out.toString();
        out.getBuffer().setLength(0);
        Files.writeString(german, texts);
        assertEquals(0, run("check", lesson.toString()), out::toString);

        Files.writeString(german, texts.replace("\"title\"", "\"titel\""));

        assertEquals(1, run("check", lesson.toString()));
        assertTrue(out.toString().startsWith(german + ":"), out.toString());
        assertTrue(out.toString().contains("did you mean \"title\"?"), out.toString());
    }

    @Test
    void aStepThatIsNotThereIsAMistakeInTheCommand() {
        assertEquals(2, run("play", "010", "--step", "0"));
        assertEquals(2, run("play", "010", "--step", "99"));
        assertTrue(err.toString().contains("there is no step 99; steps are 1 to"), err.toString());
        assertEquals(2, run("play", "010", "--step", "2", "--ask"));
    }

    private int run(String... words) {
        return CommandLineMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
