package shadewalk.lesson.file;

import com.google.gson.JsonElement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A short number for what a file holds; line breaks and indentation do not count.
final class Digest {

    private static final int BYTES = 16;

    private Digest() {}

    static String of(JsonElement json) {
        try {
            byte[] all =
                    MessageDigest.getInstance("SHA-256")
                            .digest(json.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
