package shadewalk.ui;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
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

/// From a key or a click in the whole window until its effect has been painted, with 2,000 shadow
/// pages in the picture and 100,000 events in the list. It needs a display.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Dprism.order=sw")
@Warmup(iterations = 2, time = 20)
@Measurement(iterations = 3, time = 20)
public class TouchBench {

    /// The frame after the one that shows something waits until that one has been painted.
    private static final int FRAMES = 2;

    /// Milliseconds between one touch and the next.
    private static final int REST = 400;

    /// What a hand does.
    public enum Touch {
        /// One event back, and the next time on.
        ARROW_KEY,
        /// A step back, and the next time on.
        SHIFT_ARROW_KEY,
        /// On another shadow page.
        CLICK
    }

    @Param private Touch touch = Touch.ARROW_KEY;

    private final Semaphore painted = new Semaphore(0);
    private @Nullable BenchWindow window;
    private int frames;
    private int count;

    @Setup
    public void open() throws InterruptedException, ExecutionException {
        BenchWindow opened = BenchWindow.open();
        window = opened;
        opened.show(LargeRun.of(1_000, 100_000));
        opened.call(() -> {
            var session = opened.app().workspace().session();
            session.momentProperty().subscribe((_, _) -> frames = FRAMES);
            session.selectionProperty().subscribe((_, _) -> frames = FRAMES);
            countFrames();
        });
    }

    private void countFrames() {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (frames > 0 && --frames == 0) {
                    Platform.runLater(painted::release);
                }
            }
        }.start();
    }

    @TearDown
    public void close() {
        window().close();
    }

    /// A hand waits for what it did before it does more; what moves has come to rest by then.
    @Setup(Level.Invocation)
    public void rest() throws InterruptedException {
        Thread.sleep(REST);
    }

    @Benchmark
    public void touch() throws InterruptedException {
        Platform.runLater(this::begin);
        painted.acquire();
    }

    private void begin() {
        count++;
        KeyCode arrow = count % 2 == 0 ? KeyCode.RIGHT : KeyCode.LEFT;
        switch (touch) {
            case ARROW_KEY -> press(arrow, false);
            case SHIFT_ARROW_KEY -> press(arrow, true);
            case CLICK -> click();
        }
    }

    private void press(KeyCode key, boolean shift) {
        Event.fireEvent(
                picture(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, false, false, false));
    }

    /// Along the rows of shadow pages; between two of them a click selects nothing, which is an
    /// effect too after one that hit.
    private void click() {
        Node picture = picture();
        var place = picture.getLayoutBounds();
        double x = place.getWidth() * (0.3 + 0.02 * (count % 25));
        double y = place.getHeight() * (0.3 + 0.01 * (count % 40));
        int before = frames;
        mouse(picture, MouseEvent.MOUSE_PRESSED, x, y);
        mouse(picture, MouseEvent.MOUSE_RELEASED, x, y);
        mouse(picture, MouseEvent.MOUSE_CLICKED, x, y);
        if (frames == before) {
            frames = FRAMES;
        }
    }

    private static void mouse(Node at, EventType<MouseEvent> type, double x, double y) {
        var screen = at.localToScreen(x, y);
        boolean down = type == MouseEvent.MOUSE_PRESSED;
        Event.fireEvent(
                at,
                new MouseEvent(
                        type,
                        x,
                        y,
                        screen.getX(),
                        screen.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        true,
                        false,
                        true,
                        new PickResult(at, x, y)));
    }

    private Node picture() {
        return window().root().picture();
    }

    private BenchWindow window() {
        return Objects.requireNonNull(window, "no window is open");
    }
}
