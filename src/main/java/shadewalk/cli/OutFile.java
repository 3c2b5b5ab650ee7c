package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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

    /// Writes to the file of the given name, or to standard output, and returns the exit code.
    int write(WholeFile.Content content) {
        return out == null ? print(content) : write(out, content);
    }

    /// Writes to a file and returns the exit code.
    int write(Path to, WholeFile.Content content) {
        return problem(to, content, force).map(this::failed).orElse(0);
    }

    /// Writes to a file; what went wrong, as a sentence.
    ///
    /// @param replace whether a file that is there already may go
    static Optional<String> problem(Path to, WholeFile.Content content, boolean replace) {
        Optional<String> obstacle = obstacle(to, replace);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        try {
            WholeFile.write(to, content, replace);
            return Optional.empty();
        } catch (FileAlreadyExistsException _) {
            return Optional.of(taken(to));
        } catch (IOException e) {
            return Optional.of(COMMANDS.get("out-file.cannot-be-written", to, why(to, e)));
        } catch (UncheckedIOException e) {
            return Optional.of(COMMANDS.get("out-file.cannot-be-written", to, e.getMessage()));
        }
    }

    /// What is known to be in a file's way before it is written, as a sentence.
    static Optional<String> obstacle(Path to, boolean replace) {
        Path folder = to.toAbsolutePath().getParent();
        if (Files.isDirectory(to)) {
            return Optional.of(COMMANDS.get("out-file.folder-name-file", to));
        }
        if (folder != null && !Files.isDirectory(folder)) {
            return Optional.of(COMMANDS.get("out-file.cannot-be-written-there", to, folder));
        }
        return !replace && Files.exists(to) ? Optional.of(taken(to)) : Optional.empty();
    }

    private static String taken(Path to) {
        return COMMANDS.get("out-file.there-already-name", to);
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

    private int print(WholeFile.Content content) {
        spec.commandLine().getOut().flush();
        try {
            OutputStream buffered = new BufferedOutputStream(System.out);
            content.writeTo(buffered);
            buffered.flush();
            return 0;
        } catch (IOException e) {
            return failed(COMMANDS.get("out-file.standard-output-cannot", e.getMessage()));
        } catch (UncheckedIOException e) {
            return failed(COMMANDS.get("out-file.nothing-can-be", e.getMessage()));
        }
    }

    /// Says what is wrong with a file or a lesson, and returns the exit code for it.
    int failed(String sentence) {
        say(sentence);
        return 1;
    }

    /// Says what is wrong with the command itself, and returns the exit code for it.
    int misused(String sentence) {
        say(sentence);
        return 2;
    }

    private void say(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(sentence);
        err.flush();
    }
}
