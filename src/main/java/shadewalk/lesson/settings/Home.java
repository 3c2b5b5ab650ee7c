package shadewalk.lesson.settings;

import java.nio.file.Path;
import java.util.Map;

/// Where the program keeps what it remembers.
public final class Home {

    private Home() {}

    /// The folder of this user: `SHADEWALK_HOME` if it is set, otherwise where the system keeps
    /// such things.
    public static Path folder() {
        return folder(
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")),
                System.getenv());
    }

    static Path folder(String system, Path home, Map<String, String> environment) {
        String chosen = environment.getOrDefault("SHADEWALK_HOME", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen);
        }
        if (system.startsWith("Windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            return roaming.isBlank()
                    ? home.resolve("AppData").resolve("Roaming").resolve("Shadewalk")
                    : Path.of(roaming, "Shadewalk");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Shadewalk");
        }
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path base = Path.of(config);
        return (base.isAbsolute() ? base : home.resolve(".config")).resolve("shadewalk");
    }
}
