package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import shadewalk.diagram.Diagram;

/// A learner opens the program for the first time and goes through lesson 1.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX and JUnit fill the fields
class FirstWalkTest {

    @TempDir private Path home;
    private Journey journey;

    /// Where the learner stands.
    private record Place(int scene, int position) {}

    @Start
    void start(Stage stage) throws IOException {
        Path folder = Files.createTempDirectory("shadewalk-first-walk");
        home = folder;
        journey = Journey.beginStill(stage, folder);
    }

    @Test
    void theFirstStartOpensLessonOneAndEveryPictureIsTheSameForthAndBack() throws TimeoutException {
        journey.untilALessonIsOpen();
        assertEquals(0, journey.stand().index());
        toTheEndAnsweringAll();
        assertTrue(journey.stand().isLast());
        journey.press(KeyCode.HOME);

        Map<Place, Diagram> forth = new LinkedHashMap<>();
        while (forth.put(place(), unselected()) == null) {
            journey.press(KeyCode.RIGHT);
        }
        assertTrue(journey.stand().isLast() && journey.stand().arrived());
        assertTrue(forth.size() > 30, () -> "only " + forth.size() + " pictures");

        int compared = 0;
        Place before = null;
        while (!place().equals(before)) {
            before = place();
            Diagram there = forth.get(before);
            assertTrue(there != null && there.equals(unselected()), "differs at " + before);
            compared++;
            journey.press(KeyCode.LEFT);
        }
        assertEquals(0, journey.stand().index());
        assertEquals(forth.size(), compared);
    }

    @Test
    void anOpenQuestionHidesTheFuture() throws TimeoutException {
        journey.untilALessonIsOpen();
        for (int i = 0; i < 40 && journey.stand().isOpen(); i++) {
            journey.press(KeyCode.SHIFT, KeyCode.RIGHT);
        }
        Place locked = place();
        for (KeyCode key : new KeyCode[] {KeyCode.RIGHT, KeyCode.END, KeyCode.SPACE}) {
            journey.press(key);
            assertEquals(locked, place(), "after " + key);
        }
        int last = journey.get(() -> journey.workspace().events().rows().getLast());
        assertTrue(last <= locked.position());
        journey.giveUp();
        journey.press(KeyCode.END);
        assertTrue(journey.stand().index() > locked.scene());
    }

    @Test
    void whatIsOnScreenIsSavedAsAnSvgWithTheTablesInIt()
            throws TimeoutException, IOException, ParserConfigurationException, SAXException {
        journey.untilALessonIsOpen();
        toTheEndAnsweringAll();
        journey.press(KeyCode.SHORTCUT, KeyCode.S);
        journey.fire("#export-save");
        journey.until(
                "a notice says that it was saved",
                () -> !journey.workspace().notices().shown().isEmpty());
        Path saved;
        try (var files = Files.list(home)) {
            saved = files.filter(f -> f.toString().endsWith(".svg")).findFirst().orElseThrow();
        }
        NodeList groups =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(saved.toFile())
                        .getElementsByTagName("g");
        StringBuilder ids = new StringBuilder();
        for (int i = 0; i < groups.getLength(); i++) {
            ids.append(' ').append(groups.item(i).getAttributes().getNamedItem("id"));
        }
        for (String id : journey.picture().byId().keySet()) {
            if (id.matches("gfn[0-9a-f]+|sp\\d+|pae_root")) {
                assertTrue(ids.toString().contains("\"" + id + "\""), id + " is missing");
            }
        }
        assertFalse(ids.isEmpty());
    }

    /// The picture with nothing selected: what an author selects at a stop stays selected on the
    /// way back, and nothing selected is folded away.
    private Diagram unselected() {
        return journey.get(() -> {
            journey.workspace().session().clearSelection();
            return journey.workspace().picture().diagram();
        });
    }

    private Place place() {
        return new Place(journey.stand().index(), journey.position());
    }

    private void toTheEndAnsweringAll() {
        for (int i = 0; i < 100 && !(journey.stand().isLast() && journey.stand().arrived()); i++) {
            if (journey.stand().arrived() && !journey.stand().isOpen()) {
                journey.giveUp();
            }
            journey.press(KeyCode.SHIFT, KeyCode.RIGHT);
        }
    }
}
