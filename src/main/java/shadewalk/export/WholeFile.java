package shadewalk.export;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes files whole or not at all: beside the wanted name first, then renamed.
public final class WholeFile {

    private WholeFile() {}

    /// Writes a file.
    ///
    /// @param replace whether a file that is there already may go
    /// @throws FileAlreadyExistsException if it is there and may not
    public static void write(Path file, byte[] content, boolean replace) throws IOException {
        if (!replace && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path folder = file.toAbsolutePath().getParent();
        Path beside = Files.createTempFile(folder, ".shadewalk", ".part");
        try {
            Files.write(beside, content);
            move(beside, file);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
