package shadewalk.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import shadewalk.export.scene.PictureCheck;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.json.Problem;

/// Plays lesson files without a window and prints what is wrong with them.
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand extends TerminalCommand {

    @Parameters(paramLabel = "LESSON", descriptionKey = "LESSON", arity = "1..*")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private List<String> names;

    @Override
    int run() throws IOException, Refused {
        Glossary glossary = Glossary.load();
        boolean good = true;
        for (String name : names) {
            List<Problem> own = check(name, glossary);
            good &= tell(name, own);
            for (Path beside : translations(name)) {
                List<Problem> more = new ArrayList<>(PictureCheck.check(beside, glossary));
                more.removeAll(own);
                good &= tell(beside.toString(), more);
            }
        }
        return good ? 0 : 1;
    }

    private static List<Problem> check(String name, Glossary glossary) throws IOException {
        Optional<Path> file = LessonArgument.file(name);
        return file.isPresent()
                ? PictureCheck.check(file.get(), glossary)
                : PictureCheck.check(LessonArgument.read(name), glossary);
    }

    /// The translations beside a lesson that are not named themselves.
    private List<Path> translations(String name) throws IOException {
        Optional<Path> file = LessonArgument.file(name);
        return file.isEmpty()
                ? List.of()
                : LessonFile.translations(file.get()).stream()
                        .filter(beside -> !names.contains(beside.toString()))
                        .toList();
    }

    private boolean tell(String name, List<Problem> problems) {
        problems.forEach(problem -> out().println(name + ":" + problem));
        return problems.isEmpty();
    }
}
