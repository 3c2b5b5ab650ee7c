package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import shadewalk.read.Thing;
import shadewalk.read.differ.Difference;
import shadewalk.state.State;
import shadewalk.x86.Gfn;
import shadewalk.x86.GuestEntry;

/// What a learner does with a machine of their own.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX and JUnit fill the fields
class LearnerJourneysTest {

    private static final Gfn TABLE = new Gfn(2);

    private Journey journey;

    @Start
    void start(Stage stage) throws IOException {
        Path home = Files.createTempDirectory("shadewalk-learner");
        journey = Journey.beginStill(stage, home);
    }

    /// A new machine by its form, and a read in each half of its page table.
    @BeforeEach
    void startAMachine() throws TimeoutException {
        journey.untilALessonIsOpen();
        journey.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.M);
        journey.fire("#machine-start");
        journey.until("the machine runs", () -> play().isPresent());
        step("read s 0xc0801234");
        step("read s 0xc0a00000");
    }

    private Optional<?> play() {
        return journey.workspace().freePlay().playProperty().get();
    }

    private void step(String step) {
        journey.press(KeyCode.SHORTCUT, KeyCode.D);
        journey.press(KeyCode.SHORTCUT, KeyCode.A);
        journey.type(step);
        journey.press(KeyCode.END);
        journey.leaveField();
        journey.press(KeyCode.END);
    }

    private State state() {
        return journey.get(() -> journey.workspace().session().state());
    }

    /// Entry 1 of the page table.
    private long entry() {
        return Objects.requireNonNull(state().read(TABLE.at(4), 4));
    }

    private void select(Thing thing) {
        journey.get(() -> {
            journey.workspace().session().select(thing);
            journey.workspace().inspectorProperty().set(true);
            return thing;
        });
    }

    @Test
    void flippingABitChangesTheGuestsEntryAndLaterItsShadow() {
        Thing.GuestEntry entry = new Thing.GuestEntry(TABLE, 1);
        select(entry);
        long before = entry();
        assertTrue(GuestEntry.RW.in(before));
        journey.fire("#flip-RW");
        journey.press(KeyCode.END);
        long after = entry();
        assertEquals(GuestEntry.RW.clear(before), after);
    }

    @Test
    void theShadowPagesOfAGuestTableAreFoundByItsLinks() {
        select(new Thing.GuestTable(TABLE));
        journey.untilThereIs("#inspector .hyperlink");
        String link =
                journey.get(() ->
                        journey
                                .robot()
                                .lookup("#inspector .hyperlink")
                                .queryAllAs(Hyperlink.class)
                                .stream()
                                .filter(l -> l.getText().startsWith("sp"))
                                .peek(Hyperlink::fire)
                                .map(Hyperlink::getText)
                                .findFirst()
                                .orElseThrow());
        Thing selected =
                journey.get(() -> journey.workspace().session().selectionProperty().get())
                        .orElseThrow();
        assertEquals(link, selected.id());
        int page = ((Thing.ShadowTable) selected).page();
        assertEquals(TABLE, state().shadow().page(page).gfn());
        journey.fire("#role-quadrant");
        String other = journey.get(() -> journey.label("#role-lookup"));
        assertTrue(other.contains("finds"), other);
    }

    @Test
    void aReviewerAsksWhatAWriteTouchesAndCopiesTheAnswer() {
        select(new Thing.GuestEntry(new Gfn(1), 770));
        journey.press(KeyCode.SHORTCUT, KeyCode.W);
        journey.fire("#touch-copy");
        String answer = journey.get(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(answer.contains("entry 770"), answer);
        assertTrue(answer.contains("q3  SPTE 4 ") && answer.contains("q3  SPTE 5 "), answer);
        Button copy = journey.robot().lookup("#touch-copy").queryButton();
        assertEquals("Copied", journey.get(copy::getText));
    }

    @Test
    void theEscapeThatClosesAMenuPutsNothingElseAway() throws TimeoutException {
        select(new Thing.GuestEntry(new Gfn(1), 770));
        MenuBar menus = journey.robot().lookup("#menus").queryAs(MenuBar.class);
        Menu first = menus.getMenus().getFirst();
        journey.get(() -> {
            first.show();
            return first;
        });
        journey.until("the menu is open", first::isShowing);
        journey.press(KeyCode.ESCAPE);
        journey.until("the menu is closed", () -> !first.isShowing());
        assertTrue(journey.get(() -> journey.workspace().inspectorProperty().get()));
        assertTrue(
                journey.get(
                        () -> journey.workspace().session().selectionProperty().get().isPresent()));
        journey.press(KeyCode.ESCAPE);
        journey.press(KeyCode.ESCAPE);
        journey.until(
                "a second one closes the inspector",
                () -> !journey.workspace().inspectorProperty().get());
    }

    @Test
    void aForkKeepsBothBranchesAndShowsWhatDiffers() {
        int all = journey.get(() -> journey.workspace().session().timeline().size());
        journey.press(KeyCode.SHIFT, KeyCode.LEFT);
        journey.press(KeyCode.SHORTCUT, KeyCode.K);
        int branch = journey.get(() -> journey.workspace().freePlay().branchProperty().get());
        assertEquals(1, branch);
        step("invlpg 0xc0801234");
        Difference difference =
                journey.get(() -> journey.workspace().freePlay().compare(0, 1).orElseThrow());
        assertFalse(difference.items().isEmpty());
        journey.get(() -> {
            journey.workspace().freePlay().choose(0);
            return 0;
        });
        assertEquals(
                all, journey.get(() -> journey.workspace().session().timeline().size()).intValue());
    }
}
