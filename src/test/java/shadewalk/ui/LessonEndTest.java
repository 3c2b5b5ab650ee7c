package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.homework.Grade;
import shadewalk.lesson.homework.Grader;
import shadewalk.lesson.homework.ResultFile;
import shadewalk.lesson.play.Challenge;

/// A learner has come to the end of a lesson: hands it in, plays on, or begins again.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX and JUnit fill the fields
class LessonEndTest {

    private Path home;
    private Journey journey;

    @Start
    void start(Stage stage) throws IOException {
        home = Files.createTempDirectory("shadewalk-lesson-end");
        journey = Journey.begin(stage, home, new ChosenFiles(home));
    }

    @BeforeEach
    void toTheEnd() throws TimeoutException {
        journey.untilALessonIsOpen();
        for (int i = 0; i < 100 && !(journey.stand().isLast() && journey.stand().arrived()); i++) {
            if (journey.stand().arrived() && !journey.stand().isOpen()) {
                journey.giveUp();
            }
            journey.press(KeyCode.SHIFT, KeyCode.RIGHT);
        }
    }

    private void fire(String button) {
        journey.robot().interact(() -> journey.robot().lookup(button).queryAs(Button.class).fire());
    }

    @Test
    void whatWasAnsweredIsHandedInAndGraded() throws TimeoutException {
        fire("#ending-result");
        journey.robot().clickOn("#result-name").write("Ann").push(KeyCode.ENTER);
        Path file = home.resolve("why-shadow-result.json");
        journey.until("the result is saved", () -> Files.exists(file));
        var result = ResultFile.read(file).value();
        assertTrue(result != null);
        Grade grade = new Grader(Glossary.load()).grade(result);
        assertEquals("Ann", grade.learner());
        assertEquals(Grade.Standing.GENUINE, grade.standing());
        assertEquals(grade.questions(), grade.revealed());
    }

    @Test
    void freePlayBeginsWhereTheLessonEndedAndLeadsBack() throws TimeoutException {
        int end = journey.position();
        fire("#ending-free-play");
        journey.until(
                "free play is open",
                () -> journey.workspace().freePlay().playProperty().get().isPresent());
        assertEquals(end, journey.position());
        fire("#back-to-lesson");
        journey.untilALessonIsOpen();
        assertTrue(journey.stand().isLast());
    }

    @Test
    void theButtonBelowLeadsToTheNextLessonAndHomeKnowsThatThisOneIsDone() throws TimeoutException {
        assertTrue(
                journey.get(() -> journey.workspace().progress("why-shadow").orElseThrow())
                        .finished());
        fire("#lesson-forward");
        journey.until(
                "the next lesson is open",
                () ->
                        journey.workspace()
                                .lesson()
                                .stand()
                                .filter(s -> s.lesson().lesson().id().equals("two-level-walk"))
                                .isPresent());
    }

    @Test
    void anExperimentIsDoneWhenTheEngineSaysSo() throws TimeoutException {
        fire("#ending-free-play");
        journey.until(
                "free play is open",
                () -> journey.workspace().freePlay().playProperty().get().isPresent());
        fire("#experiment-no-invlpg");
        var model = journey.workspace().freePlay();
        Challenge challenge = model.challenges().get(1);
        for (String step : journey.get(challenge::oneWay)) {
            assertFalse(journey.get(() -> model.isReached(challenge)), step);
            journey.robot().interact(() -> model.run(step));
        }
        assertTrue(journey.get(() -> model.isReached(challenge)));
        assertFalse(journey.get(() -> model.isReached(model.challenges().getFirst())));
    }

    @Test
    void beginningAgainForgetsAnswersUntilItIsTakenBack() {
        int last = journey.stand().index();
        journey.robot().interact(() -> journey.workspace().beginAgain());
        assertEquals(0, journey.stand().index());
        assertTrue(journey.stand().limit() < last);
        journey.robot().clickOn("#notice-offer");
        assertEquals(last, journey.stand().index());
    }
}
