package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shadewalk.lesson.file.LessonFile;

/// Prints the texts of a lesson for a translator.
@Command(name = "texts", mixinStandardHelpOptions = true)
final class TextsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "LESSON", descriptionKey = "LESSON")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private String lesson;

    @Option(names = "--language", paramLabel = "LANGUAGE", required = true)
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private String language;

    @Override
    public Integer call() throws IOException {
        String texts;
        try (InputStream stream = LessonArgument.open(lesson)) {
            texts = LessonFile.texts(stream, language);
        } catch (NoSuchFileException _) {
            return failed(COMMANDS.get("texts-command.there-no-such"));
        }
        if (texts.isEmpty()) {
            return failed(COMMANDS.get("texts-command.no-lesson-shadewalk"));
        }
        spec.commandLine().getOut().print(texts);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private int failed(String sentence) {
        spec.commandLine().getErr().println(lesson + ": " + sentence);
        return 1;
    }
}
