package shadewalk.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void asksBeforeItReplacesAFile() throws Exception {
        Path out = folder.resolve("walk.png");
        Files.writeString(out, "mine");

        assertEquals(1, run("export", scenario.toString(), "--out", out.toString()));
        assertEquals("mine", Files.readString(out));
        assertTrue(err.toString().contains("is there already"), err::toString);
        assertEquals(0, run("export", scenario.toString(), "--out", out.toString(), "--force"));
    }

    @Test
    void namesTheStepsThereAre() {
        assertEquals(1, run("export", scenario.toString(), "--step", "9"));
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
    void optionsThatCannotBeAreSentences() {
        assertEquals(1, run("export", scenario.toString(), "--all", "--step", "1"));
        assertEquals(1, run("export", scenario.toString(), "--scale", "5"));
        assertEquals(1, run("export", scenario.toString(), "--pace", "1"));
        assertEquals(3, err.toString().lines().count(), err::toString);
        assertEquals(2, run("export", scenario.toString(), "--step", "7-3"));
    }

    private int run(String... args) {
        return CommandLineMain.commandLine().setErr(new PrintWriter(err, true)).execute(args);
    }
}
