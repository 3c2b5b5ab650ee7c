package shadewalk.ui.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.text.Font;
import shadewalk.diagram.Face;
import shadewalk.diagram.TextStyle;

/// The fonts of a picture. Systems disagree about what a weight between regular and bold is called,
/// so each font is asked for by the name it had when it was loaded.
final class PictureFonts {

    private final Map<Face, String> names = new EnumMap<>(Face.class);
    private final Map<TextStyle, Font> fonts = new EnumMap<>(TextStyle.class);
    private double scale = 1;

    PictureFonts() {
        for (Face face : Face.values()) {
            names.put(face, name(face));
        }
    }

    /// The font of a style, so many times as large as it is in a diagram.
    Font of(TextStyle style, double times) {
        if (times != scale) {
            fonts.clear();
            scale = times;
        }
        return fonts.computeIfAbsent(style, s -> new Font(names.get(s.face()), s.size() * times));
    }

    private static String name(Face face) {
        try (InputStream stream = face.open()) {
            Font font = Font.loadFont(stream, 12);
            if (font == null) {
                throw new IllegalStateException("the bundled font of " + face + " is broken");
            }
            return font.getName();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled font of " + face, e);
        }
    }
}
