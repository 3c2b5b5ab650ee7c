package shadewalk.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command: it prints to two streams, and what it cannot do it says in one way.
abstract class TerminalCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    CommandSpec spec;

    /// Does what was asked and returns the exit code.
    abstract int run() throws IOException, Refused;

    @Override
    public final Integer call() throws IOException {
        try {
            return run();
        } catch (Refused why) {
            out().flush();
            err().println(why.getMessage());
            return why.exit();
        } finally {
            out().flush();
            err().flush();
        }
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
