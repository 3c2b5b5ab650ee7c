package shadewalk.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
@Command(
        name = "scenario",
        description = "Writes a lesson's runs as scenarios with the recorder's guest program.",
        mixinStandardHelpOptions = true)
final class ScenarioCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(
            paramLabel = "LESSON",
            description = "a lesson file, or the name of a lesson that comes with the program")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private String lesson;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "write every run into a file there; else the main run is printed")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        LessonPlayer.Opened opened = LessonPlayer.open(LessonArgument.read(lesson));
        if (opened.player() == null) {
            opened.problems().forEach(problem -> err.println(lesson + ":" + problem));
            return 1;
        }
        try {
            write(LessonScenario.of(opened.player().performance()));
            return 0;
        } catch (Unresolved e) {
            err.println(lesson + ": " + e.getMessage());
            return 1;
        }
    }

    private void write(List<Scenario> scenarios) throws IOException {
        if (folder == null) {
            spec.commandLine().getOut().print(ScenarioWriter.write(scenarios.getFirst()));
            spec.commandLine().getOut().flush();
            return;
        }
        Files.createDirectories(folder);
        for (Scenario scenario : scenarios) {
            Files.writeString(
                    folder.resolve(scenario.name() + ".scn"), ScenarioWriter.write(scenario));
        }
    }
}
