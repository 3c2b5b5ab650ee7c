package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import shadewalk.read.OnStage;
import shadewalk.read.Picture;
import shadewalk.read.Thing;
import shadewalk.ui.action.Action;
import shadewalk.ui.command.Command;

/// Everything is reached by a part of its name, without a mouse.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX and JUnit fill the fields
class PaletteJourneyTest {

    private Journey journey;

    @Start
    void start(Stage stage) throws IOException {
        journey = Journey.beginStill(stage, Files.createTempDirectory("shadewalk-palette"));
    }

    private void openPalette() {
        journey.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.P);
        journey.untilThereIs("#palette-field");
        assertEquals("palette-field", journey.focus());
    }

    @SuppressWarnings("unchecked")
    private ListView<Command> list() {
        return journey.robot().lookup("#palette-list").queryAs(ListView.class);
    }

    private Command best(String typed) {
        journey.robot()
                .interact(() ->
                        journey.robot()
                                .lookup("#palette-field")
                                .queryAs(TextField.class)
                                .setText(typed));
        return journey.get(() -> list().getSelectionModel().getSelectedItem());
    }

    @Test
    void anActionIsFoundByItsNameAndDone() throws TimeoutException {
        journey.untilALessonIsOpen();
        journey.robot()
                .interact(() -> journey.workspace().openLesson("030-bits-of-a-32-bit-entry.json"));
        var picture = journey.workspace().picture();
        journey.until(
                "the quadrants are on stage",
                () -> picture.shows(OnStage.neededBy(Picture.QUADRANTS)).get());
        openPalette();
        journey.type("qadrants");
        assertFalse(journey.sees("#palette"));
        assertEquals(
                "quadrants",
                journey.get(() -> journey.workspace().picture().viewProperty().get().word()));
    }

    @Test
    void escapePutsItAwayAndTheFocusBack() throws TimeoutException {
        journey.untilALessonIsOpen();
        journey.leaveField();
        int position = journey.position();
        openPalette();
        journey.robot().write("step", 0);
        journey.press(KeyCode.ESCAPE);
        assertFalse(journey.sees("#palette"));
        assertEquals(position, journey.position());
        assertTrue(journey.get(() -> journey.robot().lookup(".picture").query().isFocused()));
    }

    @Test
    void arrowsChooseAmongWhatFits() throws TimeoutException {
        journey.untilALessonIsOpen();
        openPalette();
        journey.robot().write("copy", 0);
        String first = journey.get(() -> list().getSelectionModel().getSelectedItem().words());
        journey.press(KeyCode.DOWN);
        String second = journey.get(() -> list().getSelectionModel().getSelectedItem().words());
        assertFalse(first.equals(second), first);
        journey.press(KeyCode.UP);
        assertEquals(
                first, journey.get(() -> list().getSelectionModel().getSelectedItem().words()));
        String told =
                journey.get(
                        () -> journey.robot().lookup("#palette-field").query().getAccessibleHelp());
        assertTrue(told.startsWith(first), told);
    }

    @Test
    void whatCannotBeDoneSaysWhyAndStays() throws TimeoutException {
        journey.untilALessonIsOpen();
        openPalette();
        Command save = best("save session");
        assertTrue(save.whyNot().orElseThrow().contains("free play"), save::toString);
        journey.press(KeyCode.ENTER);
        assertTrue(journey.sees("#palette"));
    }

    @Test
    void everyActionThatCanBeGreySaysWhy() throws TimeoutException {
        journey.untilALessonIsOpen();
        List<String> silent = new ArrayList<>();
        for (Action action : journey.window().actions().all()) {
            boolean always = action.enabled().equals(Action.of("other", "", () -> {}).enabled());
            if (!always && !journey.workspace().texts().has("why." + action.id())) {
                silent.add(action.id());
            }
        }
        assertEquals(List.of(), silent);
    }

    @Test
    void lessonsAndTheirStepsAreFound() throws TimeoutException {
        journey.untilALessonIsOpen();
        journey.until(
                "the shelf is filled", () -> journey.workspace().shelf().entries().size() > 4);
        var other = journey.workspace().shelf().entries().get(4);
        openPalette();
        assertEquals(Command.Kind.LESSON, best(other.title()).kind());
        best(other.steps().get(1) + " " + other.title());
        journey.press(KeyCode.ENTER);
        journey.until(
                "that lesson is open",
                () ->
                        journey.workspace().lesson().stand().stream()
                                .anyMatch(now -> now.lesson().lesson().id().equals(other.id())));
    }

    @Test
    void aWordOfTheGlossaryIsExplained() throws TimeoutException {
        journey.untilALessonIsOpen();
        openPalette();
        assertEquals(Command.Kind.TERM, best("unsync page").kind());
        journey.press(KeyCode.ENTER);
        journey.until(
                "the word is explained",
                () -> journey.robot().lookup("#term").tryQuery().isPresent());
    }

    @Test
    void aTypedThingIsSelectedAndATypedAddressIsShown() throws IOException, TimeoutException {
        journey.openPlay("read s 0x401234\n");
        openPalette();
        journey.type("gfn1/e1");
        assertEquals(
                Optional.of("gfn1/e1"),
                journey.get(() ->
                        journey.workspace().session().selectionProperty().get().map(Thing::id)));
        openPalette();
        journey.type("0xc0801000");
        assertEquals(0xc0801000L, journey.get(() -> journey.workspace().picture().address().raw()));
        openPalette();
        assertTrue(best("add").kind() != Command.Kind.THING, "a word is no address");
        best("sp77");
        assertTrue(journey.get(() -> list().getItems().isEmpty()), "no such page");
    }

    @Test
    void whileAQuestionIsOpenNoAddressIsToBeHad() throws TimeoutException {
        journey.untilALessonIsOpen();
        journey.press(KeyCode.END);
        journey.until(
                "a question is asked",
                () -> journey.workspace().lesson().askingProperty().getValue());
        openPalette();
        assertTrue(best("0xc0801000").whyNot().isPresent());
    }

    @Test
    void itFitsInTheWindowHoweverLargeTheWordsAre() throws TimeoutException {
        journey.untilALessonIsOpen();
        journey.robot()
                .interact(() -> {
                    journey.stage().setWidth(1280);
                    journey.stage().setHeight(800);
                });
        for (double scale : new double[] {0.75, 1, 2, 3}) {
            journey.robot()
                    .interact(() -> journey.workspace().appearance().scaleProperty().set(scale));
            openPalette();
            journey.until(
                    "it lies within the window at " + scale,
                    () -> {
                        Region palette = journey.robot().lookup("#palette").queryAs(Region.class);
                        var place = palette.localToScene(palette.getLayoutBounds());
                        var scene = journey.stage().getScene();
                        return place.getMinX() >= 0
                                && place.getMaxX() <= scene.getWidth()
                                && place.getMaxY() <= scene.getHeight()
                                && list().getHeight() > 60;
                    });
            journey.press(KeyCode.ESCAPE);
        }
    }
}
