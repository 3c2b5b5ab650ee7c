package shadewalk.ui.export;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the user for files.
public interface FileChoice {

    /// A file to write, or nothing if the user thinks better of it. The asking warns of a file that
    /// is there already.
    ///
    /// @param extension what names of such files end in, `svg`
    Optional<Path> toSave(String suggested, String extension);

    /// A file to read.
    Optional<Path> toOpen();

    /// A recording to compare with.
    Optional<Path> toCompare();

    /// Whether a file that is there may be replaced.
    boolean mayReplace(Path file);
}
