package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import shadewalk.export.format.Export;
import shadewalk.export.format.ExportChoices;
import shadewalk.export.format.ExportFormat;
import shadewalk.export.format.ExportSource;
import shadewalk.lesson.session.Framing;
import shadewalk.ui.export.Copier;

/// Somebody takes pictures out of the window by copying and dragging.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX fills the fields
class ExportHandsTest {

    private Path home;
    private Journey journey;

    @Start
    void start(Stage stage) throws IOException {
        home = Files.createTempDirectory("shadewalk-hands");
        journey = Journey.begin(stage, home, new ChosenFiles(home));
    }

    @Test
    void thePictureOnTheClipboardIsTheOneOfTheFile() throws Exception {
        journey.untilALessonIsOpen();
        ExportSheet sheet = ExportSheet.open(journey);
        sheet.fire("#export-copy-picture");
        Image copied = journey.get(() -> Clipboard.getSystemClipboard().getImage());
        Image drawn = drawn();
        assertEquals(drawn.getWidth(), copied.getWidth());
        assertEquals(drawn.getHeight(), copied.getHeight());
        for (int y = 0; y < drawn.getHeight(); y += 7) {
            for (int x = 0; x < drawn.getWidth(); x += 7) {
                assertEquals(
                        drawn.getPixelReader().getArgb(x, y),
                        copied.getPixelReader().getArgb(x, y),
                        x + ", " + y);
            }
        }
    }

    @Test
    void theTextOnTheClipboardIsThatOfThePicture() throws Exception {
        journey.untilALessonIsOpen();
        ExportSheet sheet = ExportSheet.open(journey);
        sheet.fire("#export-copy-text");
        String copied = journey.get(() -> Clipboard.getSystemClipboard().getString());
        List<String> lines = copied.lines().toList();
        List<String> told = journey.get(() -> source().now().shot(Framing.USUAL).diagram().plain());
        assertEquals(told, lines);
        assertTrue(lines.stream().allMatch(line -> line.length() <= 72), copied);
    }

    @Test
    void whatIsDraggedOutOpensItsMomentAgain() throws Exception {
        journey.untilALessonIsOpen();
        int position = journey.position();
        var content = journey.get(() -> Copier.dragged(source(), ExportChoices.FIRST));
        Path file = content.getFiles().getFirst().toPath();
        assertEquals("why-shadow-1-walk.svg", String.valueOf(file.getFileName()));
        assertTrue(content.hasImage());
        var out = new ByteArrayOutputStream();
        ExportFormat.SVG.write(journey.get(this::shown), out);
        assertArrayEquals(out.toByteArray(), Files.readAllBytes(file));

        journey.robot().interact(() -> journey.workspace().open(file));
        journey.until(
                "the picture is open",
                () -> journey.workspace().freePlay().playProperty().get().isPresent());
        assertEquals(position, journey.position());
    }

    @Test
    void aPictureIsDragged() throws Exception {
        assertTrue(isDragged(ExportFormat.PNG));
    }

    @Test
    void whatTakesLongIsNotDragged() throws Exception {
        assertFalse(isDragged(ExportFormat.DECK));
    }

    private boolean isDragged(ExportFormat kind) throws Exception {
        journey.untilALessonIsOpen();
        ExportSheet.open(journey).choose(kind);
        Node preview = journey.robot().lookup("#export-preview").query();
        MouseEvent[] seen = new MouseEvent[1];
        preview.addEventHandler(MouseEvent.DRAG_DETECTED, event -> seen[0] = event);
        drag(preview);
        return journey.get(() -> seen[0].isConsumed());
    }

    /// The hand presses, moves and lets go. JavaFX without a display knows drags up to where the
    /// system would take over.
    private void drag(Node node) {
        try {
            journey.get(() -> {
                Bounds place = node.localToScreen(node.getLayoutBounds());
                Robot hand = new Robot();
                hand.mouseMove(place.getCenterX(), place.getCenterY());
                hand.mousePress(MouseButton.PRIMARY);
                for (int moved = 10; moved <= 40; moved += 10) {
                    hand.mouseMove(place.getCenterX() + moved, place.getCenterY());
                }
                return hand;
            });
        } catch (CompletionException e) {
            assertInstanceOf(UnsupportedOperationException.class, e.getCause());
        }
        journey.get(() -> {
            Robot hand = new Robot();
            hand.mouseRelease(MouseButton.PRIMARY);
            return hand;
        });
    }

    private ExportSource source() {
        return Sight.of(journey.workspace(), Optional.empty()).orElseThrow();
    }

    private Export shown() {
        return Export.of(source().now(), Framing.USUAL);
    }

    private Image drawn() throws IOException {
        var out = new ByteArrayOutputStream();
        ExportFormat.PNG.write(journey.get(this::shown), out);
        return new Image(new ByteArrayInputStream(out.toByteArray()));
    }
}
