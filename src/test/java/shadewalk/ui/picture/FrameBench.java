package shadewalk.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Stage;
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
import shadewalk.diagram.Anchor;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.tables.TablesPicture;
import shadewalk.read.Portion;
import shadewalk.read.Sights;
import shadewalk.read.WalkStory;
import shadewalk.scenario.Timeline;
import shadewalk.ui.LargeRun;
import shadewalk.ui.theme.Appearance;
import shadewalk.x86.Gva;

/// From one frame to the next, on the software pipeline at 1600 x 1000: 16.7 ms are 60 frames a
/// second, which JavaFX never exceeds. A picture of 5,000 cells while it turns into another one,
/// 2,000 shadow pages while they do, and beside them a bare canvas that draws 5,000 filled cells
/// and a label on every fourth. It needs a display.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Dprism.order=sw")
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class FrameBench {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;
    private static final int CELLS = 5_000;
    private static final int ACROSS = 100;
    private static final double CELL = 15;
    private static final int EVERY_LABEL = 4;

    /// What is drawn.
    public enum Drawing {
        CANVAS,
        CELLS,
        SHADOW_PAGES
    }

    @Param private Drawing drawing = Drawing.CANVAS;

    private final Semaphore begun = new Semaphore(0);

    @Setup
    public void open() throws Exception {
        CompletableFuture<Boolean> shown = new CompletableFuture<>();
        Timeline run = LargeRun.of(1_000, 100_000);
        Platform.startup(() -> {
            Subject subject =
                    switch (drawing) {
                        case CANVAS -> bareCanvas();
                        case CELLS -> turning(List.of(cells(0), cells(1)));
                        case SHADOW_PAGES -> tablesPlaying(run);
                    };
            Stage stage = new Stage();
            stage.setScene(new Scene(subject.root(), WIDTH, HEIGHT));
            stage.show();
            draw(subject);
            shown.complete(true);
        });
        shown.get();
    }

    private void draw(Subject subject) {
        new AnimationTimer() {
            private int frame;

            @Override
            public void handle(long now) {
                begun.release();
                subject.frame().accept(frame++);
            }
        }.start();
    }

    @TearDown
    public void close() {
        Platform.exit();
    }

    @Benchmark
    public void frame() throws InterruptedException {
        begun.acquire();
    }

    /// A scene and what draws its next frame.
    private record Subject(Parent root, IntConsumer frame) {}

    private static Subject bareCanvas() {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        GraphicsContext gc = canvas.getGraphicsContext2D();
        Font font = new Font("Monospaced", 12.5);
        return new Subject(
                new Pane(canvas),
                frame -> {
                    gc.setFill(Color.WHITE);
                    gc.fillRect(0, 0, WIDTH, HEIGHT);
                    gc.setFont(font);
                    for (int i = 0; i < CELLS; i++) {
                        double x = 20 + i % ACROSS * CELL;
                        double y = 20 + row(i) * CELL;
                        gc.setFill(Color.hsb((i + frame) % 360, 0.5, 0.9));
                        gc.fillRect(x, y, CELL - 1, CELL - 1);
                        if (i % EVERY_LABEL == 0) {
                            gc.setFill(Color.BLACK);
                            gc.fillText(String.valueOf(i % 10), x + 3, y + 11);
                        }
                    }
                });
    }

    private static int row(int cell) {
        return cell / ACROSS;
    }

    /// The other diagram has every cell in another colour, and every label where it was.
    private static Diagram cells(int shift) {
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            double x = 20 + i % ACROSS * CELL;
            double y = 20 + row(i) * CELL;
            Tone tone = Tone.of(Portion.quarter(2, (i + shift) % 4));
            shapes.add(new Shape.Box("sp" + i, x, y, CELL - 1, CELL - 1, 0, tone, Fill.SOLID));
            if (i % EVERY_LABEL == 0) {
                shapes.add(
                        new Shape.Text(
                                "sp" + i + "/text",
                                x + 3,
                                y + 11,
                                String.valueOf(i % 10),
                                TextStyle.SMALL_NUMBER,
                                Anchor.START,
                                tone,
                                Ink.ON_SOLID));
            }
        }
        return new Diagram(1540, 800, "cells", "cells", "", List.of(), shapes);
    }

    private static Subject tablesPlaying(Timeline run) {
        List<Diagram> diagrams = new ArrayList<>();
        for (int n = run.size() - 8; n <= run.size(); n++) {
            diagrams.add(
                    TablesPicture.of(Sights.of(run.at(n), WalkStory.at(new Gva(n % 900L << 22)))));
        }
        return turning(diagrams);
    }

    private static Subject turning(List<Diagram> diagrams) {
        PictureView view = new PictureView(new Appearance());
        int[] next = {0};
        return new Subject(
                new StackPane(view),
                _ -> {
                    if (!view.isMoving()) {
                        view.show(diagrams.get(next[0]++ % diagrams.size()), List.of(), 0.5, 0.5);
                    }
                });
    }
}
