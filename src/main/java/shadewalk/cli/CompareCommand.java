package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.trace.Comparison;
import shadewalk.trace.RecordedFolder;
import shadewalk.trace.RecordedFolder.Pair;
import shadewalk.trace.RecordingProblem;

/// Runs scenarios and holds them against what a kernel did.
@Command(name = "compare", mixinStandardHelpOptions = true)
final class CompareCommand extends TerminalCommand {

    @Parameters(index = "0", paramLabel = "SCENARIO", descriptionKey = "SCENARIO")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path scenario;

    @Parameters(index = "1", paramLabel = "RECORDING", descriptionKey = "RECORDING")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path recording;

    @Override
    int run() throws IOException, Refused {
        boolean folders = Files.isDirectory(scenario) && Files.isDirectory(recording);
        return folders ? compareAll() : compareOne();
    }

    private int compareOne() {
        String name = String.valueOf(scenario.getFileName()).replaceFirst("\\.scn(\\.gz)?$", "");
        Comparison.Result result = compare(new Pair(name, scenario, recording));
        if (result == null) {
            return 1;
        }
        result.report().forEach(out()::println);
        return result.agrees() ? 0 : 1;
    }

    private int compareAll() throws IOException, Refused {
        List<Pair> pairs = RecordedFolder.pairs(scenario, recording);
        if (pairs.isEmpty()) {
            throw Refused.file(
                    COMMANDS.get("compare-command.no-recording-here", recording, scenario));
        }
        CompareTable table = new CompareTable(out());
        for (Pair pair : pairs) {
            table.row(pair.name(), compare(pair));
        }
        return table.end() ? 0 : 1;
    }

    /// Compares, or says what is wrong with one of the files and answers null.
    private Comparison.@Nullable Result compare(Pair files) {
        try {
            return files.compare();
        } catch (ScenarioProblem problem) {
            err().println(problem.at(files.scenario().toString()));
        } catch (RecordingProblem problem) {
            err().println(problem.at(files.recording().toString()));
        } catch (IOException e) {
            err().println(
                            COMMANDS.get(
                                    "compare-command.file-cannot-be",
                                    files.recording(),
                                    e.getMessage()));
        }
        return null;
    }
}
