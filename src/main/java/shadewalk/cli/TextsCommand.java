package shadewalk.cli;

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
@Command(
        name = "texts",
        description = "Prints a lesson's texts as a translation file to begin with.",
        mixinStandardHelpOptions = true)
final class TextsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(
            paramLabel = "LESSON",
            description = "a lesson file, or the name of a lesson that comes with the program")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private String lesson;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            required = true,
            description = "the language of the translation, such as de or pt-BR")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private String language;

    @Override
    public Integer call() throws IOException {
        String texts;
        try (InputStream stream = LessonArgument.open(lesson)) {
            texts = LessonFile.texts(stream, language);
        } catch (NoSuchFileException _) {
            return failed("there is no such file, and no lesson of this name; check it");
        }
        if (texts.isEmpty()) {
            return failed("this is no lesson; shadewalk check says why");
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
