package shadewalk.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;
import shadewalk.trace.TraceWriter;

/// Runs a scenario and prints what the kernel's trace of it would say.
@Command(name = "trace", mixinStandardHelpOptions = true)
final class TraceCommand extends TerminalCommand {

    @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path file;

    @Override
    int run() throws Refused {
        try {
            Scenario scenario = ScenarioText.read(file);
            TraceWriter.run(scenario, line -> out().append(line).append('\n'));
            return 0;
        } catch (ScenarioProblem problem) {
            throw Refused.file(problem.at(file.toString()));
        }
    }
}
