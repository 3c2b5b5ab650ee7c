package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.LessonScenario;
import shadewalk.lesson.play.Unresolved;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.ScenarioWriter;

/// Writes what a lesson does as scenarios, which a recorder can play on a real kernel.
@Command(name = "scenario", mixinStandardHelpOptions = true)
final class ScenarioCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "LESSON", descriptionKey = "LESSON")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private String lesson;

    @Option(names = "--out", paramLabel = "FOLDER")
    private @Nullable Path folder;

    @Option(names = "--force")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        LessonPlayer.Opened opened = LessonPlayer.open(LessonArgument.read(lesson));
        if (opened.player() == null) {
            opened.problems().forEach(problem -> err.println(lesson + ":" + problem));
            return 1;
        }
        try {
            List<Scenario> runs = LessonScenario.of(opened.player().performance());
            Optional<String> problem = folder == null ? print(runs) : write(runs, folder);
            problem.ifPresent(err::println);
            return problem.isPresent() ? 1 : 0;
        } catch (Unresolved e) {
            err.println(lesson + ": " + e.getMessage());
            return 1;
        }
    }

    private Optional<String> print(List<Scenario> runs) {
        spec.commandLine().getOut().print(ScenarioWriter.write(runs.getFirst()));
        spec.commandLine().getOut().flush();
        return Optional.empty();
    }

    /// Stops at the first file that cannot be written, and says why.
    private Optional<String> write(List<Scenario> runs, Path into) {
        try {
            Files.createDirectories(into);
        } catch (FileAlreadyExistsException _) {
            return Optional.of(COMMANDS.get("scenario-command.file-out-names", into));
        } catch (IOException e) {
            return Optional.of(
                    COMMANDS.get("scenario-command.folder-cannot-be", into, e.getMessage()));
        }
        return runs.stream().flatMap(run -> write(run, into).stream()).findFirst();
    }

    private Optional<String> write(Scenario run, Path into) {
        byte[] text = ScenarioWriter.write(run).getBytes(StandardCharsets.UTF_8);
        return OutFile.problem(into.resolve(run.name() + ".scn"), to -> to.write(text), force);
    }
}
