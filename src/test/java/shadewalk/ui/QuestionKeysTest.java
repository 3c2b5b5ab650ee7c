package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import shadewalk.diagram.Extent;
import shadewalk.diagram.note.DrawnPlaces;
import shadewalk.read.Thing;
import shadewalk.ui.session.Flag;

/// Somebody without a mouse answers every kind of question.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX and JUnit fill the fields
class QuestionKeysTest {

    private static final Path LESSON = Path.of("src/test/resources/questions/every-kind.json");

    private Journey journey;

    @Start
    void start(Stage stage) throws IOException {
        journey = Journey.beginStill(stage, Files.createTempDirectory("shadewalk-question-keys"));
    }

    @BeforeEach
    void open() throws TimeoutException {
        journey.untilALessonIsOpen();
        journey.get(() -> {
            journey.workspace().open(LESSON);
            return LESSON;
        });
        journey.until(
                "the lesson is open",
                () ->
                        journey.workspace()
                                .lesson()
                                .stand()
                                .filter(s -> s.lesson().lesson().id().equals("every-kind"))
                                .isPresent());
        journey.leaveField();
    }

    @Test
    void everyKindIsAnsweredByKeysAlone() throws TimeoutException {
        expect("Choose");
        journey.press(KeyCode.DIGIT1);
        assertFalse(journey.stand().isOpen());
        journey.press(KeyCode.DIGIT2);
        on("Pick an entry");

        pick("PTE 1:", KeyCode.SHORTCUT, KeyCode.DOWN);
        on("Pick a register");
        pick("CR3 ", KeyCode.SHORTCUT, KeyCode.UP);
        on("Pick a page");
        pick("guest page gfn", KeyCode.SHORTCUT, KeyCode.DOWN);
        on("Pick bits of the address");
        pick("bit 31 ", KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.DOWN);
        on("Pick a bit");
        pick("U/S ", KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.DOWN);
        on("Pick a bit of the shadow");
        pick("W 1", KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.UP);

        on("Type");
        journey.press(KeyCode.DIGIT7);
        journey.type("70");
        on("Order");
        putInOrder();
        on("Predict");
        journey.press(KeyCode.DIGIT1);
        on("The end");
        assertTheStepIsShownAsWritten();
    }

    /// The last step has a camera, a callout and a marker, and the one before has none.
    private void assertTheStepIsShownAsWritten() throws TimeoutException {
        journey.until("it is looked at closely", () -> part().isPresent());
        Extent seen = journey.get(this::part).orElseThrow();
        Thing thing =
                journey.get(() -> journey.workspace().session().selectionProperty().get())
                        .orElseThrow();
        Extent selected = new DrawnPlaces(journey.picture()).find(thing.id()).orElseThrow();
        assertEquals(selected.width() * selected.height(), selected.shared(seen), 1);
        assertTrue(journey.picture().byId().containsKey("note0/box"));
        assertEquals(
                List.of("the fault"),
                journey.get(() ->
                        journey.workspace().session().flagsProperty().get().stream()
                                .map(Flag::name)
                                .toList()));
        journey.press(KeyCode.SHIFT, KeyCode.LEFT);
        journey.until("all is seen again", () -> part().isEmpty());
    }

    /// The part of the picture that is seen, unless that is all of it.
    private Optional<Extent> part() {
        return journey.window().picture().visiblePart();
    }

    /// Goes through the picture by keys until it says that this is picked, and answers.
    private void pick(String wanted, KeyCode... next) throws TimeoutException {
        Set<String> passed = new HashSet<>();
        while (!picked().startsWith("You picked: " + wanted)) {
            assertTrue(passed.add(picked()), () -> wanted + " is not among " + passed);
            journey.press(next);
        }
        journey.press(KeyCode.ENTER);
        journey.until("it is right", () -> journey.workspace().lesson().stand().get().isOpen());
    }

    private String picked() {
        return journey.get(() -> journey.label("#picked"));
    }

    private void putInOrder() throws TimeoutException {
        String[] items = {"one", "two", "three"};
        for (int goal = 0; goal < items.length; goal++) {
            int at = goal;
            while (!item(at).equals(items[goal])) {
                at++;
            }
            for (; at > goal; at--) {
                journey.press(KeyCode.getKeyCode(Integer.toString(at + 1)));
            }
        }
        journey.press(KeyCode.ENTER);
        journey.until("it is right", () -> journey.workspace().lesson().stand().get().isOpen());
    }

    private String item(int at) {
        return journey.get(() -> journey.label("#item-" + (at + 1)));
    }

    /// Goes on to the next step, which has this title.
    private void on(String title) throws TimeoutException {
        journey.press(KeyCode.SHIFT, KeyCode.RIGHT);
        journey.press(KeyCode.SHIFT, KeyCode.RIGHT);
        expect(title);
    }

    private void expect(String title) throws TimeoutException {
        journey.until(
                "it is asked in " + title,
                () ->
                        journey.workspace()
                                .lesson()
                                .stand()
                                .filter(s -> s.scene().stop().title().equals(title) && s.arrived())
                                .isPresent());
    }

    @Test
    void aQuestionOutOfSightSaysSoAndEnterShowsIt() throws TimeoutException {
        goDown();
        assertEquals(0, journey.stand().index());
        assertFalse(journey.stand().isOpen());
    }

    /// Sees that something is below, and goes there.
    private void goDown() throws TimeoutException {
        journey.until("something is below", () -> !journey.button("#lesson-forward").isDisabled());
        assertTrue(
                journey.get(() -> journey.button("#lesson-forward").getText()).contains("below"));
        journey.press(KeyCode.ENTER);
        journey.until("all is seen", () -> journey.button("#lesson-forward").isDisabled());
    }

    @Test
    void aWrongAnswerMovesNothingUnderTheHand() throws TimeoutException {
        goDown();
        double before = journey.get(() -> place("#choice-1").getMinY());
        journey.press(KeyCode.DIGIT1);
        journey.untilThereIs("#remark #verdict");
        assertEquals(before, journey.get(() -> place("#choice-1").getMinY()), 1);
        Bounds verdict = journey.get(() -> place("#verdict"));
        double end = journey.get(() -> place("#lesson").getMaxY());
        assertTrue(verdict.getMaxY() < end, verdict + " ends above " + end);
    }

    private Bounds place(String query) {
        Node node = journey.robot().lookup(query).query();
        return node.localToScene(node.getLayoutBounds());
    }
}
