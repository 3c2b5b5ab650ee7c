package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A learner does a walk by hand, with keys and with clicks.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX and JUnit fill the fields
class WalkByHandTest {

    private Journey journey;

    @Start
    void start(Stage stage) throws IOException {
        Path home = Files.createTempDirectory("shadewalk-by-hand");
        journey = Journey.begin(stage, home, new ChosenFiles(home));
    }

    private void type(String words) {
        journey.robot().clickOn("#hand-typed").write(words).push(KeyCode.ENTER);
    }

    private String words(String label) {
        return journey.get(() -> journey.robot().lookup(label).queryAs(Labeled.class).getText());
    }

    private int done() {
        return journey.get(() ->
                journey.robot().lookup("#hand-done").queryAs(VBox.class).getChildren().size());
    }

    @Test
    void theWalkOfTheAddressIsDonePickByPick() throws TimeoutException {
        journey.untilALessonIsOpen();
        journey.press(KeyCode.SHORTCUT, KeyCode.Y);
        type("cr0");
        assertEquals(0, done());
        type("cr3");
        assertEquals(1, done());
        ListView<?> entries = journey.robot().lookup("#hand-choices").queryAs(ListView.class);
        journey.robot()
                .interact(() -> {
                    entries.requestFocus();
                    entries.getSelectionModel().select(770);
                });
        journey.press(KeyCode.ENTER);
        assertTrue(words("#hand-verdict").contains("31:22"), words("#hand-verdict"));
        journey.follow("#hand-help");
        type("0x13234");
        assertEquals(4, done());
        String over = journey.workspace().texts().get("hand.over");
        assertEquals(over, journey.get(() -> prompt().getText()));

        journey.robot().clickOn("#hand-shadow");
        assertEquals(0, done());
        type("3");
        assertEquals(1, done());
    }

    private Label prompt() {
        return journey.robot().lookup("#hand-prompt").queryAs(Label.class);
    }
}
