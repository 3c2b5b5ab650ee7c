package shadewalk.glossary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which Shadewalk this is, as the build wrote it down.
public final class Edition {

    private Edition() {}

    /// `1.0.0`
    public static String version() {
        var build = new Properties();
        try (var stream = Edition.class.getResourceAsStream("/build.properties")) {
            build.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("build.properties cannot be read", e);
        }
        return build.getProperty("version");
    }
}
