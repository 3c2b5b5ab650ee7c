package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shadewalk.lesson.file.LessonFile;

/// Prints the texts of a lesson for a translator.
@Command(name = "texts", mixinStandardHelpOptions = true)
final class TextsCommand extends TerminalCommand {

    @Parameters(paramLabel = "LESSON", descriptionKey = "LESSON")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private String lesson;

    @Option(names = "--language", paramLabel = "LANGUAGE", required = true)
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private String language;

    @Override
    int run() throws IOException, Refused {
        String texts;
        try (InputStream stream = LessonArgument.open(lesson)) {
            texts = LessonFile.texts(stream, language);
        } catch (NoSuchFileException _) {
            throw failed(COMMANDS.get("texts-command.there-no-such"));
        }
        if (texts.isEmpty()) {
            throw failed(COMMANDS.get("texts-command.no-lesson-shadewalk"));
        }
        out().print(texts);
        return 0;
    }

    private Refused failed(String sentence) {
        return Refused.file(lesson + ": " + sentence);
    }
}
