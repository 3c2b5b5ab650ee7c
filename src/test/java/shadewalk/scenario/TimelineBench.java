package shadewalk.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;
import shadewalk.state.State;

/// Jumping about in a run of a million events: the steps of a long recorded mix, again and again.
/// The process gets 400 MB of heap and would not live with less than the timeline needs.
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx400m")
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
public class TimelineBench {

    private static final int EVENTS = 1_000_000;
    private static final Path MIX = Path.of("src/test/resources/oracle/scenarios/19-random.scn.gz");

    private final SplittableRandom random = new SplittableRandom(1);
    private Timeline timeline = new EventLog(new RandomRun(1, 3, 1).now()).timeline();

    /// Runs the mix until there are enough events.
    @Setup
    public void run() throws IOException, ScenarioProblem {
        Scenario mix;
        try (var in = new GZIPInputStream(Files.newInputStream(MIX))) {
            mix =
                    ScenarioText.parse(
                            "19-random.scn", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        Runner runner = new Runner(mix.machine());
        runner.start();
        for (int i = 0; runner.timeline().size() < EVENTS; i++) {
            runner.run(mix.steps().get(i % mix.steps().size()));
        }
        timeline = runner.timeline();
    }

    /// The state after any number of events.
    @Benchmark
    public State jump() {
        return timeline.at(random.nextInt(timeline.size() + 1));
    }
}
