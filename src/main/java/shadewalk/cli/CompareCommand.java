package shadewalk.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;
import shadewalk.trace.Comparison;
import shadewalk.trace.Recording;
import shadewalk.trace.RecordingProblem;
import shadewalk.trace.TraceWriter;

/// Runs a scenario and holds it against what a kernel did.
@Command(
        name = "compare",
        description = {
            "Runs a scenario and compares it with a recording of a real kernel.",
            "Prints the first difference, and last how many steps and lines agree."
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SCENARIO", description = "a scenario file")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path scenario;

    @Parameters(
            index = "1",
            paramLabel = "RECORDING",
            description = "plain event lines (.ev), or the text of /sys/kernel/tracing/trace")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path recording;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Comparison.Result result = compare();
            PrintWriter out = spec.commandLine().getOut();
            result.report().forEach(out::println);
            return result.agrees() ? 0 : 1;
        } catch (ScenarioProblem problem) {
            err.println(problem.at(scenario.toString()));
        } catch (RecordingProblem problem) {
            err.println(problem.at(recording.toString()));
        } catch (IOException e) {
            err.println(recording + ": the file cannot be read: " + e.getMessage());
        }
        return 1;
    }

    private Comparison.Result compare() throws ScenarioProblem, RecordingProblem, IOException {
        Scenario read = ScenarioText.read(scenario);
        try (Recording recorded = Recording.open(recording)) {
            Comparison comparison = new Comparison(recorded);
            TraceWriter.run(read, comparison::accept);
            return comparison.finish();
        }
    }
}
