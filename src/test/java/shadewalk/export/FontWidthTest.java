package shadewalk.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shadewalk.diagram.Face;

class FontWidthTest {

    private static final String USED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789"
                    + " .,:;!?()[]{}<>/|+-=*&%$#@^~_'\" \u2026\u2192\u2190\u2192\u2713\u2717\u00b7\u2013\u2014\u00d7";

    @ParameterizedTest
    @EnumSource(Face.class)
    void ourWidthsAreThoseOfJava2D(Face face) throws Exception {
        try (InputStream stream = face.open()) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, stream).deriveFont(100f);
            var frc = new FontRenderContext(null, true, true);
            for (int character : USED.codePoints().toArray()) {
                String text = Character.toString(character);
                assertEquals(
                        font.createGlyphVector(frc, text).getLogicalBounds().getWidth(),
                        face.width(text) * 100,
                        0.05,
                        text);
            }
        }
    }
}
