package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The picture keeps its room, whatever is open and however large the words are.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX and JUnit fill the fields
class PanesJourneyTest {

    private Path home;
    private Journey journey;

    @Start
    void start(Stage stage) throws IOException {
        home = Files.createTempDirectory("shadewalk-panes");
        journey =
                Journey.begin(
                        stage,
                        home,
                        """
                        reduce-motion = true
                        window.width = 1280
                        window.height = 800
                        """);
    }

    private double width(String query) {
        return journey.get(() -> widthNow(query));
    }

    private double widthNow(String query) {
        return journey.robot().lookup(query).queryAs(Region.class).getWidth();
    }

    private void untilGone(String query) throws TimeoutException {
        journey.until(query + " is away", () -> journey.robot().lookup(query).tryQuery().isEmpty());
    }

    private void half() {
        double all = journey.get(() -> journey.stage().getScene().getWidth());
        double picture = width(".picture-pane");
        assertTrue(picture >= all / 2 - 1, picture + " of " + all);
    }

    @Test
    void lessonAndInspectorStandBesideThePicture() throws TimeoutException {
        journey.untilALessonIsOpen();
        journey.press(KeyCode.F4);
        journey.untilThereIs("#inspector");
        assertTrue(journey.sees("#lesson"));
        half();
    }

    @Test
    void largeWordsLeaveRoomForOneOfThem() throws TimeoutException {
        journey.untilALessonIsOpen();
        journey.robot().interact(() -> journey.workspace().appearance().scaleProperty().set(2));
        journey.press(KeyCode.F4);
        untilGone("#lesson");
        assertTrue(journey.sees("#inspector"));
        half();
        journey.press(KeyCode.F4);
        journey.untilThereIs("#lesson");
        half();
        journey.press(KeyCode.F4);
        untilGone("#lesson");
        journey.press(KeyCode.F3);
        untilGone("#inspector");
        assertTrue(journey.sees("#lesson"));
    }

    @Test
    void theLessonIsAsWideAsBeforeWhenTheWordsAre() throws TimeoutException {
        journey.untilALessonIsOpen();
        double before = width("#lesson");
        journey.press(KeyCode.SHORTCUT, KeyCode.EQUALS);
        journey.until("it is wider", () -> widthNow("#lesson") > before);
        journey.press(KeyCode.SHORTCUT, KeyCode.DIGIT0);
        journey.until("it is as before", () -> widthNow("#lesson") == before);
        assertEquals(before, width("#lesson"));
    }

    @Test
    void theToolsHaveOneRowBesideLessonAndInspector() throws TimeoutException {
        openOnASmallScreen();
        journey.press(KeyCode.F4);
        journey.untilThereIs("#inspector");
        journey.until("one row", () -> heightNow(".picture-tools") < 2 * heightNow("#address"));
        assertTrue(width("#address") > 100, "the address has room");
    }

    @Test
    void wordsOfThreeTimesTheirSizeLeaveThePictureAThirdOfTheHeight() throws TimeoutException {
        openOnASmallScreen();
        journey.robot()
                .interact(() -> journey.workspace().openLesson("030-bits-of-a-32-bit-entry.json"));
        journey.untilThereIs("#events");
        journey.robot().interact(() -> journey.workspace().appearance().scaleProperty().set(3));
        untilGone("#events");
        double all = journey.get(() -> journey.stage().getScene().getHeight());
        journey.until("the picture is large", () -> heightNow(".picture-stage") >= all / 3);
        // Somebody who asks for the events gets them.
        journey.press(KeyCode.F6);
        journey.untilThereIs("#events");
        journey.press(KeyCode.F6);
        untilGone("#events");
    }

    @Test
    void theEventsComeBackWhenTheWordsAreSmallAgain() throws TimeoutException {
        openOnASmallScreen();
        journey.robot()
                .interact(() -> journey.workspace().openLesson("030-bits-of-a-32-bit-entry.json"));
        journey.untilThereIs("#events");
        journey.robot().interact(() -> journey.workspace().appearance().scaleProperty().set(3));
        untilGone("#events");
        assertTrue(journey.get(() -> journey.window().panes().areEventsWanted()));
        journey.press(KeyCode.SHORTCUT, KeyCode.DIGIT0);
        journey.untilThereIs("#events");
    }

    @Test
    void aNoticeInLargeWordsStandsInTheWindowAndAboveWhatHappened() throws TimeoutException {
        openOnASmallScreen();
        journey.robot()
                .interact(() -> {
                    journey.workspace().appearance().scaleProperty().set(3);
                    journey.workspace().notices().done("The first thing was done.");
                    journey.workspace().notices().done("The event is on the clipboard.");
                });
        journey.until(
                "one notice, above the line",
                () -> {
                    var cards = journey.robot().lookup(".notice").queryAll();
                    if (cards.size() != 1) {
                        return false;
                    }
                    var card = cards.iterator().next();
                    var place = card.localToScene(card.getLayoutBounds());
                    var line = journey.robot().lookup("#timeline").query();
                    return place.getMinX() >= 0
                            && place.getMaxX() <= journey.stage().getScene().getWidth()
                            && place.getHeight() < 150
                            && place.getMaxY()
                                    < line.localToScene(line.getLayoutBounds()).getMinY();
                });
    }

    /// The screen of the tests has other measures.
    private void openOnASmallScreen() throws TimeoutException {
        journey.untilALessonIsOpen();
        journey.robot()
                .interact(() -> {
                    journey.stage().setWidth(1280);
                    journey.stage().setHeight(800);
                });
        journey.until("the window is so wide", () -> journey.stage().getScene().getWidth() == 1280);
    }

    private double heightNow(String query) {
        return journey.robot().lookup(query).queryAs(Region.class).getHeight();
    }
}
