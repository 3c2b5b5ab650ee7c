package shadewalk.export;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/// The session that a PNG file carries in a text chunk of its own, packed.
///
/// Source: PNG Specification (Third Edition), 5.3 chunk layout and 11.3.3.4 `iTXt`.
final class PngSession {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] KEYWORD = "shadewalk-session".getBytes(StandardCharsets.US_ASCII);

    /// Packed, by deflate, in no language, with no other keyword.
    private static final byte[] HEAD = {0, 1, 0, 0, 0};

    private static final int TYPE = type("iTXt");

    /// The signature and the first chunk, IHDR, with its length, type and checksum.
    private static final int FIRST = 8 + 12 + 13;

    private PngSession() {}

    /// The file with a session in it, right behind its header.
    static byte[] into(byte[] png, String session) {
        byte[] packed = Packed.pack(session.getBytes(StandardCharsets.UTF_8));
        var text = new ByteArrayOutputStream();
        text.writeBytes(KEYWORD);
        text.writeBytes(HEAD);
        text.writeBytes(packed);
        byte[] data = text.toByteArray();
        ByteBuffer whole = ByteBuffer.allocate(png.length + 12 + data.length);
        whole.put(png, 0, FIRST).putInt(data.length).putInt(TYPE).put(data);
        whole.putInt(checksum(data));
        return whole.put(png, FIRST, png.length - FIRST).array();
    }

    private static int checksum(byte[] data) {
        CRC32 sum = new CRC32();
        sum.update(ByteBuffer.allocate(4).putInt(TYPE).array());
        sum.update(data);
        return (int) sum.getValue();
    }

    static boolean isPng(byte[] file) {
        return file.length > FIRST && Arrays.equals(file, 0, 8, SIGNATURE, 0, 8);
    }

    /// The session in a file that was written here.
    static Optional<String> read(byte[] png) {
        ByteBuffer chunks = ByteBuffer.wrap(png, 8, png.length - 8);
        try {
            while (chunks.hasRemaining()) {
                int length = chunks.getInt();
                boolean text = chunks.getInt() == TYPE;
                if (length < 0) {
                    return Optional.empty();
                }
                int at = chunks.position();
                chunks.position(Math.min(at + length, chunks.limit()));
                chunks.getInt();
                if (text && startsWithKeyword(png, at, length)) {
                    int skip = KEYWORD.length + HEAD.length;
                    return Packed.unpack(png, at + skip, length - skip)
                            .map(content -> new String(content, StandardCharsets.UTF_8));
                }
            }
        } catch (BufferUnderflowException _) {
            return Optional.empty(); // the file was cut off
        }
        return Optional.empty();
    }

    private static boolean startsWithKeyword(byte[] png, int at, int length) {
        int head = at + KEYWORD.length;
        return length > KEYWORD.length + HEAD.length
                && Arrays.equals(png, at, head, KEYWORD, 0, KEYWORD.length)
                && Arrays.equals(png, head, head + HEAD.length, HEAD, 0, HEAD.length);
    }

    private static int type(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
