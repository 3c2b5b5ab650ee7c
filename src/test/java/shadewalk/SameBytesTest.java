package shadewalk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same moment is the same file wherever it is written: on a machine with other digits, another
/// alphabet, another clock, another encoding and no font.
class SameBytesTest {

    private static final List<String> HERE = List.of("-Duser.language=en", "-Duser.country=US");

    private static final List<String> ELSEWHERE =
            List.of(
                    "-Duser.language=ar",
                    "-Duser.country=EG",
                    "-Duser.timezone=Asia/Kathmandu",
                    "-Dfile.encoding=ISO-8859-1");

    private static final String NO_FONTS =
            """
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig><dir>/nowhere</dir></fontconfig>
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"svg", "pdf", "png", "gif", "tex", "txt", "csv", "json"})
    void aStep(String format) throws Exception {
        same("step." + format, "export", "020", "--step", "5");
    }

    @Test
    void aPage() throws Exception {
        same("page.html", "handout", "020");
    }

    private void same(String name, String... command) throws Exception {
        Path here = folder.resolve("here-" + name);
        Path elsewhere = folder.resolve("elsewhere-" + name);
        write(here, HERE, Map.of(), command);
        write(elsewhere, strange(), bare(), command);
        assertArrayEquals(Files.readAllBytes(here), Files.readAllBytes(elsewhere));
    }

    /// At home is nothing that Java remembers of a system's fonts.
    private List<String> strange() {
        List<String> settings = new ArrayList<>(ELSEWHERE);
        settings.add("-Duser.home=" + folder.resolve("home"));
        return settings;
    }

    private Map<String, String> bare() throws IOException {
        Path fonts = Files.writeString(folder.resolve("fonts.conf"), NO_FONTS);
        return Map.of("LC_ALL", "C", "TZ", "UTC", "FONTCONFIG_FILE", fonts.toString());
    }

    private static void write(
            Path file, List<String> settings, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(settings);
        line.add("-cp");
        line.add(
                System.getProperty("jdk.module.path", "")
                        + File.pathSeparator
                        + System.getProperty("java.class.path", ""));
        line.add("shadewalk.Main");
        line.addAll(List.of(command));
        line.addAll(List.of("--out", file.toString()));
        ProcessBuilder process = new ProcessBuilder(line).inheritIO();
        process.environment().putAll(environment);
        Process running = process.start();
        assertTrue(running.waitFor(120, TimeUnit.SECONDS), "it does not end");
        assertEquals(0, running.exitValue());
    }
}
