package shadewalk.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// Bytes packed by deflate, within bounds.
///
/// Source: RFC 1950.
final class Packed {

    /// More than this is no session that was written here.
    static final int MAX_SIZE = 16 << 20;

    private Packed() {}

    static byte[] pack(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
                OutputStream out = new DeflaterOutputStream(packed, best)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /// What was packed; nothing if it was not, or is larger than [#MAX_SIZE].
    static Optional<byte[]> unpack(byte[] file, int from, int length) {
        InputStream packed = new ByteArrayInputStream(file, from, length);
        try (InputStream in = new InflaterInputStream(packed)) {
            byte[] content = in.readNBytes(MAX_SIZE + 1);
            return content.length > MAX_SIZE ? Optional.empty() : Optional.of(content);
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
