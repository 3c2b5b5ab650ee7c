package shadewalk.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shadewalk.ui.theme.Theme;

class SettingsFileTest {

    @TempDir private Path folder = Path.of("");

    private Path file() {
        return folder.resolve("deep").resolve("settings.properties");
    }

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        Settings settings =
                new Settings(
                        "pt-BR",
                        Theme.DARK,
                        1.75,
                        true,
                        0.5,
                        new WindowPlace(-20, 30, 1600, 900, true),
                        Map.of("lesson", 25.5, "events", 12.0),
                        List.of("events"),
                        "C:\\lessons\\ein größerer.json",
                        "quadrants");
        new SettingsFile(file()).save(settings);
        SettingsFile.Loaded loaded = new SettingsFile(file()).load();
        assertEquals(settings, loaded.settings());
        assertTrue(loaded.problem().isEmpty());
    }

    @Test
    void theLanguageIsReadBeforeAnythingElseIs() throws IOException {
        assertEquals(Optional.empty(), new SettingsFile(file()).language());
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "language =\n");
        assertEquals(Optional.empty(), new SettingsFile(file()).language());
        Files.writeString(file(), "language = de\ntheme = purple\n");
        assertEquals(Optional.of("de"), new SettingsFile(file()).language());
        assertTrue(Files.exists(file()));
    }

    @Test
    void aFirstStartHasNoProblem() {
        assertEquals(
                new SettingsFile.Loaded(Settings.FIRST, Optional.empty()),
                new SettingsFile(file()).load());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "theme = purple",
                "scale = NaN",
                "scale = 17",
                "speed = fast",
                "reduce-motion = maybe",
                "size.lesson = wide",
                "window.width = -1",
                "theme = \\u12"
            })
    void aFileThatMakesNoSenseIsPutAsideWithASentence(String line) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), line + "\n");
        SettingsFile.Loaded loaded = new SettingsFile(file()).load();
        assertEquals(Settings.FIRST, loaded.settings());
        assertTrue(loaded.problem().orElseThrow().contains("settings.properties.broken"));
        assertFalse(Files.exists(file()));
        assertEquals(
                line + "\n", Files.readString(file().resolveSibling("settings.properties.broken")));
    }

    @Test
    void bytesThatAreNoTextArePutAside() throws IOException {
        Files.createDirectories(file().getParent());
        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2});
        assertTrue(new SettingsFile(file()).load().problem().isPresent());
        assertFalse(Files.exists(file()));
    }

    @Test
    void anUnknownKeyOfALaterVersionIsNoProblem() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "sound = on\ntheme = dark\n");
        SettingsFile.Loaded loaded = new SettingsFile(file()).load();
        assertTrue(loaded.problem().isEmpty());
        assertEquals(Theme.DARK, loaded.settings().theme());
    }
}
