package shadewalk.export;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Bytes packed by deflate, within bounds.
///
/// Source: RFC 1950.
final class Packed {

    /// More than this is no session that was written here.
    static final int MAX_SIZE = 16 << 20;

    private Packed() {}

    static byte[] pack(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(content);
            deflater.finish();
            var packed = new ByteArrayOutputStream();
            byte[] some = new byte[8192];
            while (!deflater.finished()) {
                packed.write(some, 0, deflater.deflate(some));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /// What was packed; nothing if it was not, or is larger than [#MAX_SIZE].
    static Optional<byte[]> unpack(byte[] file, int from, int length) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, from, length);
            var content = new ByteArrayOutputStream();
            byte[] some = new byte[8192];
            while (!inflater.finished()) {
                int count = inflater.inflate(some);
                if (count == 0 || content.size() > MAX_SIZE) {
                    return Optional.empty();
                }
                content.write(some, 0, count);
            }
            return Optional.of(content.toByteArray());
        } catch (DataFormatException _) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
