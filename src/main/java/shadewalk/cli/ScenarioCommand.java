package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shadewalk.lesson.play.LessonScenario;
import shadewalk.lesson.play.Unresolved;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.ScenarioWriter;

/// Writes what a lesson does as scenarios, which a recorder can play on a real kernel.
@Command(name = "scenario", mixinStandardHelpOptions = true)
final class ScenarioCommand extends TerminalCommand {

    @Parameters(paramLabel = "LESSON", descriptionKey = "LESSON")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private String lesson;

    @Option(names = "--out", paramLabel = "FOLDER")
    private @Nullable Path folder;

    @Option(names = "--force")
    private boolean force;

    @Override
    int run() throws IOException, Refused {
        List<Scenario> runs;
        try {
            runs = LessonScenario.of(LessonArgument.player(lesson).performance());
        } catch (Unresolved e) {
            throw Refused.file(lesson + ": " + e.getMessage());
        }
        if (folder == null) {
            out().print(ScenarioWriter.write(runs.getFirst()));
        } else {
            write(runs, folder);
        }
        return 0;
    }

    private void write(List<Scenario> runs, Path into) throws Refused {
        try {
            Files.createDirectories(into);
        } catch (FileAlreadyExistsException _) {
            throw Refused.file(COMMANDS.get("scenario-command.file-out-names", into));
        } catch (IOException e) {
            throw Refused.file(
                    COMMANDS.get("scenario-command.folder-cannot-be", into, e.getMessage()));
        }
        for (Scenario run : runs) {
            byte[] text = ScenarioWriter.write(run).getBytes(StandardCharsets.UTF_8);
            OutFile.write(into.resolve(run.name() + ".scn"), to -> to.write(text), force);
        }
    }
}
