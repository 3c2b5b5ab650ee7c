package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Palette;
import shadewalk.export.PictureFormat;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.ui.theme.Fonts;

/// A learner takes the first lesson: on, through its questions, to the end, and back.
@ExtendWith(ApplicationExtension.class)
class FirstLessonJourneyTest {

    private static final String LESSON = "020-the-two-level-walk.json";

    @SuppressWarnings("NullAway.Init") // TestFX calls start before each test
    private Workspace workspace;

    @Start
    void start(Stage stage) {
        Fonts.load();
        // Everything at once: a test sees no half-opened lesson.
        workspace = new Workspace(Runnable::run, Runnable::run);
        workspace.appearance().reduceMotionProperty().set(true);
        ShadewalkApp.open(stage, workspace);
        workspace.openBundled(LESSON);
    }

    @Test
    void thePictureOfEachStepIsTheSameOnTheWayBack(FxRobot robot) {
        List<Diagram> forth = new ArrayList<>();
        LessonPlayer lesson = lesson();
        forth.add(picture());
        while (lesson.index() < lesson.size() - 1) {
            giveAway(robot, lesson);
            robot.interact(() -> workspace.lessons().go(lesson.index() + 1));
            forth.add(picture());
        }

        List<Diagram> back = new ArrayList<>(List.of(picture()));
        while (lesson.index() > 0) {
            robot.interact(() -> workspace.lessons().previous());
            back.addFirst(picture());
        }

        assertEquals(lesson.size(), forth.size());
        assertEquals(forth, back);
    }

    @Test
    void aQuestionLocksTheFutureUntilItIsAnswered(FxRobot robot) {
        robot.push(KeyCode.ENTER);
        int locked = workspace.session().limit();
        robot.push(KeyCode.END);
        robot.push(KeyCode.RIGHT);
        assertEquals(locked, workspace.session().position());
        assertEquals(1, lesson().index());

        robot.clickOn("#question-field").write("771").push(KeyCode.ENTER);
        assertFalse(lesson().isAnswered(1));
        robot.interact(() -> robot.lookup("#question-field").queryAs(TextField.class).clear());
        robot.clickOn("#question-field").write("770").push(KeyCode.ENTER);

        assertTrue(lesson().isAnswered(1));
        assertTrue(workspace.session().limit() > locked);
    }

    @Test
    void theSavedPictureIsWellFormedAndNamesTheTablesOnScreen() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PictureFormat.SVG.write(picture(), Palette.LIGHT, 1, bytes);

        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(bytes.toByteArray()));

        assertEquals("svg", document.getDocumentElement().getTagName());
        String svg = bytes.toString(StandardCharsets.UTF_8);
        for (int page = 0; page < 4; page++) {
            assertTrue(svg.contains("id=\"sp" + page + "\""), "sp" + page + " is missing");
        }
    }

    @Test
    void aBrokenFileLeavesTheLessonAsItIs(FxRobot robot) throws Exception {
        var broken = Files.createTempFile("lesson", ".json");
        Files.writeString(broken, "{\"id\": }");

        robot.interact(() -> workspace.open(broken));
        WaitForAsyncUtils.waitForFxEvents();

        assertEquals(1, workspace.notices().shown().size());
        assertTrue(workspace.notices().shown().getFirst().text().contains("1:8"));
        assertEquals(0, lesson().index());
    }

    private void giveAway(FxRobot robot, LessonPlayer lesson) {
        if (!lesson.isAnswered(lesson.index())) {
            robot.interact(() -> workspace.lessons().reveal());
        }
    }

    private LessonPlayer lesson() {
        return workspace.lessons().lessonProperty().get().orElseThrow();
    }

    private Diagram picture() {
        return workspace.picture().diagram();
    }
}
