package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import shadewalk.ui.action.Action;

/// Somebody without a mouse.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX and JUnit fill the fields
class KeyboardJourneyTest {

    private Journey journey;

    @Start
    void start(Stage stage) throws IOException {
        Path home = Files.createTempDirectory("shadewalk-keys");
        journey = Journey.beginStill(stage, home);
    }

    @Test
    void aLessonIsDoneFromItsStartToItsEndWithKeysAlone() throws TimeoutException {
        journey.untilALessonIsOpen();
        int answered = 0;
        for (int i = 0; i < 100 && !(journey.stand().isLast() && journey.stand().arrived()); i++) {
            if (journey.stand().arrived() && !journey.stand().isOpen()) {
                giveUpByKeys();
                answered++;
            }
            journey.press(KeyCode.SHIFT, KeyCode.RIGHT);
        }
        assertTrue(journey.stand().isLast());
        assertTrue(answered > 0);
    }

    private void giveUpByKeys() {
        while (journey.sees("#hint")) {
            journey.tabTo("hint");
            journey.press(KeyCode.SPACE);
        }
        journey.tabTo("reveal");
        journey.press(KeyCode.SPACE);
        assertTrue(journey.stand().isOpen());
        journey.leaveField();
    }

    @Test
    void everyActionHasAKeyAndWordsAndStandsInAMenu() throws TimeoutException {
        journey.untilALessonIsOpen();
        for (Action action : journey.window().actions().all()) {
            assertTrue(action.key().isPresent(), action.id() + " has no key");
            String words = journey.workspace().texts().get("action." + action.id());
            assertFalse(words.isBlank(), action.id());
            assertTrue(journey.get(() -> journey.inMenu(action.id())), action.id());
        }
    }

    /// Every action whose key alone types a character.
    @Test
    void whatIsTypedIsNoShortcut() throws TimeoutException {
        journey.untilALessonIsOpen();
        journey.press(KeyCode.SHORTCUT, KeyCode.G);
        assertEquals("address", journey.focus());
        boolean asText = journey.get(() -> journey.workspace().picture().asTextProperty().get());
        int position = journey.position();
        String typed = "";
        for (Action action : journey.window().actions().all()) {
            boolean plain =
                    action.key().orElseThrow() instanceof KeyCodeCombination key
                            && key.getShortcut() == KeyCombination.ModifierValue.UP
                            && key.getAlt() == KeyCombination.ModifierValue.UP
                            && key.getShift() == KeyCombination.ModifierValue.UP
                            && key.getCode().isLetterKey();
            if (plain) {
                KeyCode code = ((KeyCodeCombination) action.key().orElseThrow()).getCode();
                journey.robot().write(code.getChar().toLowerCase(Locale.ROOT), 0);
                typed += code.getChar().toLowerCase(Locale.ROOT);
            }
        }
        assertTrue(typed.length() > 4, typed);
        assertEquals(
                typed,
                journey.get(() ->
                        journey.robot().lookup("#address").queryAs(TextField.class).getText()));
        assertEquals(
                asText, journey.get(() -> journey.workspace().picture().asTextProperty().get()));
        assertEquals(position, journey.position());
    }

    @Test
    void escapeClosesASheetAlsoFromAFieldToTypeIn() throws TimeoutException {
        journey.untilALessonIsOpen();
        int windows = journey.get(() -> Window.getWindows().size());
        journey.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.N);
        journey.until("a sheet is open", () -> Window.getWindows().size() == windows + 1);
        Window sheet = journey.get(() -> Window.getWindows().getLast());
        journey.until(
                "its field has the focus",
                () ->
                        sheet.isFocused()
                                && sheet.getScene().getFocusOwner() instanceof TextInputControl);
        journey.press(KeyCode.ESCAPE);
        journey.until("it is closed", () -> Window.getWindows().size() == windows);
    }

    @Test
    void viewsPanesAndLookUpsOpenByKey() throws TimeoutException {
        journey.untilAllIsOnStage();
        journey.press(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        assertEquals(
                "tables",
                journey.get(() -> journey.workspace().picture().viewProperty().get().word()));
        journey.press(KeyCode.F4);
        assertTrue(journey.sees("#inspector"));
        boolean list = journey.sees("#events");
        journey.press(KeyCode.F6);
        assertEquals(!list, journey.sees("#events"));
        if (list) {
            journey.press(KeyCode.F6);
        }
        journey.press(KeyCode.LEFT);
        journey.until(
                "the list shows where we are",
                () ->
                        journey.robot().lookup(".event").queryAll().stream()
                                .anyMatch(row ->
                                        row instanceof ListCell<?> cell && cell.isSelected()));
        journey.press(KeyCode.SHIFT, KeyCode.F1);
        assertTrue(journey.sees("#about-text"));
    }
}
