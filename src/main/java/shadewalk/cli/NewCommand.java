package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

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
@Command(name = "new", mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {

    private static final int MAX_TITLE = 60;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path file;

    @Option(names = "--title", paramLabel = "TITLE")
    private String title = COMMANDS.get("new-command.new-lesson");

    @Override
    public Integer call() throws IOException {
        if (title.isBlank() || title.length() > MAX_TITLE) {
            return failed(COMMANDS.get("new-command.title-has-1", MAX_TITLE));
        }
        try {
            Files.writeString(file, Skeleton.of(title), StandardOpenOption.CREATE_NEW);
            return 0;
        } catch (FileAlreadyExistsException e) {
            return failed(COMMANDS.get("new-command.there-already-choose", file));
        } catch (IOException e) {
            return failed(COMMANDS.get("new-command.cannot-be-written", file, e.getMessage()));
        }
    }

    private int failed(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return 1;
    }
}
