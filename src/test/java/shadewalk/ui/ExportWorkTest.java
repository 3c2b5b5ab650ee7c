package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ProgressBar;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import shadewalk.export.format.ExportChoices.Part;
import shadewalk.export.format.ExportFormat;
import shadewalk.text.Texts;
import shadewalk.ui.export.FileDialogs;
import shadewalk.ui.notice.Notice;

/// Somebody exports much, thinks better of it, and comes back another day.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX fills the fields
class ExportWorkTest {

    private Path home;
    private ChosenFiles files;
    private Journey journey;

    @Start
    void start(Stage stage) throws IOException {
        home = Files.createTempDirectory("shadewalk-work");
        files = new ChosenFiles(home);
        journey = Journey.begin(stage, home, files);
    }

    @Test
    void aLongExportShowsHowFarItIsAndCanBeStopped() throws Exception {
        journey.openPlay("read s 0x401234\n".repeat(500));
        ExportSheet sheet = ExportSheet.open(journey);
        sheet.choose(ExportFormat.GIF);
        sheet.choose("#export-scale", 4);
        List<Path> before = files();
        sheet.fire("#export-save");
        journey.until(
                "it says how far it is",
                () -> {
                    var bar = journey.robot().lookup("#jobs .progress-bar");
                    return bar.tryQueryAs(ProgressBar.class)
                            .filter(b -> b.getProgress() > 0)
                            .isPresent();
                });
        assertTrue(files().size() > before.size(), "it writes beside the name");
        assertFalse(files().stream().anyMatch(file -> file.toString().endsWith(".gif")));

        sheet.fire("#job-cancel");
        journey.until("it has stopped", () -> journey.workspace().jobs().running().isEmpty());
        assertEquals(before, files());
        assertEquals(
                List.of(), journey.get(() -> List.copyOf(journey.workspace().notices().shown())));
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyAfterAsking() throws Exception {
        journey.untilALessonIsOpen();
        Path file = home.resolve("mine.svg");
        Files.writeString(file, "old");
        ExportSheet sheet = ExportSheet.open(journey);

        files.willSaveAs("mine", false);
        sheet.fire("#export-save");
        assertEquals(List.of(file), files.questions());
        assertEquals(
                List.of(), journey.get(() -> List.copyOf(journey.workspace().jobs().running())));
        assertEquals("old", Files.readString(file));

        files.willSaveAs("mine", true);
        sheet.fire("#export-save");
        journey.until("it is replaced", () -> Files.readString(file).contains("<svg"));
        assertEquals(List.of(file, file), files.questions());
    }

    @Test
    void theQuestionNamesTheFileAndTakesNoForAnAnswer() throws Exception {
        journey.untilALessonIsOpen();
        Path file = home.resolve("mine.svg");
        for (ButtonType answer : List.of(ButtonType.CANCEL, ButtonType.OK)) {
            boolean[] may = {answer != ButtonType.OK};
            javafx.application.Platform.runLater(
                    () -> may[0] = new FileDialogs(journey.stage(), Texts.WINDOW).mayReplace(file));
            journey.untilThereIs(".dialog-pane");
            DialogPane pane = journey.robot().lookup(".dialog-pane").queryAs(DialogPane.class);
            assertEquals(file + " exists already. Replace it?", pane.getContentText());
            journey.robot().interact(() -> ((Button) pane.lookupButton(answer)).fire());
            assertEquals(answer == ButtonType.OK, may[0]);
        }
    }

    @Test
    void howOneLikesItIsRemembered() throws Exception {
        journey.untilALessonIsOpen();
        ExportSheet sheet = ExportSheet.open(journey);
        sheet.choose(ExportFormat.PNG);
        sheet.choose("#export-theme", "dark");
        sheet.choose("#export-scale", 3);
        sheet.choose("#export-part", Part.SELECTION);
        sheet.tick("#export-caption", false);
        sheet.fire("#export-save");
        journey.until("it is saved", () -> hasSaid("Saved as"));

        Journey later = journey.killAndStartAgain();
        later.untilALessonIsOpen();
        ExportSheet again = ExportSheet.open(later);
        assertEquals(ExportFormat.PNG, again.chosen("#export-kind"));
        assertEquals("dark", again.chosen("#export-theme"));
        assertEquals(3, again.chosen("#export-scale"));
        assertEquals(Part.SELECTION, again.chosen("#export-part"));
        assertFalse(again.isTicked("#export-caption"));
        assertTrue(again.isTicked("#export-notes"));
    }

    private boolean hasSaid(String beginning) {
        return journey.workspace().notices().shown().stream()
                .map(Notice::text)
                .anyMatch(sentence -> sentence.startsWith(beginning));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(home)) {
            return all.sorted().toList();
        }
    }
}
