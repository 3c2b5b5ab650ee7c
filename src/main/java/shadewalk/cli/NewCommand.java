package shadewalk.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shadewalk.lesson.author.Skeleton;

/// Writes a lesson to begin with.
@Command(
        name = "new",
        description = "Writes a small valid lesson, to go on from.",
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {

    private static final int MAX_TITLE = 60;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the lesson file; it must not exist yet")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path file;

    @Option(names = "--title", paramLabel = "TITLE", description = "up to 60 characters")
    private String title = "A new lesson";

    @Override
    public Integer call() throws IOException {
        if (title.isBlank() || title.length() > MAX_TITLE) {
            return failed("a title has 1 to " + MAX_TITLE + " characters");
        }
        try {
            Files.writeString(file, Skeleton.of(title), StandardOpenOption.CREATE_NEW);
            return 0;
        } catch (FileAlreadyExistsException e) {
            return failed(file + " is there already; choose another name");
        } catch (IOException e) {
            return failed(file + " cannot be written: " + e.getMessage());
        }
    }

    private int failed(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return 1;
    }
}
