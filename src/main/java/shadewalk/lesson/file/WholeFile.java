package shadewalk.lesson.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes files whole or not at all: beside the wanted name first, then renamed.
public final class WholeFile {

    private WholeFile() {}

    /// What writes the content of a file, and leaves the stream open.
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Writes what is to be remembered, in place of what was, into a folder that is made if need
    /// be.
    public static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        write(file, text.getBytes(StandardCharsets.UTF_8), true);
    }

    /// Writes a file of these bytes; otherwise like the other `write`.
    public static void write(Path file, byte[] content, boolean replace) throws IOException {
        write(file, out -> out.write(content), replace);
    }

    /// Writes a file.
    ///
    /// @param replace whether a file that is there already may go
    /// @throws FileAlreadyExistsException if it is there and may not
    public static void write(Path file, Content content, boolean replace) throws IOException {
        if (!replace && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path beside = beside(file);
        try {
            fill(beside, content);
            // Meanwhile another one may have written it.
            if (!replace && Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            move(beside, file);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void fill(Path file, Content content) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(
                                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            content.writeTo(out);
            out.flush();
            channel.force(true); // it is on the disk before the name points at it
        }
    }

    /// A name of its own in the same folder. (A temporary file proper could be read by nobody else,
    /// even after it has its right name.)
    private static Path beside(Path file) {
        return file.resolveSibling(
                "." + file.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".part");
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
