package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import shadewalk.lesson.settings.SettingsFile;

/// *View > Language*.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX and JUnit fill the fields
class LanguageMenuTest {

    private Journey journey;
    private Path home;

    @Start
    void start(Stage stage) throws IOException {
        home = Files.createTempDirectory("shadewalk-language");
        journey = Journey.beginStill(stage, home);
    }

    private List<RadioMenuItem> languages() {
        MenuBar bar = journey.robot().lookup("#menus").queryAs(MenuBar.class);
        MenuItem language =
                bar.getMenus().stream()
                        .flatMap(menu -> menu.getItems().stream())
                        .filter(item -> "menu-language".equals(item.getId()))
                        .findFirst()
                        .orElseThrow();
        return ((Menu) language).getItems().stream().map(RadioMenuItem.class::cast).toList();
    }

    @Test
    void theChosenLanguageIsMarkedAndSpokenFromTheNextStartOn() {
        assertEquals(
                List.of("As the system", "English"),
                journey.get(() -> languages().stream().map(MenuItem::getText).toList()));
        assertTrue(journey.get(() -> languages().getFirst().isSelected()));
        journey.robot().interact(() -> languages().getLast().fire());
        assertTrue(journey.get(() -> languages().getLast().isSelected()));
        assertEquals(
                "From the next start on, Shadewalk is in this language: English.",
                journey.get(() -> journey.workspace().notices().shown().getLast().text()));
        journey.robot().interact(journey.stage()::close);
        assertEquals(Optional.of("en"), SettingsFile.in(home).language());
    }
}
