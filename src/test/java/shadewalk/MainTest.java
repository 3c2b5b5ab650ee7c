package shadewalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shadewalk.lesson.settings.SettingsFile;

class MainTest {

    @ParameterizedTest
    @CsvSource({
        "Linux,      DISPLAY,         :0,        true",
        "Linux,      WAYLAND_DISPLAY, wayland-0, true",
        "Linux,      DISPLAY,         '',        false",
        "Linux,      HOME,            /root,     false",
        "Mac OS X,   HOME,            /root,     true",
        "Windows 11, HOME,            /root,     true",
    })
    void aDisplayIsMissingOnlyWhereNoVariableNamesOne(
            String system, String variable, String value, boolean expected) {
        assertEquals(expected, Main.hasDisplay(system, Map.of(variable, value)));
    }

    @Test
    void theNamedLanguageWinsOverTheChosenOneAndThatOverTheSystems(@TempDir Path folder)
            throws IOException {
        SettingsFile settings = SettingsFile.in(folder);
        assertEquals(Optional.empty(), Main.language(settings, "play"));
        Files.writeString(folder.resolve("settings.json"), "{ \"language\": \"pt-BR\" }");
        assertEquals(Optional.of(Locale.forLanguageTag("pt-BR")), Main.language(settings, "play"));
        assertEquals(
                Optional.of(Locale.GERMAN), Main.language(settings, "--language", "de", "play"));
    }

    @Test
    void aFileAloneIsOpenedInTheWindow(@TempDir Path folder) throws IOException {
        String file = Files.createFile(folder.resolve("my.scn")).toString();
        assertTrue(Main.isFile(file));
        assertFalse(Main.isFile(file, "--help"));
        assertFalse(Main.isFile(folder.resolve("other.scn").toString()));
        assertFalse(Main.isFile("play"));
    }
}
