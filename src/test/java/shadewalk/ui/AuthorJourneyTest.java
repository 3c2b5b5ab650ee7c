package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import shadewalk.export.scene.PictureCheck;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.author.Draft;
import shadewalk.lesson.json.Problem;

/// Somebody writes a lesson in an editor and watches it in the window.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX and JUnit fill the fields
class AuthorJourneyTest {

    private Path home;
    private Journey journey;

    @Start
    void start(Stage stage) throws IOException {
        home = Files.createTempDirectory("shadewalk-author");
        journey = Journey.begin(stage, home, new ChosenFiles(home));
    }

    @BeforeEach
    void open() throws TimeoutException {
        journey.untilALessonIsOpen();
    }

    private Path newLesson() throws TimeoutException {
        journey.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.N);
        journey.robot().clickOn("#new-title").write("Two reads").push(KeyCode.ENTER);
        Path file = home.resolve("two-reads.json");
        journey.until("the new lesson is shown", () -> lessonId().equals("two-reads"));
        return file;
    }

    private String lessonId() {
        return journey.workspace().lesson().stand().orElseThrow().lesson().lesson().id();
    }

    private Draft draft() {
        return journey.workspace().author().draftProperty().get().orElseThrow();
    }

    private List<Problem> problemsOnceThereAre(int wanted) throws TimeoutException {
        journey.until(wanted + " problems", () -> draft().problems().size() == wanted);
        return journey.get(() -> draft().problems());
    }

    /// As editors do it: a new file takes the place of the old one.
    private void save(Path file, String text) throws IOException {
        Path fresh = Files.writeString(home.resolve("fresh"), text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void aNewLessonIsValidAndEverySaveIsShownAtTheSameStep() throws Exception {
        Path file = newLesson();
        assertEquals(List.of(), PictureCheck.check(file, Glossary.load()));

        String one = Files.readString(file);
        String step = one.substring(one.indexOf("    {\n      \"title\": \"First touch\""));
        step = step.substring(0, step.indexOf("\n    }") + 6);
        save(file, one.replace(step, step + ",\n" + step.replace("First touch", "Again")));
        journey.until("two steps", () -> stand().lesson().size() == 2);
        journey.robot().interact(() -> journey.workspace().lesson().go(1));

        save(file, Files.readString(file).replace("\"Again\"", "\"Once more\""));
        journey.until("the new title", () -> stand().scene().stop().title().equals("Once more"));
        assertEquals(1, journey.stand().index());
    }

    private shadewalk.ui.lesson.Stand stand() {
        return journey.workspace().lesson().stand().orElseThrow();
    }

    @Test
    void aProblemIsListedWithItsLineAndWhatWasShownStays() throws Exception {
        Path file = newLesson();
        String good = Files.readString(file);
        save(file, good.replace("{{page}}", "{{pgae}}"));
        List<Problem> problems = problemsOnceThereAre(1);
        assertTrue(problems.getFirst().path().startsWith("$.steps[0].narration"));
        ListView<?> list = journey.robot().lookup("#author-problems").queryAs(ListView.class);
        journey.robot().interact(() -> list.getSelectionModel().select(0));
        Label excerpt = journey.robot().lookup("#author-excerpt").queryAs(Label.class);
        assertTrue(excerpt.getText().contains("{{pgae}}"), excerpt.getText());

        save(file, "{");
        problemsOnceThereAre(1);
        assertTrue(journey.get(() -> journey.workspace().lesson().isActive()));

        save(file, good);
        problemsOnceThereAre(0);
        journey.robot().clickOn("#author-stop");
        assertFalse(journey.get(() -> journey.workspace().author().isActive()));
    }

    @Test
    void whatWasDoneInFreePlayBecomesALesson() throws Exception {
        journey.robot().interact(journey.workspace()::playFreely);
        journey.robot().clickOn("#free-step").write("read s 0xc0801234").push(KeyCode.ENTER);
        journey.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.E);
        journey.robot().clickOn("#new-title").write("Tried").push(KeyCode.ENTER);
        journey.until("the lesson is shown", () -> lessonId().equals("tried"));
        assertEquals(List.of(), PictureCheck.check(home.resolve("tried.json"), Glossary.load()));
        assertEquals(
                List.of("read s 0xc0801234 4"),
                journey.get(() -> stand().lesson().lesson().stops().getLast().actions()));
    }
}
