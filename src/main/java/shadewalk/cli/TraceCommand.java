package shadewalk.cli;

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
import shadewalk.trace.TraceWriter;

/// Runs a scenario and prints what the kernel's trace of it would say.
@Command(name = "trace", mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path file;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Scenario scenario = ScenarioText.read(file);
            PrintWriter out = spec.commandLine().getOut();
            TraceWriter.run(scenario, line -> out.append(line).append('\n'));
            out.flush();
            return 0;
        } catch (ScenarioProblem problem) {
            err.println(problem.at(file.toString()));
            return 1;
        }
    }
}
