package shadewalk.lesson.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import shadewalk.lesson.file.WholeFile;

/// Where free play is kept as it happens, so that a sudden end costs nothing. The play before the
/// last one lies beside it.
public final class PlayFile {

    private final Path file;
    private final Path before;

    /// @param home the folder in which things are remembered
    public PlayFile(Path home) {
        file = home.resolve("free-play.json");
        before = home.resolve("free-play-before.json");
    }

    /// The play that was kept last, if there is one.
    public Optional<Path> kept() {
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /// The play before the last one.
    public Path before() {
        return before;
    }

    /// Makes room for another play; the one that was kept lies beside it from now on.
    public void begin() throws IOException {
        if (Files.exists(file)) {
            Files.move(file, before, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    public void write(String session) throws IOException {
        WholeFile.write(file, session);
    }
}
