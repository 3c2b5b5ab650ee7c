package shadewalk.ui;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shadewalk.diagram.Diagram;
import shadewalk.ui.lesson.LessonModel.Stand;

/// A person in front of the window.
final class Journey {

    private final ShadewalkApp app;
    private final Stage stage;
    private final Path home;
    private final ChosenFiles files;
    private final FxRobot robot = new FxRobot();

    private Journey(ShadewalkApp app, Stage stage, Path home, ChosenFiles files) {
        this.app = app;
        this.stage = stage;
        this.home = home;
        this.files = files;
    }

    /// Opens the window. Call it on JavaFX's thread.
    static Journey begin(Stage stage, Path home, ChosenFiles files) {
        ShadewalkApp app = new ShadewalkApp(home, files);
        app.start(stage);
        return new Journey(app, stage, home, files);
    }

    /// The window goes without a word, and another one opens.
    Journey killAndStartAgain() {
        return get(() -> {
            stage.setOnHidden(null);
            stage.hide();
            return begin(new Stage(), home, files);
        });
    }

    Stage stage() {
        return stage;
    }

    Workspace workspace() {
        return app.workspace();
    }

    FxRobot robot() {
        return robot;
    }

    /// Waits until something holds on JavaFX's thread.
    void until(String what, Callable<Boolean> holds) throws TimeoutException {
        try {
            WaitForAsyncUtils.waitFor(
                    20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
        } catch (TimeoutException e) {
            throw new TimeoutException("in vain waited until " + what);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    void untilALessonIsOpen() throws TimeoutException {
        until("a lesson is open", () -> workspace().lesson().isActive());
    }

    Stand stand() {
        return get(() -> workspace().lesson().stand().orElseThrow());
    }

    Diagram picture() {
        return get(() -> workspace().picture().diagram());
    }

    int position() {
        return get(() -> workspace().session().position());
    }

    <T> T get(Callable<T> value) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, value);
    }

    void press(KeyCode... keys) {
        robot.push(keys);
    }

    /// Presses an action's button or link, wherever it has been scrolled to.
    void follow(String link) {
        robot.interact(() -> robot.lookup(link).queryAs(Hyperlink.class).fire());
    }

    boolean sees(String query) {
        return get(() -> robot.lookup(query).tryQuery().isPresent());
    }

    /// Takes every hint and then the answer.
    void giveUp() {
        while (sees("#hint")) {
            follow("#hint");
        }
        follow("#reveal");
    }
}
