package shadewalk.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.settings.Home;
import shadewalk.lesson.settings.Settings;
import shadewalk.lesson.settings.SettingsFile;
import shadewalk.text.Texts;
import shadewalk.ui.export.FileChoice;
import shadewalk.ui.export.FileDialogs;
import shadewalk.ui.theme.Fonts;
import shadewalk.ui.theme.Theme;

/// Opens the one window.
public final class ShadewalkApp extends Application {

    /// By then the window has been drawn.
    private static final Duration CONTENT_WAITS = Duration.millis(50);

    /// The list of lessons is not looked at in the first second, but the first picture is.
    private static final Duration SHELF_WAITS = Duration.millis(700);

    private final ExecutorService background =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
    private final Path home;
    private final BiFunction<Stage, Texts, FileChoice> files;
    private final Workspace workspace;
    private @Nullable WindowMemory memory;

    public ShadewalkApp() {
        this(Home.folder(), FileDialogs::new);
    }

    /// An application that remembers things in this folder and asks for files in this way.
    ShadewalkApp(Path home, BiFunction<Stage, Texts, FileChoice> files) {
        this.home = home;
        this.files = files;
        this.workspace = new Workspace(home, background, Platform::runLater);
    }

    Workspace workspace() {
        return workspace;
    }

    @Override
    public void start(Stage stage) {
        Mishaps.watch(workspace.notices(), workspace.texts(), Platform::runLater);
        Fonts.load();
        SettingsFile file = SettingsFile.in(home);
        SettingsFile.Loaded loaded = file.load();
        loaded.problem().ifPresent(workspace.notices()::problem);
        workspace.freePlay().kept().ifPresent(_ -> offer());
        // Before the first control: it would bring a theme of its own, to be thrown away.
        Theme.of(loaded.settings().theme()).dressControls();
        MainWindow window = show(stage, file, loaded);
        stage.setOnHidden(_ -> remember());
        window.picture().requestFocus();
        // First of all the window: what is in it comes when it stands.
        PauseTransition next = new PauseTransition(CONTENT_WAITS);
        next.setOnFinished(_ -> fill(loaded.settings()));
        next.play();
        PauseTransition soon = new PauseTransition(SHELF_WAITS);
        soon.setOnFinished(_ -> workspace.shelf().fill(background, Platform::runLater));
        soon.play();
        if (Rehearsal.isWanted()) {
            new Rehearsal(workspace).begin();
        }
    }

    private void fill(Settings settings) {
        Objects.requireNonNull(memory).openPanes(settings);
        Runnable first = () -> openFirst(settings);
        given().ifPresentOrElse(path -> workspace.open(path, first), first);
    }

    /// The file that the program was started with, if there was one.
    private Optional<Path> given() {
        return Optional.ofNullable(getParameters())
                .flatMap(given -> given.getRaw().stream().findFirst())
                .map(Path::of);
    }

    /// Offers the free play of another time.
    private void offer() {
        Texts texts = workspace.texts();
        workspace
                .notices()
                .offer(
                        texts.get("free.recovered"),
                        texts.get("free.go-on"),
                        () -> workspace.open(workspace.freePlay().keptLast()));
    }

    private MainWindow show(Stage stage, SettingsFile file, SettingsFile.Loaded loaded) {
        MainWindow window = new MainWindow(stage, workspace, files.apply(stage, workspace.texts()));
        Scene scene = new Scene(window);
        WindowMemory remembered = new WindowMemory(file, workspace, stage, window);
        remembered.recall(loaded.settings());
        memory = remembered;
        workspace.appearance().dress(scene);
        window.install(scene);
        stage.setTitle(workspace.texts().get("window.title"));
        addIcon(stage);
        stage.setScene(scene);
        stage.show();
        return window;
    }

    /// The lesson that was open last, or the first one.
    private void openFirst(Settings settings) {
        Optional.of(settings.lesson())
                .filter(workspace.shelf()::has)
                .or(workspace.shelf()::first)
                .ifPresent(workspace::openLesson);
    }

    private void remember() {
        if (memory != null) {
            try {
                memory.save();
            } catch (IOException _) {
                // the window is gone, and with it the place to say so; it opens as it did today
                memory = null;
            }
        }
    }

    @Override
    public void stop() {
        background.shutdownNow();
    }

    /// The window does not wait for its icon.
    private static void addIcon(Stage stage) {
        var url = ShadewalkApp.class.getResource("/icons/shadewalk.png");
        Image icon = new Image(Objects.requireNonNull(url).toExternalForm(), true);
        icon.progressProperty()
                .subscribe((_, read) -> {
                    if (read.doubleValue() == 1) {
                        stage.getIcons().add(icon);
                    }
                });
    }
}
