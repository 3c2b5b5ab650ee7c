package shadewalk.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// `shadewalk trace` as a whole process, from its start to its end: the recorded mix of 2,000
/// steps, and its steps over and over.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
public class TraceProcessBench {

    private static final Path MIX = Path.of("src/test/resources/oracle/scenarios/19-random.scn.gz");

    /// How many times the 2,000 steps are done.
    @Param({"1", "10", "100"})
    public int times;

    private Path scenario = Path.of("");

    /// Writes the scenario.
    @Setup
    public void write() throws IOException {
        String text;
        try (var in = new GZIPInputStream(Files.newInputStream(MIX))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        int ops = text.indexOf("\nops\n") + "\nops\n".length();
        scenario = Files.createTempFile("mix", ".scn");
        Files.writeString(scenario, text.substring(0, ops) + text.substring(ops).repeat(times));
    }

    @TearDown
    public void remove() throws IOException {
        Files.deleteIfExists(scenario);
    }

    /// One process.
    @Benchmark
    public int trace() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String path = System.getProperty("java.class.path");
        Process process =
                new ProcessBuilder(
                                List.of(
                                        java.toString(),
                                        "-cp",
                                        path,
                                        "shadewalk.Main",
                                        "trace",
                                        scenario.toString()))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException("shadewalk trace ended with " + code);
        }
        return code;
    }
}
