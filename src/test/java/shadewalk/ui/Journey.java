package shadewalk.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shadewalk.diagram.Diagram;
import shadewalk.ui.lesson.Stand;

/// A person in front of the window.
final class Journey {

    /// Nothing travels, and the window is small: there is little to wait for and little to draw.
    private static final String STILL =
            """
            reduce-motion = true
            window.width = 800
            window.height = 600
            """;

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

    /// Opens the window of somebody who wants no motion: nothing has to be waited for.
    static Journey beginStill(Stage stage, Path home) throws IOException {
        return begin(stage, home, STILL);
    }

    /// Opens the window of somebody whose settings file says this.
    static Journey begin(Stage stage, Path home, String settings) throws IOException {
        Files.writeString(home.resolve("settings.properties"), settings);
        return begin(stage, home, new ChosenFiles(home));
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

    /// Waits until a part of the window is there; what was done before may take a moment to show.
    void untilThereIs(String query) {
        try {
            until(query + " is there", () -> robot.lookup(query).tryQuery().isPresent());
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    void untilALessonIsOpen() throws TimeoutException {
        until("a lesson is open", () -> workspace().lesson().isActive());
    }

    /// Opens a lesson that has everything on stage from its first step on.
    void untilAllIsOnStage() throws TimeoutException {
        untilALessonIsOpen();
        robot.interact(() -> workspace().openLesson("030-bits-of-a-32-bit-entry.json"));
        until(
                "all is on stage",
                () ->
                        workspace()
                                .lesson()
                                .stand()
                                .filter(now -> now.lesson().lesson().id().startsWith("bits-of"))
                                .isPresent());
    }

    /// A guest of 32 bits with one page at 0x401234, free play from its first step on.
    static final String SMALL_GUEST =
            """
            mode 32
            cr0 0x80010011
            cr3 0x1000
            memslot 0 0 0x100000
            mem32 0x1004 0x2007
            mem32 0x2004 0x10007
            ops
            """;

    /// Lets the small guest do some steps, opens that as a file, and waits until it stands.
    void openPlay(String steps) throws IOException, TimeoutException {
        untilALessonIsOpen();
        Path scenario = home.resolve("read.scn");
        Files.writeString(scenario, SMALL_GUEST + steps);
        robot.interact(() -> workspace().open(scenario));
        until("free play is open", () -> workspace().freePlay().playProperty().get().isPresent());
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
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(value.call());
            } catch (Exception | AssertionError e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /// Presses keys together, as the system hands them to the window, and waits until all that
    /// follows from it is done.
    void press(KeyCode... keys) {
        get(() -> {
            Robot hands = new Robot();
            for (KeyCode key : keys) {
                hands.keyPress(real(key));
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                hands.keyRelease(real(keys[i]));
            }
            return keys.length;
        });
        untilAllIsLaidOut();
    }

    /// What has just come into the window listens to keys only from its first frame on.
    private void untilAllIsLaidOut() {
        CompletableFuture<Boolean> frame = new CompletableFuture<>();
        Runnable laidOut = () -> frame.complete(true);
        get(() -> {
            stage.getScene().addPostLayoutPulseListener(laidOut);
            Platform.requestNextPulse();
            return frame;
        });
        frame.orTimeout(20, TimeUnit.SECONDS).join();
        get(() -> {
            stage.getScene().removePostLayoutPulseListener(laidOut);
            return frame;
        });
    }

    /// Robots have no key of the name "shortcut".
    private static KeyCode real(KeyCode key) {
        return key == KeyCode.SHORTCUT ? KeyCode.CONTROL : key;
    }

    /// Types a text where the focus is, and presses Enter.
    void type(String text) {
        robot.write(text, 0);
        press(KeyCode.ENTER);
    }

    /// Presses a button, wherever it is.
    void fire(String query) {
        untilThereIs(query);
        robot.interact(() -> robot.lookup(query).queryAs(ButtonBase.class).fire());
    }

    /// Takes the focus to the picture.
    void leaveField() {
        get(() -> {
            Node picture = robot.lookup(".picture").query();
            picture.requestFocus();
            return picture;
        });
    }

    MainWindow window() {
        return (MainWindow) stage.getScene().getRoot();
    }

    /// Whether an action stands in a menu of the bar.
    boolean inMenu(String action) {
        MenuBar bar = robot.lookup("#menus").queryAs(MenuBar.class);
        return bar.getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .anyMatch(item -> ("item-" + action).equals(item.getId()));
    }

    /// The words of a label.
    String label(String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    ButtonBase button(String query) {
        return robot.lookup(query).queryAs(ButtonBase.class);
    }

    /// Goes on with Tab until the focus is at what has this id.
    void tabTo(String id) {
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            if (id.equals(focus())) {
                return;
            }
            passed.add(focus());
            press(KeyCode.TAB);
        }
        throw new AssertionError("Tab never led to " + id + ", but to " + passed);
    }

    /// The id of what has the focus; empty for none.
    String focus() {
        return get(() -> {
            Node focus = stage.getScene().getFocusOwner();
            return focus == null || focus.getId() == null ? "" : focus.getId();
        });
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
