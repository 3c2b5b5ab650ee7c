package shadewalk.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures are written from the command line without a window, and never over a file unasked.
class ExportCommandTest {

    @TempDir private Path folder;

    private final StringWriter err = new StringWriter();
    private Path scenario;

    @BeforeEach
    void writeScenario() throws Exception {
        scenario = folder.resolve("read.scn");
        Files.writeString(
                scenario,
                """
                mode 32
                cr0 0x80010011
                cr3 0x1000
                memslot 0 0 0x100000
                mem32 0x1004 0x2007
                mem32 0x2004 0x10007
                ops
                read s 0x401234
                """);
    }

    @Test
    void writesTheIdsOfTheTablesIntoAnSvg() throws Exception {
        Path out = folder.resolve("walk.svg");

        assertEquals(0, run("export", scenario.toString(), "--step", "1", "--out", out.toString()));

        String svg = Files.readString(out);
        assertTrue(svg.startsWith("<?xml"), svg);
        assertTrue(svg.contains("id=\"sp4/spte1\""), svg);
    }

    @Test
    void writesEveryStepBesideTheGivenName() throws Exception {
        Path out = folder.resolve("walk.txt");

        assertEquals(0, run("export", scenario.toString(), "--all", "--out", out.toString()));

        assertTrue(Files.exists(folder.resolve("walk-01.txt")));
        String last = Files.readString(folder.resolve("walk-02.txt"));
        assertTrue(last.lines().allMatch(line -> line.length() <= 72), last);
    }

