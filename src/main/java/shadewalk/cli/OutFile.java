package shadewalk.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import shadewalk.export.WholeFile;

/// Where a command's file goes. What is there already is never replaced unasked.
final class OutFile {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli fills it before the command runs
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "FILE", description = "the file; else standard output")
    private @Nullable Path out;

    @Option(names = "--force", description = "replace a file that is there already")
    private boolean force;

    /// The name that was given, if one was.
    @Nullable Path name() {
        return out;
    }

    /// Writes to the file of the given name, or to standard output, and returns the exit code.
    int write(WholeFile.Content content) {
        return out == null ? print(content) : write(out, content);
    }

    /// Writes to a file and returns the exit code.
    int write(Path to, WholeFile.Content content) {
        try {
            WholeFile.write(to, content, force);
            return 0;
        } catch (FileAlreadyExistsException _) {
            return failed(to + " is there already; name another file or add --force");
        } catch (IOException e) {
            return failed(to + " cannot be written: " + e.getMessage());
        }
    }

    private int print(WholeFile.Content content) {
        spec.commandLine().getOut().flush();
        try {
            OutputStream buffered = new BufferedOutputStream(System.out);
            content.writeTo(buffered);
            buffered.flush();
            return 0;
        } catch (IOException e) {
            return failed("standard output cannot be written: " + e.getMessage());
        }
    }

    /// Says what is wrong, and returns the exit code for it.
    int failed(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(sentence);
        err.flush();
        return 1;
    }
}
