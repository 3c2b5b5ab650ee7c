package shadewalk.ui;

import java.awt.AWTException;
import java.awt.Color;
import java.awt.Robot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// From the start of the process to the first picture on the screen: the built program, and an
/// empty themed JavaFX window started the same way. It needs `target/shadewalk`, a display, and
/// nothing else on it. The median is the figure of interest.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 1, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 1, timeUnit = TimeUnit.MILLISECONDS)
public class StartBench {

    private static final Path PROGRAM = Path.of("target/shadewalk");

    /// Where both windows paint something other than the bare screen.
    private static final int X = 640;

    private static final int Y = 400;

    @Param({"empty", "shadewalk"})
    private String program = "empty";

    private final Robot eyes = eyes();
    private @Nullable Process process;
    private Color bare = Color.BLACK;

    private static Robot eyes() {
        try {
            return new Robot();
        } catch (AWTException e) {
            throw new IllegalStateException("this benchmark needs a display", e);
        }
    }

    /// A learner who is here for the first time.
    @Setup(Level.Invocation)
    public void lookAtTheBareScreen() {
        bare = eyes.getPixelColor(X, Y);
    }

    /// The time until the screen changes.
    @Benchmark
    public Color firstWindow() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command());
        Path home = Files.createTempDirectory("shadewalk-start");
        builder.environment().put("SHADEWALK_HOME", home.toString());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        process =
                builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Color seen = bare;
        while (seen.equals(bare)) {
            Thread.sleep(2);
            seen = eyes.getPixelColor(X, Y);
        }
        return seen;
    }

    @TearDown(Level.Invocation)
    public void close() throws InterruptedException {
        Process running = Objects.requireNonNull(process);
        running.destroy();
        running.waitFor();
        while (!eyes.getPixelColor(X, Y).equals(bare)) {
            Thread.sleep(5);
        }
    }

    private List<String> command() {
        if (program.equals("shadewalk")) {
            return List.of(PROGRAM.resolve("bin/shadewalk").toString());
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--enable-native-access=javafx.graphics",
                "-p",
                PROGRAM.resolve("lib").toString(),
                "--add-modules",
                "javafx.controls,atlantafx.base",
                "-cp",
                EmptyWindow.class.getProtectionDomain().getCodeSource().getLocation().getPath(),
                EmptyWindow.class.getName());
    }
}
