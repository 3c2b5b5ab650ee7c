package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shadewalk.lesson.author.Skeleton;

/// Writes a lesson to begin with.
@Command(name = "new", mixinStandardHelpOptions = true)
final class NewCommand extends TerminalCommand {

    private static final int MAX_TITLE = 60;

    @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path file;

    @Option(names = "--title", paramLabel = "TITLE")
    private String title = COMMANDS.get("new-command.new-lesson");

    @Override
    int run() throws IOException, Refused {
        if (title.isBlank() || title.length() > MAX_TITLE) {
            throw Refused.file(COMMANDS.get("new-command.title-has-1", MAX_TITLE));
        }
        try {
            Files.writeString(file, Skeleton.of(title), StandardOpenOption.CREATE_NEW);
            return 0;
        } catch (FileAlreadyExistsException e) {
            throw Refused.file(COMMANDS.get("new-command.there-already-choose", file));
        } catch (IOException e) {
            throw Refused.file(COMMANDS.get("new-command.cannot-be-written", file, e.getMessage()));
        }
    }
}
