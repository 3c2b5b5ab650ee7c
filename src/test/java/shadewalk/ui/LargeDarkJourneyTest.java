package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import shadewalk.ui.theme.Theme;

/// Somebody at the back of a lecture hall, at night: the dark theme at 200 %.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX and JUnit fill the fields
class LargeDarkJourneyTest {

    private static final String SETTINGS =
            """
            theme = dark
            scale = 2
            reduce-motion = true
            window.width = 1280
            window.height = 800
            shown = events,lesson,inspector
            """;

    private Journey journey;

    @Start
    void start(Stage stage) throws IOException {
        Path home = Files.createTempDirectory("shadewalk-large");
        journey = Journey.begin(stage, home, SETTINGS);
    }

    @Test
    void noButtonIsCutOffAndTheWholeWindowIsWithinReach() throws TimeoutException {
        journey.untilALessonIsOpen();
        assertEquals(Theme.DARK, journey.workspace().appearance().theme());
        // The window is laid out by and by.
        List<String> cut = journey.get(this::cutOff);
        for (int i = 0; i < 50 && !cut.isEmpty(); i++) {
            WaitForAsyncUtils.waitForFxEvents();
            cut = journey.get(this::cutOff);
        }
        assertEquals(List.of(), cut);
    }

    /// Buttons that lie outside the window to the side, or whose words end in dots.
    private List<String> cutOff() {
        List<String> cut = new ArrayList<>();
        Node root = journey.stage().getScene().getRoot();
        double width = journey.stage().getScene().getWidth();
        int seen = 0;
        for (Node node : buttons(root)) {
            if (!(node instanceof Labeled control) || !shown(node)) {
                continue;
            }
            seen++;
            Bounds bounds = control.localToScene(control.getLayoutBounds());
            if (bounds.getMinX() < 0 || bounds.getMaxX() > width + 1) {
                cut.add(control + " lies outside: " + bounds);
            }
            if (control.lookup(".text") instanceof Text text
                    && !text.getText().equals(control.getText())) {
                cut.add(control.getText() + " is shortened to " + text.getText());
            }
        }
        assertTrue(seen > 15, "only " + seen + " buttons");
        return cut;
    }

    private static List<Node> buttons(Node root) {
        return Stream.of(".button", ".toggle-button", ".menu-button")
                .flatMap(style -> root.lookupAll(style).stream())
                .toList();
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible() || at.getStyleClass().contains("outline")) {
                return false;
            }
        }
        return true;
    }
}
