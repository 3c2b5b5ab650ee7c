package shadewalk.trace;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shadewalk.scenario.Runner;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;

/// Every recorded scenario, line by line, against what Linux 6.1 did with `kvm-amd npt=0`.
class OracleTest {

    private static final Path ORACLE = Path.of("src/test/resources/oracle");

    record Recorded(Path scenario, Path recording) {
        @Override
        public String toString() {
            return String.valueOf(scenario.getFileName()).replace(".scn.gz", "");
        }
    }

    static Stream<Recorded> recordings() throws IOException {
        return Stream.of(
                        List.of("scenarios", "traces/6.1"),
                        List.of("scenarios", "traces/6.1-fatal"),
                        List.of("mix", "mix-traces/6.1"))
                .flatMap(pair ->
                        recordings(ORACLE.resolve(pair.get(0)), ORACLE.resolve(pair.get(1))));
    }

    private static Stream<Recorded> recordings(Path scenarios, Path traces) {
        try (Stream<Path> files = Files.list(traces)) {
            return files
                    .sorted()
                    .map(trace -> {
                        String name = String.valueOf(trace.getFileName());
                        return new Recorded(
                                scenarios.resolve(name.replace(".ev.gz", ".scn.gz")), trace);
                    })
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordings")
    void theModelDoesWhatTheKernelDid(Recorded recorded)
            throws IOException, ScenarioProblem, RecordingProblem {
        Scenario scenario = scenario(recorded);
        try (var recording = Recording.of(open(recorded.recording()))) {
            Comparison comparison = new Comparison(recording);
            TraceWriter.print(scenario, Runner.run(scenario), comparison::accept);
            Comparison.Result result = comparison.finish();
            assertTrue(result.agrees(), () -> String.join("\n", result.report()));
        }
    }

    private static Scenario scenario(Recorded recorded) throws IOException, ScenarioProblem {
        try (var in = open(recorded.scenario())) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ScenarioText.parse(recorded + ".scn", text);
        }
    }

    private static InputStream open(Path file) throws IOException {
        return new GZIPInputStream(Files.newInputStream(file));
    }
}
