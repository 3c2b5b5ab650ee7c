package shadewalk.cli;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote down.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        var build = new Properties();
        try (var stream = Version.class.getResourceAsStream("/build.properties")) {
            build.load(stream);
        }
        return new String[] {"Shadewalk " + build.getProperty("version")};
    }
}
