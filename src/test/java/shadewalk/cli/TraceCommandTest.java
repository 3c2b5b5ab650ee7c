package shadewalk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TraceCommandTest {

    private static final Path ORACLE = Path.of("src/test/resources/oracle");

    private record Outcome(int code, String out, String err) {}

    @TempDir private Path folder;
    private Path scenario = Path.of("");
    private Path recording = Path.of("");

    @BeforeEach
    void unpack() throws IOException {
        scenario = unpacked("scenarios/01-first-touch.scn");
        recording = unpacked("traces/6.1/01-first-touch.ev");
    }

    private Path unpacked(String name) throws IOException {
        Path file = folder.resolve(Path.of(name).getFileName());
        try (var in = new GZIPInputStream(Files.newInputStream(ORACLE.resolve(name + ".gz")))) {
            Files.copy(in, file);
        }
        return file;
    }

    @Test
    void traceSaysWhatTheKernelSaid() throws IOException {
        Outcome outcome = run("trace", scenario);
        assertEquals("", outcome.err());
        assertEquals(0, outcome.code());
        Path model = Files.writeString(folder.resolve("model.ev"), outcome.out());
        assertEquals(
                "4 of 4 steps, 50 of 50 lines agree", last(run("compare", scenario, model).out()));
    }

    @Test
    void compareEndsWithHowMuchAgrees() {
        Outcome outcome = run("compare", scenario, recording);
        assertEquals(0, outcome.code());
        assertEquals("4 of 4 steps, 50 of 50 lines agree", last(outcome.out()));
    }

    @Test
    void compareShowsTheFirstDifferenceBetweenItsNeighbours() throws IOException {
        Files.writeString(recording, Files.readString(recording).replace("0xdeadbeef", "0x1"));
        Outcome outcome = run("compare", scenario, recording);
        assertEquals(1, outcome.code());
        assertEquals(
                List.of(
                        "in step 1: read s gva=0x00401000 size=4",
                        "  model:    result 1: ok value=0xdeadbeef",
                        "  recorded: result 1: ok value=0x1",
                        "1 of 4 steps, 38 of 50 lines agree"),
                outcome.out().lines().filter(line -> !line.startsWith("     ")).toList());
    }

    @Test
    void compareOfTwoFoldersPrintsATable() throws IOException {
        Path recordings = Files.createDirectory(folder.resolve("recordings"));
        Files.move(recording, recordings.resolve("01-first-touch.ev"));
        Files.writeString(recordings.resolve("of-no-scenario.ev"), "scenario x\n");
        Files.copy(
                ORACLE.resolve("scenarios/04-dirty-bit.scn.gz"),
                folder.resolve("04-dirty-bit.scn.gz"));
        Files.copy(
                ORACLE.resolve("traces/6.1/04-dirty-bit.ev.gz"),
                recordings.resolve("04-dirty-bit.ev.gz"));
        Outcome outcome = run("compare", folder, recordings);
        assertEquals("", outcome.err());
        assertEquals(0, outcome.code());
        assertEquals(
                List.of(
                        "recording steps lines",
                        "01-first-touch 4/4 50/50 agrees",
                        "04-dirty-bit 13/13 132/132 agrees",
                        "2 of 2 recordings, 17 of 17 steps, 182 of 182 lines agree"),
                outcome.out().lines().map(line -> line.replaceAll(" +", " ")).toList());
    }

    @Test
    void foldersWithoutACommonNameAreRefused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Outcome outcome = run("compare", folder, empty);
        assertEquals(1, outcome.code());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().startsWith(empty + ": no recording here"), outcome.err());
    }

    @Test
    void aBadLineIsNamedWithItsFile() throws IOException {
        Files.writeString(scenario, "mode 32\nmemslot 0 0 0x1000\nops\nread s 0x1000 3\n");
        Outcome outcome = run("trace", scenario);
        assertEquals(1, outcome.code());
        assertEquals("", outcome.out());
        assertEquals(
                scenario + ":4: the size is 3; it must be 1, 2, 4 or 8" + System.lineSeparator(),
                outcome.err());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path absent = folder.resolve("absent.ev");
        Outcome outcome = run("compare", scenario, absent);
        assertEquals(1, outcome.code());
        assertEquals(
                absent + ": there is no such file; check its name" + System.lineSeparator(),
                outcome.err());
    }

    @Test
    void aLessonIsNoScenario() throws IOException {
        Files.writeString(scenario, "{ \"title\": \"A lesson\" }");
        Outcome outcome = run("trace", scenario);
        assertEquals(1, outcome.code());
        assertTrue(outcome.err().startsWith(scenario + ": this is a lesson"), outcome.err());
    }

    @Test
    void aScenarioIsNoRecording() {
        Outcome outcome = run("compare", scenario, scenario);
        assertEquals(1, outcome.code());
        assertTrue(outcome.err().startsWith(scenario + ":"), outcome.err());
        assertTrue(outcome.err().contains("this is not a recording"), outcome.err());
    }

    private static String last(String text) {
        return text.strip().lines().reduce("", (_, line) -> line);
    }

    private static Outcome run(String command, Path... files) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                CommandLineMain.commandLine()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err));
        String[] args = new String[files.length + 1];
        args[0] = command;
        for (int i = 0; i < files.length; i++) {
            args[i + 1] = files[i].toString();
        }
        int code = line.execute(args);
        return new Outcome(code, out.toString(), err.toString());
    }
}
