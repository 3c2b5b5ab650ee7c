package shadewalk.ui.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
import shadewalk.diagram.Anchor;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Thing;
import shadewalk.diagram.Tone;
import shadewalk.diagram.read.WalkStory;
import shadewalk.diagram.tables.TablesPicture;
import shadewalk.scenario.Timeline;
import shadewalk.state.State;
import shadewalk.ui.theme.Appearance;
import shadewalk.x86.Gva;

/// Draws for some seconds and prints how fast: a picture of 5,000 cells while it turns into another
/// one, and beside it a bare canvas that draws as many filled cells and labels; then how long a
/// click takes in a picture of 2,000 shadow pages until its effect has been painted.
///
/// It needs a display, and measures the software pipeline when started with `-Dprism.order=sw`. The
/// processor time is that of the whole process, which a busy machine distorts less.
public final class FrameBench {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;
    private static final int CELLS = 5_000;
    private static final int ACROSS = 100;
    private static final double CELL = 15;
    private static final int EVERY_LABEL = 4;
    private static final int FRAMES = 240;
    private static final int WARM_UP = 150;

    private FrameBench() {}

    public static void main(String[] args) throws Exception {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        System.out.println(
                "| what | frames a second | ms a frame, median | 95 of 100 | processor time |");
        System.out.println("|---|---|---|---|---|");
        frames("bare canvas, 5,000 cells", FrameBench::bareCanvas);
        frames("picture, 5,000 cells, playing", FrameBench::playing);
        LargeRun large = LargeRun.of(1_000, 100_000);
        Timeline run = large.timeline();
        State state = run.at(run.size());
        frames("tables, 2,000 shadow pages, playing", () -> tablesPlaying(run));
        System.out.println();
        System.out.printf(
                "%,d events, %,d shadow pages%n", run.size(), state.shadow().all().count());
        clicks(state);
        Platform.exit();
    }

    /// A scene and what draws its next frame.
    private record Subject(Parent root, IntConsumer frame) {}

    private interface Maker {
        Subject make();
    }

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

    /// Every cell changes its colour, every label stays; when the change is over the next begins.
    private static Subject playing() {
        Diagram one = cells(0);
        Diagram other = cells(1);
        return turning(List.of(one, other));
    }

    private static Diagram cells(int shift) {
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            double x = 20 + i % ACROSS * CELL;
            double y = 20 + row(i) * CELL;
            Tone tone = Tone.quadrant((i + shift) % 4);
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
            diagrams.add(TablesPicture.of(run.at(n), WalkStory.at(new Gva(n % 900L << 22))));
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
                        view.show(diagrams.get(next[0]++ % diagrams.size()), 0.5, false);
                    }
                });
    }

    private static void frames(String what, Maker maker) throws Exception {
        CompletableFuture<long[]> times = new CompletableFuture<>();
        long[] cpu = new long[2];
        Platform.runLater(() -> {
            Subject subject = maker.make();
            Stage stage = stage(subject.root());
            new AnimationTimer() {
                private final long[] starts = new long[FRAMES + 1];
                private int frame = -WARM_UP;

                @Override
                public void handle(long now) {
                    if (frame == 0) {
                        cpu[0] = cpuTime();
                    }
                    if (frame >= 0) {
                        starts[frame] = System.nanoTime();
                    }
                    if (frame == FRAMES) {
                        cpu[1] = cpuTime();
                        stop();
                        stage.close();
                        times.complete(starts);
                        return;
                    }
                    subject.frame().accept(frame);
                    frame++;
                }
            }.start();
        });
        long[] starts = times.get();
        double[] each = new double[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            each[i] = (starts[i + 1] - starts[i]) / 1e6;
        }
        Arrays.sort(each);
        double all = (starts[FRAMES] - starts[0]) / 1e6;
        System.out.printf(
                "| %s | %.1f | %.1f | %.1f | %.1f ms a frame |%n",
                what,
                FRAMES * 1000 / all,
                each[FRAMES / 2],
                each[FRAMES * 95 / 100],
                (cpu[1] - cpu[0]) / 1e6 / FRAMES);
    }

    private static Stage stage(Parent root) {
        Stage stage = new Stage();
        stage.setScene(new Scene(root, WIDTH, HEIGHT));
        stage.show();
        return stage;
    }

    /// Processor time of the whole process, in nanoseconds.
    private static long cpuTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    /// Selects one shadow page after the other: the picture is made anew, shown and painted.
    private static void clicks(State state) throws Exception {
        CompletableFuture<double[]> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            PictureView view = new PictureView(new Appearance());
            Stage stage = stage(new StackPane(view));
            new AnimationTimer() {
                private final double[] took = new double[40];
                private int click = -10;
                private long began;

                @Override
                public void handle(long now) {
                    if (began != 0 && click > 0) {
                        took[click - 1] = (System.nanoTime() - began) / 1e6;
                    }
                    if (click == took.length) {
                        stop();
                        stage.close();
                        done.complete(took);
                        return;
                    }
                    began = System.nanoTime();
                    Thing thing = new Thing.ShadowTable(100 + Math.floorMod(click * 37, 1800));
                    Diagram next =
                            TablesPicture.of(
                                    state, WalkStory.at(new Gva(0x40_0000)), Optional.of(thing));
                    view.show(next, 0, false);
                    view.selectionProperty().set(Optional.of(thing));
                    click++;
                }
            }.start();
        });
        double[] took = done.get();
        Arrays.sort(took);
        System.out.printf(
                "a click among them is painted after %.1f ms (median), %.1f ms (95 of 100)%n",
                took[took.length / 2], took[took.length * 95 / 100]);
    }
}
