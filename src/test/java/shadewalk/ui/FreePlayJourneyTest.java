package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.matcher.control.LabeledMatchers;
import shadewalk.scenario.FreePlay;

/// Somebody tries things out: does a step, leaves the run in the middle, compares, and comes back
/// after the program was killed.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX and JUnit fill the fields
class FreePlayJourneyTest {

    private Path home;
    private Journey journey;

    @Start
    void start(Stage stage) throws IOException {
        home = Files.createTempDirectory("shadewalk-free-play");
        journey = Journey.begin(stage, home, new ChosenFiles(home));
    }

    @BeforeEach
    void openScenario() throws IOException, TimeoutException {
        journey.openPlay("read s 0x401234\n");
    }

    private FreePlay play() {
        return journey.get(() -> journey.workspace().freePlay().playProperty().get().orElseThrow());
    }

    private int events() {
        return journey.get(() -> journey.workspace().session().timeline().size());
    }

    private void type(String step) {
        journey.robot().clickOn("#free-step").write(step).push(KeyCode.ENTER);
    }

    @Test
    void aStepInTheMiddleBeginsABranchThatCanBeCompared() {
        journey.robot()
                .interact(() -> {
                    var session = journey.workspace().session();
                    session.jump(session.timeline().stepStart(1));
                });
        type("write s 0x401000 7");
        assertEquals(2, play().size());
        assertEquals(1, journey.get(() -> journey.workspace().freePlay().branchProperty().get()));

        journey.robot().clickOn("#free-compare");
        int differences =
                journey.get(() ->
                        journey.robot()
                                .lookup("#difference-table")
                                .queryAs(TableView.class)
                                .getItems()
                                .size());
        assertTrue(differences > 0);
    }

    @Test
    void whatIsDoneWhileAStepPlaysFollowsThatStep() {
        journey.press(KeyCode.END);
        slowly(() -> type("write s 0x401000 7"));
        assertTrue(journey.get(() -> journey.workspace().player().playing()));

        journey.robot().interact(() -> journey.workspace().freePlay().fork());

        assertEquals(2, play().size());
        assertEquals(
                List.of("read s 0x00401234 4", "write s 0x00401000 0x00000007 4", "branch 1:"),
                listed());
        assertEquals(journey.position(), events());
    }

    @Test
    void aBranchOutOfTheMiddleOfAStepSaysSo() {
        journey.robot()
                .interact(() -> {
                    var session = journey.workspace().session();
                    session.jump(session.timeline().stepEnd(1) - 2);
                    journey.workspace().freePlay().fork();
                });
        assertEquals(
                List.of("branch 1, which leaves in the middle of read s 0x00401234 4:"), listed());
    }

    @Test
    void theTypedStepIsSaidInWords() {
        journey.robot().clickOn("#free-step").write("write u 0x");
        assertTrue(
                journey.label("#free-meaning").contains("user program (ring 3)"),
                () -> journey.label("#free-meaning"));
    }

    @Test
    void theWayToABranchLeadsBackAndTheMenuLeadsAnywhere() {
        journey.press(KeyCode.END);
        for (int i = 0; i < 2; i++) {
            journey.robot().interact(() -> journey.workspace().freePlay().fork());
        }
        assertEquals(List.of("read.scn", "branch 1", "branch 2"), crumbs());

        journey.robot().clickOn(crumb("branch 1"));
        assertEquals(1, branch());
        assertEquals(List.of("read.scn", "branch 1"), crumbs());

        journey.robot().clickOn("#free-all-branches").clickOn("#branch-2");
        assertEquals(2, branch());
        assertTrue(
                journey.get(() -> {
                    var bar = journey.robot().lookup("#free-branches").query();
                    return journey.robot().lookup(".crumb").queryAll().stream()
                            .allMatch(each ->
                                    each.getBoundsInParent().getMaxX()
                                            <= bar.getLayoutBounds().getMaxX() + 1);
                }),
                "no crumb is cut off");
    }

    private int branch() {
        return journey.get(() -> journey.workspace().freePlay().branchProperty().get());
    }

    private Node crumb(String name) {
        return journey.robot().lookup(".crumb").match(LabeledMatchers.hasText(name)).query();
    }

    private List<String> crumbs() {
        return journey.get(() ->
                journey.robot().lookup(".crumb").queryAllAs(Button.class).stream()
                        .map(Button::getText)
                        .toList());
    }

    private void slowly(Runnable what) {
        journey.get(() -> {
            journey.workspace().player().speedProperty().set(0.25);
            return 0;
        });
        what.run();
    }

    private List<String> listed() {
        return journey.get(() ->
                journey.robot().lookup("#free-done").<String>queryListView().getItems().stream()
                        .toList());
    }

    @Test
    void whatWasDoneIsOfferedAgainAfterAKill() throws TimeoutException {
        journey.press(KeyCode.END);
        type("invlpg 0x401000");
        int events = events();
        journey.until("it is kept", () -> Files.exists(home.resolve("free-play.json")));

        Journey second = journey.killAndStartAgain();
        second.untilALessonIsOpen();
        assertTrue(second.sees("#notice-offer"));
        second.robot().clickOn("#notice-offer");
        second.until(
                "the play is back", () -> second.workspace().session().timeline().size() == events);
    }

    @Test
    void aStepThatMakesNoSenseIsExplained() {
        int events = events();
        type("read x 0x401000");
        String notice = journey.get(() -> journey.workspace().notices().shown().getFirst().text());
        assertTrue(notice.contains("sac"), notice);
        assertEquals(events, events());
    }

    @Test
    void aBrokenFileLeavesEverythingAsItIs() throws IOException, TimeoutException {
        int events = events();
        Path broken = home.resolve("broken.json");
        Files.writeString(broken, "{\"id\": }");
        journey.robot().interact(() -> journey.workspace().open(broken));
        journey.until("a notice says so", () -> !journey.workspace().notices().shown().isEmpty());
        String notice = journey.get(() -> journey.workspace().notices().shown().getFirst().text());
        assertTrue(notice.contains("1:8"), notice);
        assertEquals(events, events());
        assertFalse(journey.get(() -> journey.workspace().lesson().isActive()));
    }
}
