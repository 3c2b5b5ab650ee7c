package shadewalk.lesson.settings;

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

class SettingsFileTest {

    @TempDir private Path folder = Path.of("");

    private Path file() {
        return folder.resolve("deep").resolve("settings.json");
    }

    /// Where the settings were before.
    private Path former() {
        return file().resolveSibling("settings.properties");
    }

    @Test
    void whatWasKeptBeforeIsTakenOver() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(
                former(),
                """
                language = de
                lesson = C:\\\\ein.json
                reduce-motion = true
                scale = 1.5000
                shown = events,inspector
                size.lesson = 25.5000
                speed = 0.5000
                theme = dark
                view = bits
                window.height = 900.0000
                window.maximized = false
                window.width = 1600.0000
                window.x = -20.0000
                window.y = 30.0000
                """);
        assertEquals(Optional.of("de"), new SettingsFile(file()).language());
        assertEquals(
                new SettingsFile.Loaded(
                        new Settings(
                                "de",
                                "dark",
                                1.5,
                                true,
                                0.5,
                                new WindowPlace(-20.0, 30.0, 1600, 900, false),
                                Map.of("lesson", 25.5),
                                List.of("events", "inspector"),
                                "C:\\ein.json",
                                "bits"),
                        Optional.empty()),
                new SettingsFile(file()).load());
    }

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        Settings settings =
                new Settings(
                        "pt-BR",
                        "dark",
                        1.75,
                        true,
                        0.5,
                        new WindowPlace(-20.0, 30.0, 1600, 900, true),
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
        Files.writeString(file(), "{}");
        assertEquals(Optional.empty(), new SettingsFile(file()).language());
        Files.writeString(file(), "{ \"language\": \"de\", \"theme\": \"purple\" }");
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
                "{ \"theme\": \"purple\" }",
                "{ \"scale\": \"NaN\" }",
                "{ \"scale\": 17 }",
                "{ \"speed\": \"fast\" }",
                "{ \"reduceMotion\": \"maybe\" }",
                "{ \"sizes\": { \"lesson\": \"wide\" } }",
                "{ \"window\": { \"width\": -1 } }",
                "{ \"theme"
            })
    void aFileThatMakesNoSenseIsPutAsideWithASentence(String line) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), line + "\n");
        SettingsFile.Loaded loaded = new SettingsFile(file()).load();
        assertEquals(Settings.FIRST, loaded.settings());
        assertTrue(loaded.problem().orElseThrow().contains("settings.json.broken"));
        assertFalse(Files.exists(file()));
        assertEquals(line + "\n", Files.readString(file().resolveSibling("settings.json.broken")));
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
        Files.writeString(file(), "{ \"sound\": \"on\", \"theme\": \"dark\" }");
        SettingsFile.Loaded loaded = new SettingsFile(file()).load();
        assertTrue(loaded.problem().isEmpty());
        assertEquals("dark", loaded.settings().theme());
    }
}
