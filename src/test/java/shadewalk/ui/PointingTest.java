package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import shadewalk.read.Thing;

/// What the window says to somebody who only points at things.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX and JUnit fill the fields
class PointingTest {

    private static final PseudoClass LATER = PseudoClass.getPseudoClass("later");

    private Journey journey;

    @Start
    void start(Stage stage) throws IOException {
        journey =
                Journey.begin(
                        stage,
                        Files.createTempDirectory("shadewalk-pointing"),
                        "reduce-motion = true\n");
    }

    private Optional<ContextMenu> menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(menu -> "picture-menu".equals(menu.getId()))
                .findFirst();
    }

    /// As the system asks for a menu: with the pointer, or with the key of the selected thing.
    private void askForAMenu(boolean byKey) {
        Node picture = journey.get(() -> journey.window().picture());
        Point2D middle =
                journey.get(() -> picture.localToScreen(picture.getLayoutBounds().getCenterX(), 9));
        journey.robot()
                .interact(() ->
                        Event.fireEvent(
                                picture,
                                new ContextMenuEvent(
                                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                        0,
                                        0,
                                        middle.getX(),
                                        middle.getY(),
                                        byKey,
                                        null)));
    }

    @Test
    void aThingHasAMenuThatAnswersWhichSptesAWriteTouches() throws IOException, TimeoutException {
        journey.openPlay("read u 0x401234\n");
        Thing entry = new Thing.ShadowTable(1);
        journey.robot().interact(() -> journey.workspace().session().select(entry));
        askForAMenu(true);
        journey.until("the menu is open", () -> menu().isPresent());
        List<MenuItem> items = journey.get(() -> menu().orElseThrow().getItems());
        MenuItem touched =
                items.stream()
                        .filter(item -> "item-touched".equals(item.getId()))
                        .findFirst()
                        .orElseThrow();
        assertEquals("Which SPTEs does a write touch?", touched.getText());
        assertEquals(
                Optional.of(entry),
                journey.get(() -> journey.workspace().session().selectionProperty().get()));
        journey.robot().interact(touched::fire);
        journey.untilThereIs("#touch-answer");
    }

    @Test
    void aPointerThatAsksForAMenuSelectsWhatIsUnderIt() throws IOException, TimeoutException {
        journey.openPlay("read u 0x401234\n");
        journey.robot()
                .interact(() -> journey.workspace().session().select(new Thing.ShadowTable(1)));
        askForAMenu(false);
        journey.until("the menu is open", () -> menu().isPresent());
        assertEquals(
                Optional.empty(),
                journey.get(() -> journey.workspace().session().selectionProperty().get()));
    }

    @Test
    void whatIsStillToComeIsPalerInTheList() throws IOException, TimeoutException {
        journey.openPlay("read u 0x401234\n");
        journey.robot().interact(() -> journey.workspace().eventListProperty().set(true));
        journey.untilThereIs("#events");
        journey.robot().interact(() -> journey.workspace().session().toStart());
        journey.until("all is still to come", () -> later(true) > 3 && later(false) == 0);
        journey.robot().interact(() -> journey.workspace().session().toEnd());
        journey.until("nothing is still to come", () -> later(true) == 0 && later(false) > 3);
    }

    private long later(boolean is) {
        return journey.robot().lookup(".event").queryAllAs(ListCell.class).stream()
                .filter(cell -> !cell.isEmpty())
                .filter(cell -> cell.getPseudoClassStates().contains(LATER) == is)
                .count();
    }

    @Test
    void theTimelineSaysWhatHappenedUnderThePointer() throws IOException, TimeoutException {
        journey.openPlay("read u 0x401234\n");
        Node timeline = journey.robot().lookup("#timeline").query();
        journey.robot().moveTo(timeline);
        journey.until(
                "the words are there",
                () ->
                        Window.getWindows().stream()
                                .filter(Tooltip.class::isInstance)
                                .map(Tooltip.class::cast)
                                .anyMatch(tip -> tip.getText().matches("\\d+  [A-Z].*: .+")));
    }

    @Test
    void goodNewsLeavesByItselfAndAProblemStays() throws TimeoutException {
        journey.untilALessonIsOpen();
        journey.robot()
                .interact(() -> {
                    journey.workspace().notices().problem("it is broken");
                    journey.workspace().notices().done("it is done");
                });
        assertEquals(2, shownNotices());
        journey.until("the good news has left", () -> shownNow() == 1);
        assertEquals(
                "it is broken",
                journey.get(() -> journey.workspace().notices().shown().getFirst().text()));
    }

    private int shownNotices() {
        return journey.get(this::shownNow);
    }

    private int shownNow() {
        return journey.workspace().notices().shown().size();
    }
}
