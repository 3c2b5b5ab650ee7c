package shadewalk.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import shadewalk.ui.lesson.LessonModel;
import shadewalk.ui.lesson.Shelf;

/// How much memory the window's process holds once every lesson that comes with it has been played
/// to its end and every question is over, with the options of Java that the built program has. It
/// needs Linux and a display.
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "-XX:+UseSerialGC",
            "-Xms96m",
            "-XX:MinHeapFreeRatio=15",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:CompileThresholdScaling=5"
        })
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ResidentBench {

    /// Milliseconds a learner looks at a step; long enough for it to be drawn.
    private static final int LOOK = 300;

    /// What the process holds at the end.
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Held {
        public long lessons;
        public long megabytes;
    }

    @Benchmark
    public void allLessons(Held held) throws InterruptedException, ExecutionException, IOException {
        BenchWindow window = BenchWindow.open();
        List<Shelf.Entry> lessons = lessons(window);
        for (Shelf.Entry lesson : lessons) {
            play(window, lesson.file());
        }
        held.lessons = lessons.size();
        held.megabytes = resident();
        window.close();
    }

    /// The lessons, once the program has found them all.
    private static List<Shelf.Entry> lessons(BenchWindow window)
            throws InterruptedException, ExecutionException {
        List<Shelf.Entry> found = new ArrayList<>();
        while (found.isEmpty()) {
            Thread.sleep(LOOK);
            window.call(() -> found.addAll(window.app().workspace().shelf().entries()));
        }
        return found;
    }

    private static void play(BenchWindow window, String file)
            throws InterruptedException, ExecutionException {
        Workspace workspace = window.app().workspace();
        window.call(() -> workspace.openLesson(file));
        AtomicBoolean goesOn = new AtomicBoolean(true);
        while (goesOn.get()) {
            Thread.sleep(LOOK);
            window.call(() ->
                    goesOn.set(!workspace.lessonName().equals(file) || goOn(workspace.lesson())));
        }
    }

    private static boolean goOn(LessonModel lesson) {
        if (lesson.askingProperty().getValue()) {
            lesson.reveal();
            return true;
        }
        boolean more = lesson.canGoForward();
        if (more) {
            lesson.stepForward();
        }
        return more;
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024;
    }
}
