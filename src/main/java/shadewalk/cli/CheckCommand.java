package shadewalk.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.play.LessonCheck;

/// Plays lesson files without a window and prints what is wrong with them.
@Command(
        name = "check",
        description = "Checks lesson files; prints every problem and nothing else.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "lesson files")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private List<Path> files;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Glossary glossary = Glossary.load();
        boolean good = true;
        for (Path file : files) {
            for (Problem problem : LessonCheck.check(file, glossary)) {
                out.println(file + ":" + problem);
                good = false;
            }
        }
        return good ? 0 : 1;
    }
}
