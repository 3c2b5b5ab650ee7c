package shadewalk.scenario;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Files that may be packed with gzip, as long recordings are: told by their first two bytes,
/// whatever they are called (RFC 1952, 2.3.1).
public final class PackedFile {

    private static final int FIRST = 0x1f;
    private static final int SECOND = 0x8b;

    private PackedFile() {}

    /// Opens a file for reading what is in it.
    ///
    /// @throws IOException also if it begins like a packed file and is none
    public static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            in.mark(2);
            boolean packed = in.read() == FIRST && in.read() == SECOND;
            in.reset();
            return packed ? new GZIPInputStream(in) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
