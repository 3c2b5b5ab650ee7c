package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import shadewalk.ui.export.ExportKind;
import shadewalk.ui.export.ExportSource;

/// Somebody exports what the window shows, and opens it again.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX fills the fields
class ExportJourneyTest {

    private Path home;
    private Journey journey;

    @Start
    void start(Stage stage) throws IOException {
        home = Files.createTempDirectory("shadewalk-export");
        journey = Journey.begin(stage, home, new ChosenFiles(home));
    }

    @Test
    void aPictureIsSavedAndOpensItsMomentAgain() throws TimeoutException {
        journey.untilALessonIsOpen();
        int position = journey.position();
        openSheet();
        Path file = home.resolve("why-shadow-1-walk.svg");
        fire("#export-save");
        journey.until("the picture is saved", () -> Files.exists(file));
        journey.until("how is remembered", () -> Files.exists(home.resolve("export.properties")));

        journey.robot().interact(() -> journey.workspace().open(file));
        journey.until(
                "the picture is open",
                () -> journey.workspace().freePlay().playProperty().get().isPresent());
        assertEquals(position, journey.position());
    }

    @Test
    void theFutureThatAQuestionHidesIsNotExported() throws TimeoutException {
        journey.untilALessonIsOpen();
        journey.robot().interact(() -> journey.workspace().lesson().go(1));
        ExportSource source =
                journey.get(() ->
                        Sight.of(journey.workspace(), java.util.Optional.empty()).orElseThrow());
        assertTrue(source.now().asking());
        assertEquals(2, source.steps().size());
        assertTrue(source.steps().getLast().asking());
        openSheet();
        assertTrue(journey.get(() -> lookup("#export-carry", CheckBox.class).isDisabled()));
    }

    @Test
    void onlyWhatMakesADifferenceCanBeChosen() throws TimeoutException {
        journey.untilALessonIsOpen();
        openSheet();
        assertTrue(journey.get(() -> lookup("#export-scale", ChoiceBox.class).isDisabled()));
        journey.robot().interact(() -> choose(ExportKind.PNG));
        assertTrue(journey.get(() -> !lookup("#export-scale", ChoiceBox.class).isDisabled()));
        journey.robot().interact(() -> choose(ExportKind.EVENTS));
        assertTrue(journey.get(() -> lookup("#export-theme", ChoiceBox.class).isDisabled()));
        fire("#export-save");
        Path file = home.resolve("why-shadow-1-walk.csv");
        journey.until("the data are saved", () -> Files.exists(file));
    }

    private void openSheet() throws TimeoutException {
        journey.press(KeyCode.CONTROL, KeyCode.S);
        journey.until(
                "the preview is drawn",
                () -> lookup("#export-preview .image-view", ImageView.class).getImage() != null);
    }

    @SuppressWarnings("unchecked")
    private void choose(ExportKind kind) {
        ((ChoiceBox<ExportKind>) lookup("#export-kind", ChoiceBox.class)).setValue(kind);
    }

    private void fire(String button) {
        journey.robot().interact(() -> lookup(button, Button.class).fire());
    }

    private <T extends javafx.scene.Node> T lookup(String query, Class<T> type) {
        return journey.robot().lookup(query).queryAs(type);
    }
}
