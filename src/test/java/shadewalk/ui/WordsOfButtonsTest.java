package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import shadewalk.ui.action.WhyNot;

/// What buttons say of themselves: icons their words, grey ones why they are grey.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX and JUnit fill the fields
class WordsOfButtonsTest {

    private Journey journey;

    @Start
    void start(Stage stage) throws IOException {
        journey = Journey.beginStill(stage, Files.createTempDirectory("shadewalk-words"));
    }

    private List<ButtonBase> buttons() {
        Node root = journey.stage().getScene().getRoot();
        return Stream.of(".button", ".toggle-button")
                .flatMap(style -> root.lookupAll(style).stream())
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .filter(WordsOfButtonsTest::isSeen)
                .toList();
    }

    private static boolean isSeen(Node button) {
        for (Node at = button; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void everyIconHasATipAndAName() throws TimeoutException {
        journey.untilALessonIsOpen();
        List<String> mute = new ArrayList<>();
        journey.robot()
                .interact(() -> {
                    for (ButtonBase button : buttons()) {
                        boolean icon = button.getText() == null || button.getText().isEmpty();
                        boolean named =
                                button.getAccessibleText() != null
                                        && button.getTooltip() != null
                                        && !button.getTooltip().getText().isEmpty();
                        if (icon && button.getGraphic() != null && !named) {
                            mute.add(String.valueOf(button));
                        }
                    }
                });
        assertEquals(List.of(), mute);
    }

    @Test
    void everyGreyButtonSaysWhy() throws TimeoutException {
        journey.untilAllIsOnStage();
        journey.press(KeyCode.SHORTCUT, KeyCode.DIGIT4);
        List<String> grey = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        journey.robot()
                .interact(() -> {
                    for (ButtonBase button : buttons()) {
                        if (button.isDisabled()) {
                            grey.add(button.getId());
                            WhyNot.of(button)
                                    .ifPresentOrElse(_ -> {}, () -> silent.add(button.getId()));
                        }
                    }
                });
        assertEquals(List.of(), silent);
        assertTrue(grey.contains("lesson-back") && grey.contains("deal-whole"), grey::toString);
    }

    @Test
    void whoPointsAtAGreyButtonReadsWhyItIsGrey() throws TimeoutException {
        journey.untilALessonIsOpen();
        journey.robot().moveTo("#lesson-back");
        journey.until(
                "the reason shows",
                () ->
                        Window.getWindows().stream()
                                .filter(Tooltip.class::isInstance)
                                .map(Tooltip.class::cast)
                                .anyMatch(tip -> tip.getText().equals("This is the first step.")));
    }

    @Test
    void whatAFormatHasNotIsGreyAndSaysSo() throws TimeoutException {
        journey.untilALessonIsOpen();
        journey.press(KeyCode.SHORTCUT, KeyCode.S);
        journey.untilThereIs("#export-scale");
        journey.until(
                "a format without pixels says so",
                () ->
                        WhyNot.of(journey.robot().lookup("#export-scale").query())
                                .filter(why -> why.contains("pixels"))
                                .isPresent());
        assertEquals(
                Optional.empty(),
                journey.get(() -> WhyNot.of(journey.robot().lookup("#export-theme").query())));
    }

    @Test
    void iconsHaveWordsBesideThemWhereThereIsRoom() throws TimeoutException {
        journey.untilALessonIsOpen();
        assertEquals("", journey.get(() -> journey.button("#export").getText()));
        journey.robot().interact(() -> journey.stage().setWidth(1280));
        journey.until(
                "the word is there", () -> journey.button("#export").getText().equals("Export"));
        journey.press(KeyCode.F4);
        journey.until("it is away", () -> journey.button("#export").getText().isEmpty());
    }

    @Test
    void theKeysStandUnderATitleInColumnsOfOneWidth() throws TimeoutException {
        journey.untilALessonIsOpen();
        journey.press(KeyCode.F1);
        journey.untilThereIs(".all-keys");
        assertEquals("Keyboard shortcuts", journey.label(".all-keys > .scene-title"));
        journey.until(
                "two columns of one width",
                () -> {
                    List<Double> widths =
                            journey.robot().lookup(".all-keys .column").queryAll().stream()
                                    .map(column -> ((Region) column).getWidth())
                                    .toList();
                    return widths.size() == 2
                            && widths.getFirst() > 100
                            && Math.abs(widths.getFirst() - widths.getLast()) < 1;
                });
    }
}
