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
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import shadewalk.diagram.Shape;
import shadewalk.read.Picture;
import shadewalk.read.Telling;
import shadewalk.read.Thing;
import shadewalk.read.ThingIds;
import shadewalk.read.Twins;
import shadewalk.x86.Gva;

/// A learner asks the pictures: what if a bit were otherwise, which shadow pages stand for a table,
/// whose address is that, and what does the picture say in words.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX fills the field
class PicturesJourneyTest {

    private Journey journey;

    @Start
    void start(Stage stage) throws IOException {
        Path folder = Files.createTempDirectory("shadewalk-pictures");
        journey = Journey.begin(stage, folder, new ChosenFiles(folder));
    }

    @Test
    void flippingABit() throws TimeoutException {
        journey.untilAllIsOnStage();
        journey.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertEquals("What becomes of each bit", words("title"));
        journey.press(KeyCode.B);
        String question = words("title");
        assertTrue(question.startsWith("What if ") && question.endsWith("?"), question);
        assertTrue(journey.picture().description().contains("on a branch"));
        int position = journey.position();
        while (words("title").startsWith("What if ")) {
            journey.press(KeyCode.B);
        }
        assertEquals(position, journey.position(), "the run itself stays");
    }

    @Test
    void findingTheShadowPagesOfAGuestTable() throws TimeoutException {
        journey.untilAllIsOnStage();
        journey.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        journey.press(KeyCode.CONTROL, KeyCode.G);
        journey.robot().write("gfn 1\n");
        Thing table = ThingIds.of("gfn1").orElseThrow();
        assertEquals(Optional.of(table), selection());
        List<Thing> twins =
                journey.get(() -> Twins.of(journey.workspace().session().state(), table));
        assertEquals(List.of("sp0", "sp1", "sp2", "sp3"), twins.stream().map(Thing::id).toList());
        for (Thing twin : twins) {
            assertTrue(journey.picture().byId().containsKey(twin.id()), twin.id());
        }
        journey.press(KeyCode.CONTROL, KeyCode.G);
        journey.robot().write("sp99\n");
        assertEquals(Optional.of(table), selection(), "what is not there selects nothing");
    }

    @Test
    void lookingAtAnotherAddressAndComingBack() throws TimeoutException {
        journey.untilALessonIsOpen();
        long told = address();
        assertTrue(journey.robot().lookup("#address-back").tryQuery().isEmpty());
        journey.press(KeyCode.CONTROL, KeyCode.G);
        journey.robot().write("0x12345678\n");
        assertEquals(0x1234_5678L, address());
        journey.robot().clickOn("#address-back");
        assertEquals(told, address());
        assertTrue(journey.get(() -> journey.workspace().notices().shown().isEmpty()));
        journey.press(KeyCode.CONTROL, KeyCode.G);
        journey.robot().write("0x12345678\n");
        journey.leaveField();
        journey.press(KeyCode.ESCAPE);
        assertEquals(told, address());
    }

    @Test
    void askingWhatAWriteTouchesAboutAShadowEntry() throws TimeoutException {
        journey.untilALessonIsOpen();
        Thing entry = ThingIds.of("sp3/spte5").orElseThrow();
        journey.get(() -> {
            journey.workspace().session().select(entry);
            return entry;
        });
        journey.press(KeyCode.CONTROL, KeyCode.W);
        journey.untilThereIs("#touch-answer");
        String answer =
                journey.get(() ->
                        journey.robot().lookup("#touch-answer").queryAs(TextArea.class).getText());
        assertTrue(answer.startsWith("A 4-byte write to gpa 0x1c08 (gfn 1,"), answer);
        assertTrue(answer.contains("SPTE 5"), answer);
        journey.press(KeyCode.ESCAPE);
    }

    @Test
    void whatAWriteTouchesIsNotSaidWhileAQuestionMayAskIt() throws TimeoutException {
        journey.untilALessonIsOpen();
        journey.get(() -> {
            var telling = journey.workspace().picture().tellingProperty();
            telling.set(Telling.whileAsked(Picture.WALK));
            return telling;
        });
        journey.press(KeyCode.CONTROL, KeyCode.W);
        journey.untilThereIs("#touch-answer");
        String answer =
                journey.get(() ->
                        journey.robot().lookup("#touch-answer").queryAs(TextArea.class).getText());
        assertTrue(answer.startsWith("Answer the question first"), answer);
        journey.press(KeyCode.ESCAPE);
    }

    @Test
    void walkingUpTheAddressSpace() throws TimeoutException {
        journey.untilAllIsOnStage();
        journey.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        long before = address();
        journey.press(KeyCode.PAGE_UP);
        assertEquals((before & ~0x1f_ffffL) + 0x20_0000, address());
        journey.press(KeyCode.SHIFT, KeyCode.PAGE_UP);
        assertFalse(before >>> 30 == address() >>> 30, "another quarter");
    }

    @Test
    void readingThePictureAsText() throws TimeoutException {
        journey.untilALessonIsOpen();
        assertFalse(text().isVisible());
        journey.press(KeyCode.X);
        assertTrue(text().isVisible());
        String words = text().getText();
        assertTrue(words.startsWith(journey.picture().plain().getFirst()), words);
        journey.press(KeyCode.X);
        assertFalse(text().isVisible());
    }

    private TextArea text() {
        return journey.get(() -> journey.robot().lookup("#picture-text").queryAs(TextArea.class));
    }

    private long address() {
        Gva gva = journey.get(() -> journey.workspace().picture().address());
        return gva.raw();
    }

    private Optional<Thing> selection() {
        return journey.get(() -> journey.workspace().session().selectionProperty().get());
    }

    private String words(String id) {
        return journey.picture().byId().get(id) instanceof Shape.Text text ? text.text() : "";
    }
}
