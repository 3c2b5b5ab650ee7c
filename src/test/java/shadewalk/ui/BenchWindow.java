package shadewalk.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.stage.Stage;
import shadewalk.read.Picture;
import shadewalk.scenario.Timeline;

/// The whole window for a benchmark, as it is once its first lesson is open. It needs a display.
///
/// @param home where it keeps its settings, and where files may be put
record BenchWindow(ShadewalkApp app, Stage stage, Path home) {

    static BenchWindow open() throws InterruptedException, ExecutionException {
        Path home = folder();
        CompletableFuture<BenchWindow> opened = new CompletableFuture<>();
        Platform.startup(() -> {
            ShadewalkApp app = new ShadewalkApp(home, (_, _) -> new ChosenFiles(home));
            Stage stage = new Stage();
            app.start(stage);
            BenchWindow window = new BenchWindow(app, stage, home);
            app.workspace()
                    .lesson()
                    .standProperty()
                    .subscribe((_, stand) -> {
                        if (stand.isPresent()) {
                            Platform.runLater(() -> opened.complete(window));
                        }
                    });
        });
        return opened.get();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("shadewalk-bench");
        } catch (IOException e) {
            throw new IllegalStateException("no folder for settings", e);
        }
    }

    /// Shows the tables of a run near its end, with the list of its events.
    void show(Timeline run) throws InterruptedException, ExecutionException {
        call(() -> {
            Workspace workspace = app.workspace();
            workspace.lesson().close();
            workspace.eventListProperty().set(true);
            workspace.session().open(run, run.size() - 50);
            workspace.picture().viewProperty().set(Picture.TABLES);
        });
    }

    MainWindow root() {
        return (MainWindow) stage.getScene().getRoot();
    }

    /// Does something on the window's thread, and waits until it is done.
    void call(Runnable what) throws InterruptedException, ExecutionException {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            what.run();
            done.complete(true);
        });
        done.get();
    }

    void close() {
        Platform.exit();
    }
}
