package shadewalk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CommandLineMainTest {

    private record Outcome(int code, String out, String err) {}

    @Test
    void versionIsTheOneOfTheBuild() {
        var outcome = run("--version");
        assertEquals(0, outcome.code());
        assertTrue(outcome.out().matches("Shadewalk \\d+\\.\\d+\\.\\d+\\S*\\R"), outcome.out());
    }

    @Test
    void helpNamesTheCommands() {
        var outcome = run("--help");
        assertEquals(0, outcome.code());
        assertTrue(outcome.out().contains("Usage: shadewalk"), outcome.out());
        assertTrue(outcome.out().contains("play"), outcome.out());
    }

    @Test
    void anUnknownCommandIsNamed() {
        var outcome = run("dance");
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("dance"), outcome.err());
    }

    private static Outcome run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code =
                CommandLineMain.commandLine(args)
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(args);
        return new Outcome(code, out.toString(), err.toString());
    }
}
