package shadewalk.export;

import static shadewalk.text.Texts.PROBLEMS;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import shadewalk.diagram.Face;

/// The bundled fonts as Java2D has them. Letters are taken as outlines, so that no system's own
/// font rendering has a say.
final class Java2dFonts {

    private static final FontRenderContext OUTLINES = new FontRenderContext(null, true, true);
    private static final Map<Face, Font> ALL = new ConcurrentHashMap<>();

    private Java2dFonts() {}

    /// The outline of a text that begins at the origin, y downwards.
    ///
    /// @param size the em
    static java.awt.Shape outline(Face face, double size, String text) {
        return font(face).deriveFont((float) size).createGlyphVector(OUTLINES, text).getOutline();
    }

    private static Font font(Face face) {
        return ALL.computeIfAbsent(face, Java2dFonts::read);
    }

    private static Font read(Face face) {
        try {
            return create(face);
        } catch (IOException _) {
            return readWithLent(face);
        }
    }

    private static Font readWithLent(Face face) {
        try {
            LentFont.lend();
            return create(face);
        } catch (IOException e) {
            throw new UncheckedIOException(PROBLEMS.get("fonts.none"), e);
        }
    }

    private static Font create(Face face) throws IOException {
        try (InputStream stream = face.open()) {
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the bundled font of " + face + " is broken", e);
        }
    }
}
