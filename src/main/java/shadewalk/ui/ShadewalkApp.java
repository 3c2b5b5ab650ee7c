package shadewalk.ui;

import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import shadewalk.ui.export.FileDialogs;
import shadewalk.ui.theme.Fonts;

/// Opens the one window.
public final class ShadewalkApp extends Application {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private @Nullable Memory memory;

    private final ExecutorService background =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

    @Override
    public void start(Stage stage) {
        Fonts.load();
        Workspace workspace = new Workspace(background, Platform::runLater);
        memory = Memory.of(stage, workspace);
        open(stage, workspace);
        memory.watch(stage);
        workspace.openBundled(memory.lesson());
    }

    static MainWindow open(Stage stage, Workspace workspace) {
        MainWindow window =
                new MainWindow(stage, workspace, new FileDialogs(stage, workspace.texts()));
        Scene scene = new Scene(window, WIDTH, HEIGHT);
        workspace.appearance().dress(scene);
        window.install(scene);
        stage.setTitle(workspace.texts().get("window.title"));
        stage.getIcons().add(icon());
        stage.setScene(scene);
        stage.show();
        return window;
    }

    @Override
    public void stop() {
        if (memory != null) {
            memory.save();
        }
        background.shutdownNow();
    }

    private static Image icon() {
        var url = ShadewalkApp.class.getResource("/icons/shadewalk.png");
        return new Image(Objects.requireNonNull(url).toExternalForm());
    }
}
