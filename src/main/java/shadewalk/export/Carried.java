package shadewalk.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The session that a picture carries.
public final class Carried {

    /// The most bytes a picture may have.
    private static final int MAX_BYTES = 64 << 20;

    private Carried() {}

    /// The session in a picture, as a session file; nothing if it carries none.
    public static Optional<String> by(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return by(stream.readNBytes(MAX_BYTES));
        }
    }

    /// The session in a picture, by what the file begins with.
    public static Optional<String> by(byte[] file) {
        if (PngSession.isPng(file)) {
            return PngSession.read(file);
        }
        String begin = new String(file, 0, Math.min(file.length, 5), StandardCharsets.ISO_8859_1);
        return begin.startsWith("%PDF") ? PdfSession.read(file) : SvgSession.read(file);
    }
}
