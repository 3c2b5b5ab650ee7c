package shadewalk.diagram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The bundled fonts: Inter for words, JetBrains Mono for numbers. (Inter's ligatures turn the x of
/// a hexadecimal number into a multiplication sign.)
public enum Face {
    WORDS(400, "Inter-Regular.ttf"),
    WORDS_BOLD(600, "Inter-SemiBold.ttf"),
    NUMBERS(400, "JetBrainsMono-Regular.ttf"),
    NUMBERS_BOLD(700, "JetBrainsMono-Bold.ttf");

    private final int weight;
    private final String file;

    Face(int weight, String file) {
        this.weight = weight;
        this.file = file;
    }

    /// 400 for regular, 600 or 700 for bold.
    public int weight() {
        return weight;
    }

    public boolean isMono() {
        return this == NUMBERS || this == NUMBERS_BOLD;
    }

    /// The font file, to be closed by the caller.
    public InputStream open() {
        InputStream stream = Face.class.getResourceAsStream("/fonts/" + file);
        if (stream == null) {
            throw new IllegalStateException("the bundled font " + file + " is missing");
        }
        return stream;
    }

    /// The width of `text` at 1 unit to the em, without kerning or ligatures.
    public double width(String text) {
        return Objects.requireNonNull(Widths.ALL.get(this)).width(text);
    }

    /// The whole font file.
    private byte[] bytes() {
        try (InputStream stream = open()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled font " + file, e);
        }
    }

    /// What the fonts measure; their files are read when a width is asked for first.
    private static final class Widths {

        static final Map<Face, Advances> ALL = new EnumMap<>(Face.class);

        static {
            for (Face face : Face.values()) {
                ALL.put(face, new Advances(ByteBuffer.wrap(face.bytes())));
            }
        }
    }
}
