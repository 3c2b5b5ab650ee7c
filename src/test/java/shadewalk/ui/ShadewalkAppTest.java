package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import shadewalk.ui.theme.Fonts;

@ExtendWith(ApplicationExtension.class)
class ShadewalkAppTest {

    @TempDir private static Path home = Path.of("");

    @SuppressWarnings("NullAway.Init") // TestFX calls start before each test
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        new ShadewalkApp(home, new ChosenFiles(home)).start(stage);
    }

    @Test
    void theWindowCarriesTheName() {
        assertEquals("Shadewalk", stage.getTitle());
    }

    @Test
    void theThemeButtonTurnsTheLightOffAndOn(FxRobot robot) {
        var light = sheets();
        robot.clickOn("#theme");
        assertNotEquals(light, sheets());
        robot.clickOn("#theme");
        assertEquals(light, sheets());
    }

    @Test
    void wordsAndNumbersUseTheBundledFonts() {
        for (var family : List.of(Fonts.WORDS, Fonts.NUMBERS)) {
            assertEquals(family, Font.font(family).getFamily());
        }
    }

    private List<String> sheets() {
        return List.copyOf(stage.getScene().getStylesheets());
    }
}
