package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import shadewalk.scenario.FreePlay;
import shadewalk.ui.theme.Fonts;

/// Somebody tries things out: does a step, leaves the run in the middle, compares, and comes back
/// after the program was killed.
@ExtendWith(ApplicationExtension.class)
class FreePlayJourneyTest {

    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init") // TestFX calls start before each test
    private Workspace workspace;

    @Start
    void start(Stage stage) {
        Fonts.load();
        workspace = new Workspace(Runnable::run, Runnable::run);
        workspace.appearance().reduceMotionProperty().set(true);
        ShadewalkApp.open(stage, workspace);
    }

    @BeforeEach
    void openScenario(FxRobot robot) throws Exception {
        Path scenario = folder.resolve("read.scn");
        Files.writeString(
                scenario,
                """
                mode 32
                cr0 0x80010011
                cr3 0x1000
                memslot 0 0 0x100000
                mem32 0x1004 0x2007
                mem32 0x2004 0x10007
                ops
                read s 0x401234
                """);
        workspace.freePlay().keepIn(folder.resolve("kept.json"));
        robot.interact(() -> workspace.open(scenario));
        robot.interact(() -> workspace.lessonProperty().set(true));
    }

    @Test
    void aStepInTheMiddleBeginsABranchThatCanBeCompared(FxRobot robot) {
        robot.interact(() -> workspace.session().jump(workspace.session().timeline().stepStart(1)));
        robot.clickOn("#free-step").write("write s 0x401000 7").push(KeyCode.ENTER);

        assertEquals(2, play().size());
        assertEquals(1, workspace.freePlay().branchProperty().get());

        robot.clickOn("#free-compare");
        TableView<?> table = robot.lookup("#difference-table").queryAs(TableView.class);
        assertFalse(table.getItems().isEmpty());
    }

    @Test
    void whatWasDoneIsThereAgainAfterAKill(FxRobot robot) {
        robot.interact(() -> workspace.session().toEnd());
        robot.clickOn("#free-step").write("invlpg 0x401000").push(KeyCode.ENTER);
        int events = workspace.session().timeline().size();

        robot.interact(() -> workspace.freePlay().close());
        robot.interact(() -> workspace.open(folder.resolve("kept.json")));

        assertEquals(events, workspace.session().timeline().size());
        assertEquals(2, play().branch(0).steps().size());
    }

    @Test
    void aStepThatMakesNoSenseIsExplained(FxRobot robot) {
        int events = workspace.session().timeline().size();
        robot.clickOn("#free-step").write("read x 0x401000").push(KeyCode.ENTER);

        assertTrue(
                workspace.notices().shown().getFirst().text().contains("sac"),
                () -> workspace.notices().shown().toString());
        assertEquals(events, workspace.session().timeline().size());
    }

    private FreePlay play() {
        return workspace.freePlay().playProperty().get().orElseThrow();
    }
}
