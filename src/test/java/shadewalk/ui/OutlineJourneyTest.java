package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The list of a lesson's steps where there is no room for all of them.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX and JUnit fill the fields
class OutlineJourneyTest {

    private Journey journey;

    @Start
    void start(Stage stage) throws IOException {
        journey = Journey.beginStill(stage, Files.createTempDirectory("shadewalk-outline"));
    }

    @Test
    void wholeRowsAreSeenAndThisStepAmongThem() throws TimeoutException {
        journey.untilALessonIsOpen();
        int steps = journey.stand().lesson().size();
        for (int step = 0; step < steps; step++) {
            int here = step;
            while (journey.stand().index() < here) {
                if (!journey.stand().isOpen()) {
                    journey.giveUp();
                }
                journey.press(KeyCode.SHIFT, KeyCode.RIGHT);
            }
            journey.until("step " + here + " is seen", () -> seen(here) > 0.99);
            journey.until("no row is cut", () -> cut(steps).isEmpty());
        }
        assertEquals(steps - 1, journey.stand().index());
        assertTrue(journey.get(() -> seen(0)) < 0.01, "there is no room for all");
    }

    private List<Integer> cut(int steps) {
        List<Integer> cut = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            double part = seen(i);
            if (part > 0.05 && part < 0.95) {
                cut.add(i);
            }
        }
        return cut;
    }

    /// How much of a step's row is in sight, 0 to 1.
    private double seen(int step) {
        Node row = journey.robot().lookup("#scene-" + (step + 1)).query();
        ScrollPane list = journey.robot().lookup(".outline-scroll").queryAs(ScrollPane.class);
        Bounds there = row.localToScene(row.getLayoutBounds());
        Bounds all =
                list.lookup(".viewport").localToScene(list.lookup(".viewport").getLayoutBounds());
        double part =
                Math.min(there.getMaxY(), all.getMaxY()) - Math.max(there.getMinY(), all.getMinY());
        return Math.max(0, part) / there.getHeight();
    }
}
