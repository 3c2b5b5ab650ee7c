package shadewalk.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
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
import shadewalk.read.Picture;

/// How long the window's thread takes to answer while something large goes on: the longest answer
/// is the longest time for which the window was blocked. It needs a display.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Dprism.order=sw")
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 4, time = 5)
public class AnswerBench {

    private static final int TABLES = 1_000;

    /// What goes on.
    public enum Work {
        /// A scenario of 100,000 events is opened and run.
        OPEN,
        /// From the first event to the last and back.
        JUMP,
        /// From each picture to the next.
        VIEW,
        /// Light and dark.
        THEME
    }

    @Param private Work work = Work.OPEN;

    private @Nullable BenchWindow window;
    private @Nullable Path scenario;
    private long next;
    private int count;

    @Setup
    public void open() throws InterruptedException, ExecutionException, IOException {
        BenchWindow opened = BenchWindow.open();
        window = opened;
        scenario = opened.home().resolve("large.scn");
        Files.writeString(scenario, LargeRun.text(TABLES, 30));
        opened.show(LargeRun.of(TABLES, 100_000));
    }

    @Setup(Level.Iteration)
    public void begin() {
        next = System.nanoTime();
    }

    @TearDown
    public void close() {
        window().close();
    }

    /// Asked a thousand times a second.
    @Setup(Level.Invocation)
    public void rest() throws InterruptedException, ExecutionException {
        Thread.sleep(1);
    }

    @Benchmark
    public void answer() throws InterruptedException, ExecutionException {
        boolean due = System.nanoTime() >= next;
        window().call(due ? this::act : () -> {});
        if (due) {
            next =
                    System.nanoTime()
                            + TimeUnit.MILLISECONDS.toNanos(work == Work.OPEN ? 5_000 : 700);
        }
    }

    private void act() {
        Workspace workspace = window().app().workspace();
        count++;
        switch (work) {
            case OPEN -> workspace.open(Objects.requireNonNull(scenario));
            case JUMP -> {
                int last = workspace.session().timeline().size() - 1;
                workspace.session().jump(count % 2 == 0 ? 0 : last);
            }
            case VIEW -> {
                Picture[] views = Picture.values();
                workspace.picture().viewProperty().set(views[count % views.length]);
            }
            case THEME -> workspace.appearance().toggleTheme();
        }
    }

    private BenchWindow window() {
        return Objects.requireNonNull(window, "no window is open");
    }
}
