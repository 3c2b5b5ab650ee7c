package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import shadewalk.text.Longer;

/// A window of 1280 by 800 in a language whose words are longer by two fifths.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX and JUnit fill the fields
class LongerLanguageTest {

    private static final Locale BEFORE = Locale.getDefault(Locale.Category.DISPLAY);

    private Journey journey;

    @BeforeAll
    static void speak() {
        Longer.make();
        Locale.setDefault(Locale.Category.DISPLAY, Longer.LOCALE);
    }

    @AfterAll
    static void speakAsBefore() {
        Locale.setDefault(Locale.Category.DISPLAY, BEFORE);
    }

    @Start
    void start(Stage stage) throws IOException {
        journey =
                Journey.begin(
                        stage,
                        Files.createTempDirectory("shadewalk-longer"),
                        "reduce-motion = true\nwindow.width = 1280\nwindow.height = 800\n");
    }

    /// Buttons whose words end in an ellipsis, unless a tip says them in full.
    private Set<String> cut() {
        return journey.get(() -> {
            Set<String> cut = new TreeSet<>();
            for (Node node : journey.stage().getScene().getRoot().lookupAll(".button")) {
                add(cut, node);
            }
            for (Node node : journey.stage().getScene().getRoot().lookupAll(".toggle-button")) {
                add(cut, node);
            }
            return cut;
        });
    }

    private static void add(Set<String> cut, Node node) {
        if (node instanceof ButtonBase button
                && button.isVisible()
                && !(button.getTooltip() != null
                        && words(button).endsWith(button.getTooltip().getText()))
                && button.lookup(".text") instanceof Text drawn
                && !drawn.getText().replace("\n", "").equals(words(button))) {
            cut.add(words(button) + " is drawn as " + drawn.getText());
        }
    }

    private static String words(Labeled button) {
        return button.getText() == null ? "" : button.getText();
    }

    @Test
    void noButtonIsCutInAnyPicture() throws TimeoutException {
        journey.untilALessonIsOpen();
        assertTrue(journey.button("#view-walk").getText().startsWith("W\u00e1lk"));
        for (KeyCode picture :
                new KeyCode[] {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4}) {
            journey.press(KeyCode.SHORTCUT, picture);
            assertEquals(Set.of(), cut());
        }
    }

    @Test
    void noButtonIsCutInTheSheets() throws TimeoutException {
        journey.untilALessonIsOpen();
        journey.press(KeyCode.SHORTCUT, KeyCode.S);
        journey.untilThereIs("#export-scale");
        assertEquals(Set.of(), cut());
        journey.press(KeyCode.ESCAPE);
        journey.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.M);
        assertEquals(Set.of(), cut());
        journey.press(KeyCode.ESCAPE);
        journey.press(KeyCode.SHORTCUT, KeyCode.Y);
        assertEquals(Set.of(), cut());
    }
}
