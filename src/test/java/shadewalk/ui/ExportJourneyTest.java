package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import shadewalk.export.format.ExportFormat;
import shadewalk.export.format.ExportSource;

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
        ExportSheet sheet = ExportSheet.open(journey);
        Path file = home.resolve("why-shadow-1-walk.svg");
        sheet.fire("#export-save");
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
                journey.get(() -> Sight.of(journey.workspace(), Optional.empty()).orElseThrow());
        assertTrue(source.now().view().isAsked());
        assertEquals(2, source.steps().size());
        assertTrue(source.steps().getLast().view().isAsked());
        assertTrue(ExportSheet.open(journey).isDisabled("#export-carry"));
    }

    @Test
    void onlyWhatMakesADifferenceCanBeChosen() throws TimeoutException {
        journey.untilALessonIsOpen();
        ExportSheet sheet = ExportSheet.open(journey);
        assertTrue(sheet.isDisabled("#export-scale"));
        sheet.choose(ExportFormat.PNG);
        assertFalse(sheet.isDisabled("#export-scale"));
        sheet.choose(ExportFormat.EVENTS);
        assertTrue(sheet.isDisabled("#export-theme"));
        sheet.fire("#export-save");
        Path file = home.resolve("why-shadow-1-walk.csv");
        journey.until("the data are saved", () -> Files.exists(file));
    }

    @Test
    void aLessonIsSavedAsAWebPageAsFarAsItHasBeenSeen() throws Exception {
        journey.untilALessonIsOpen();
        journey.robot().interact(() -> journey.workspace().lesson().go(1));
        ExportSheet sheet = ExportSheet.open(journey);
        sheet.choose(ExportFormat.PAGE);
        for (String box : List.of("#export-theme", "#export-scale", "#export-notes")) {
            assertTrue(sheet.isDisabled(box), box);
        }
        Path file = home.resolve("why-shadow-2-walk.html");
        sheet.fire("#export-save");
        journey.until("the page is saved", () -> Files.exists(file));
        String page = Files.readString(file);
        assertEquals(2, page.split("<template data-step=").length - 1);
        assertFalse(page.contains("<form"), "an open question's answer would stand in the page");
    }

    @Test
    void freePlayHasNoWebPage() throws Exception {
        journey.untilALessonIsOpen();
        ExportSheet sheet = ExportSheet.open(journey);
        sheet.choose(ExportFormat.PAGE);
        Path scenario = home.resolve("one.scn");
        Files.writeString(scenario, "mode 32\ncr0 0x80010011\nmemslot 0 0 0x100000\nops\nnop s\n");
        journey.robot().interact(() -> journey.workspace().open(scenario));
        sheet.untilChosen("#export-kind", ExportFormat.SVG);
    }
}