    /// The frames stand two in a row: the first is the picture before, the last the one after.
    @Test
    void theLastChangeOfAStepBecomesAStripOfFrames() throws Exception {
        Path out = folder.resolve("strip.png");

        assertEquals(
                0,
                run(
                        "export",
                        scenario.toString(),
                        "--step",
                        "1",
                        "--film",
                        "5",
                        "--out",
                        out.toString()));

        BufferedImage strip = ImageIO.read(out.toFile());
        int wide = (strip.getWidth() - 8) / 2;
        int high = (strip.getHeight() - 2 * 8) / 3;
        Set<List<Integer>> frames = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            int x = i % 2 * (wide + 8);
            int y = i / 2 * (high + 8);
            frames.add(
                    Arrays.stream(strip.getRGB(x, y, wide, high, null, 0, wide)).boxed().toList());
        }
        assertEquals(5, frames.size(), "every frame is another one");
    }

    @Test
    void asksBeforeItReplacesAFile() throws Exception {
        Path out = folder.resolve("walk.png");
        Files.writeString(out, "mine");

        assertEquals(1, run("export", scenario.toString(), "--out", out.toString()));
        assertEquals("mine", Files.readString(out));
        assertTrue(err.toString().contains("exists already"), err::toString);
        assertEquals(0, run("export", scenario.toString(), "--out", out.toString(), "--force"));
    }

    @Test
    void aStepCanBeDrawnBeforeItsQuestionIsAnswered() throws Exception {
        Path told = folder.resolve("told.svg");
        Path asked = folder.resolve("asked.svg");
        String[] step = {"export", "050", "--step", "2", "--view", "walk", "--force"};
        assertEquals(0, run(with(step, "--out", told.toString())));
        assertEquals(0, run(with(step, "--asked", "--out", asked.toString())));
        assertTrue(Files.readString(told).contains("\"reason/1\""));
        assertFalse(Files.readString(asked).contains("\"reason/1\""));
        assertEquals(2, run("export", "050", "--asked", "--format", "json"));
        assertTrue(err.toString().contains("--asked is for pictures"), err::toString);
    }

    @Test
    void namesTheStepsThereAre() {
        assertEquals(2, run("export", scenario.toString(), "--step", "9"));
        assertTrue(err.toString().contains("steps are 0 to 1"), err::toString);
    }

    @Test
    void aPictureIsOpenedAsTheSessionItCarries() throws Exception {
        for (String end : List.of("svg", "png", "pdf")) {
            Path once = folder.resolve("once." + end);
            Path again = folder.resolve("again." + end);
            assertEquals(
                    0,
                    run(
                            "export",
                            scenario.toString(),
                            "--step",
                            "1",
                            "--theme",
                            "dark",
                            "--crop",
                            "sp4",
                            "--out",
                            once.toString()));
            assertEquals(0, run("export", once.toString(), "--out", again.toString()));
            assertArrayEquals(Files.readAllBytes(once), Files.readAllBytes(again), end);
        }
    }

    @Test
    void aPictureWithoutASessionSaysSo() throws Exception {
        Path bare = folder.resolve("bare.svg");
        run("export", scenario.toString(), "--no-session", "--out", bare.toString());

        assertEquals(1, run("export", bare.toString()));
        assertTrue(err.toString().contains("carries no session"), err::toString);
    }

    @Test
    void severalStepsBecomeOneAnimationOrDeck() throws Exception {
        for (String end : List.of("gif", "pdf")) {
            Path out = folder.resolve("steps." + end);
            assertEquals(
                    0,
                    run("export", scenario.toString(), "--step", "0-1", "--out", out.toString()),
                    err::toString);
            assertTrue(Files.size(out) > 5000, end);
        }
    }

    @Test
    void aFormatIsNamedByItsOwnWordOrByTheEndOfItsFiles() throws Exception {
        for (String word : List.of("deck", "pdf", "TIKZ", "tex", "tables", "csv")) {
            String out = at(word);
            assertEquals(
                    0,
                    run("export", scenario.toString(), "--format", word, "--out", out),
                    err::toString);
            assertTrue(Files.size(Path.of(out)) > 100, word);
        }
        assertTrue(Files.size(Path.of(at("deck"))) > Files.size(Path.of(at("pdf"))));
        assertArrayEquals(
                Files.readAllBytes(Path.of(at("TIKZ"))), Files.readAllBytes(Path.of(at("tex"))));
        assertEquals(2, run("export", scenario.toString(), "--format", "bmp"));
        assertTrue(
                err.toString().contains("'bmp' is not a format; choose one of svg"), err::toString);
    }

    @Test
    void optionsThatCannotBeAreSentences() {
        assertMisused("--all", "--all", "--step", "1");
        assertMisused("--scale", "--scale", "9");
        assertMisused("--pace", "--pace", "-5");
        assertMisused("need --out", "--step", "0-1");
        assertEquals(2, run("export", scenario.toString(), "--step", "7-3"));
        assertEquals(2, run("export", "060", "--step", "0"));
    }

    @Test
    void optionsThatWouldDoNothingAreRefused() {
        assertMisused("--rows is for CSV", "--rows", "tables", "--out", at("x.svg"));
        assertMisused("--view is for pictures", "--view", "bits", "--out", at("x.csv"));
        assertMisused("--theme is for pictures", "--theme", "dark", "--out", at("x.json"));
        assertMisused("--crop is for pictures", "--crop", "sp3", "--out", at("x.csv"));
        assertMisused("--deal is for pictures", "--deal", "0x0", "--out", at("x.csv"));
        assertMisused("--deal is for the quadrants", "--deal", "0", "--view", "walk");
        assertEquals(2, run("export", scenario.toString(), "--deal", "0x100000000"));
        assertTrue(err.toString().contains("is not a 32-bit address"), err::toString);
        assertMisused("--film makes a PNG", "--film", "8", "--out", at("x.svg"));
        assertMisused("--film makes a PNG", "--film", "8", "--all", "--out", at("x.png"));
        assertMisused("--film is 1;", "--film", "1", "--out", at("x.png"));
        assertMisused("--pace is for a GIF", "--pace", "100", "--out", at("x.svg"));
        assertTrue(Files.notExists(folder.resolve("x.svg")));
    }

    @Test
    void aNameMustEndInAFormatAndNotInAnother() {
        assertMisused(".svg, .png, .pdf, .tex", "--out", at("x.bmp"));
        assertMisused(".svg, .png, .pdf, .tex", "--out", at("x"));
        assertMisused("contradict", "--format", "png", "--out", at("x.svg"));
        assertTrue(Files.notExists(folder.resolve("x.svg")));
        assertEquals(
                0, run("export", scenario.toString(), "--format", "png", "--out", at("plain")));
    }

    @Test
    void aCropAroundWhatIsNotThereNamesWhatIs() {
        String out = at("x.svg");

        assertEquals(1, run("export", scenario.toString(), "--crop", "sp4,sp99", "--out", out));

        assertTrue(err.toString().contains("sp99 is not in the picture"), err::toString);
        assertTrue(err.toString().contains("there are"), err::toString);
        assertTrue(Files.notExists(Path.of(out)));
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path absent = folder.resolve("absent");

        assertEquals(
                1, run("export", scenario.toString(), "--out", absent.resolve("x.svg").toString()));

        assertTrue(err.toString().contains("there is no folder " + absent), err::toString);
        assertFalse(err.toString().contains(".part"), err::toString);
    }

    @Test
    void aPageOrAnimationCarriesNoSession() throws Exception {
        for (String end : List.of("html", "gif")) {
            Path file = Files.writeString(folder.resolve("x." + end), "GIF89a");

            assertEquals(1, run("export", file.toString()));

            assertTrue(err.toString().contains(file + ": a file of this kind carries no session"));
        }
    }

    @Test
    void scenariosAreWrittenIntoAFolderAndReplaceNothingUnasked() throws Exception {
        Path mine = Files.writeString(folder.resolve("mine"), "mine");
        assertEquals(1, run("scenario", "010", "--out", mine.toString()));
        assertEquals("mine", Files.readString(mine));
        assertEquals(1, err.toString().lines().count(), err::toString);
        assertTrue(err.toString().contains("is a file"), err::toString);

        String runs = at("runs");
        assertEquals(0, run("scenario", "010", "--out", runs));
        assertEquals(1, run("scenario", "010", "--out", runs));
        assertTrue(err.toString().contains("exists already"), err::toString);
        assertEquals(0, run("scenario", "010", "--out", runs, "--force"));
    }

    private void assertMisused(String says, String... options) {
        List<String> words = new ArrayList<>(List.of("export", scenario.toString()));
        words.addAll(List.of(options));
        err.getBuffer().setLength(0);
        assertEquals(2, run(words.toArray(String[]::new)), err::toString);
        assertEquals(1, err.toString().lines().count(), err::toString);
        assertTrue(err.toString().contains(says), err::toString);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static String[] with(String[] args, String... more) {
        return Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new);
    }

    private int run(String... args) {
        return CommandLineMain.commandLine().setErr(new PrintWriter(err, true)).execute(args);
    }
}
