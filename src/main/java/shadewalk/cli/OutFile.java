package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import shadewalk.lesson.file.WholeFile;

/// Where a command's file goes. What is there already is never replaced unasked.
final class OutFile {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli fills it before the command runs
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;

    @Option(names = "--force")
    private boolean force;

    /// The name that was given, if one was.
    @Nullable Path name() {
        return out;
    }

    /// Writes to the file of the given name, or to standard output.
    void write(WholeFile.Content content) throws Refused {
        if (out == null) {
            print(content);
        } else {
            write(out, content);
        }
    }

    /// Writes to a file.
    void write(Path to, WholeFile.Content content) throws Refused {
        write(to, content, force);
    }

    /// Writes to a file.
    ///
    /// @param replace whether a file that is there already may go
    static void write(Path to, WholeFile.Content content, boolean replace) throws Refused {
        refuseObstacle(to, replace);
        try {
            WholeFile.write(to, content, replace);
        } catch (FileAlreadyExistsException _) {
            throw taken(to);
        } catch (IOException e) {
            throw Refused.file(COMMANDS.get("out-file.cannot-be-written", to, why(to, e)));
        } catch (UncheckedIOException e) {
            throw Refused.file(COMMANDS.get("out-file.cannot-be-written", to, e.getMessage()));
        }
    }

    /// Refuses what is known to be in a file's way before it is written.
    static void refuseObstacle(Path to, boolean replace) throws Refused {
        Path folder = to.toAbsolutePath().getParent();
        if (Files.isDirectory(to)) {
            throw Refused.file(COMMANDS.get("out-file.folder-name-file", to));
        }
        if (folder != null && !Files.isDirectory(folder)) {
            throw Refused.file(COMMANDS.get("out-file.cannot-be-written-there", to, folder));
        }
        if (!replace && Files.exists(to)) {
            throw taken(to);
        }
    }

    private static Refused taken(Path to) {
        return Refused.file(COMMANDS.get("out-file.there-already-name", to));
    }

    /// The system's own words may hold the name that the file has while it is written, which nobody
    /// but us has given.
    private static String why(Path to, IOException e) {
        return switch (e) {
            case AccessDeniedException _ ->
                    COMMANDS.get("out-file.you-may-not", to.toAbsolutePath().getParent());
            case FileSystemException system -> String.valueOf(system.getReason());
            default -> String.valueOf(e.getMessage());
        };
    }

    private void print(WholeFile.Content content) throws Refused {
        spec.commandLine().getOut().flush();
        try {
            OutputStream buffered = new BufferedOutputStream(System.out);
            content.writeTo(buffered);
            buffered.flush();
        } catch (IOException e) {
            throw Refused.file(COMMANDS.get("out-file.standard-output-cannot", e.getMessage()));
        } catch (UncheckedIOException e) {
            throw Refused.file(COMMANDS.get("out-file.nothing-can-be", e.getMessage()));
        }
    }
}
