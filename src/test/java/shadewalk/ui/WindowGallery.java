package shadewalk.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Palette;
import shadewalk.export.Outline;
import shadewalk.export.PngWriter;
import shadewalk.export.Shot;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.read.Picture;
import shadewalk.read.Thing;
import shadewalk.text.Longer;
import shadewalk.ui.theme.Theme;

/// Takes pictures of the window to be looked at: `FOLDER [--longer] [FILE@STOP...]`, every view at
/// two sizes, light and dark, and each picture by itself as it is printed. FILE is a lesson or a
/// scenario, STOP counts from 0; `--longer` speaks the made-up language.
public final class WindowGallery {

    private static final List<String> MOMENTS =
            List.of(
                    "lessons/050-why-four-and-two.json@2",
                    "lessons/080-who-may-write.json@3",
                    "lessons/100-large-pages.json@4",
                    "lessons/110-in-and-out-of-sync.json@3",
                    "lessons/130-devices.json@3",
                    "src/test/resources/modes/mode-64.json@2",
                    "src/test/resources/modes/mode-pae.json@2",
                    "src/test/resources/modes/mode-non.json@2");

    private static final long SETTLED = 700;

    private final Path folder;
    private final ShadewalkApp app;
    private final Stage stage;

    private WindowGallery(Path folder, ShadewalkApp app, Stage stage) {
        this.folder = folder;
        this.app = app;
        this.stage = stage;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        boolean longer = args.length > 1 && args[1].equals("--longer");
        List<String> said = List.of(args).subList(longer ? 2 : 1, args.length);
        if (longer) {
            Longer.make();
            Locale.setDefault(Locale.Category.DISPLAY, Longer.LOCALE);
        }
        Platform.startup(() -> {});
        Path home = Files.createTempDirectory("shadewalk");
        WindowGallery gallery =
                onFx(() -> {
                    Stage stage = new Stage();
                    ShadewalkApp app = new ShadewalkApp(home, new ChosenFiles(home));
                    app.start(stage);
                    app.workspace().appearance().reduceMotionProperty().set(true);
                    return new WindowGallery(folder, app, stage);
                });
        gallery.awaitFirstLesson();
        for (String moment : said.isEmpty() ? MOMENTS : said) {
            gallery.open(moment);
        }
        Platform.exit();
        System.exit(0);
    }

    /// The first lesson opens by itself, and would replace what is opened before it.
    private void awaitFirstLesson() throws Exception {
        while (!onFx(() -> app.workspace().lesson().stand().isPresent())) {
            Thread.sleep(SETTLED);
        }
    }

    private void open(String moment) throws Exception {
        Path file = Path.of(moment.substring(0, moment.indexOf('@')));
        int stop = Integer.parseInt(moment.substring(moment.indexOf('@') + 1));
        if (moment.contains(".scn")) {
            openScenario(file, stop);
        } else {
            openLesson(file, stop);
        }
        String name = file.getFileName().toString().replaceFirst("[.](json|scn)$", "") + "-" + stop;
        for (Picture view : Picture.values()) {
            onFx(() -> {
                app.workspace().picture().viewProperty().set(view);
                return true;
            });
            print(name + "-" + view.word());
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
                    shoot(name + "-" + view.word(), theme, size[0], size[1]);
                }
            }
        }
    }

    private void openLesson(Path file, int stop) throws Exception {
        LessonPlayer player =
                Objects.requireNonNull(LessonPlayer.open(LessonFile.read(file)).value());
        onFx(() -> {
            app.workspace().lesson().open(player, Math.min(stop, player.size() - 1));
            return true;
        });
    }

    /// Opens a scenario as free play and goes to the end of a step.
    private void openScenario(Path file, int step) throws Exception {
        onFx(() -> {
            app.workspace().open(file);
            return true;
        });
        while (onFx(() -> app.workspace().freePlay().playProperty().get().isEmpty())) {
            Thread.sleep(SETTLED);
        }
        onFx(() -> {
            var session = app.workspace().session();
            session.jump(session.timeline().stepEnd(step));
            return true;
        });
    }

    private void print(String name) throws Exception {
        Diagram diagram =
                onFx(() ->
                        Outline.around(
                                app.workspace().picture().diagram(),
                                app.workspace()
                                        .session()
                                        .selectionProperty()
                                        .get()
                                        .map(Thing::id)
                                        .orElse("")));
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + "-print.png"))) {
            PngWriter.write(new Shot(diagram, Palette.PRINT, 1), out);
        }
    }

    private void shoot(String name, Theme theme, int width, int height) throws Exception {
        onFx(() -> {
            var appearance = app.workspace().appearance();
            if (appearance.theme() != theme) {
                appearance.toggleTheme();
            }
            stage.setWidth(width);
            stage.setHeight(height);
            return true;
        });
        Thread.sleep(SETTLED);
        WritableImage image = onFx(() -> stage.getScene().snapshot(null));
        save(
                image,
                folder.resolve(
                        name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png"));
    }

    private static void save(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        ImageIO.write(copy, "png", file.toFile());
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get();
    }
}
