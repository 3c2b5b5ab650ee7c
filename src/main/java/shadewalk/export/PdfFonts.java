package shadewalk.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import shadewalk.diagram.Face;

/// The bundled fonts in a PDF file, each cut down to the characters that are written with it.
final class PdfFonts {

    /// Stands for a character that a font lacks.
    private static final String LACKING = "\u25a1";

    private final PDDocument document;
    private final Map<Face, PDType0Font> used = new EnumMap<>(Face.class);

    PdfFonts(PDDocument document) {
        this.document = document;
    }

    PDType0Font of(Face face) throws IOException {
        PDType0Font font = used.get(face);
        if (font == null) {
            font = PDType0Font.load(document, read(face), true);
            used.put(face, font);
        }
        return font;
    }

    /// Without ligatures, for which no picture leaves the right room.
    private TrueTypeFont read(Face face) throws IOException {
        try (InputStream stream = face.open()) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
            font.setEnableGsub(false);
            document.registerTrueTypeFontForClosing(font);
            return font;
        }
    }

    /// A piece of a text.
    ///
    /// @param text what it says
    /// @param lacking whether the font has none of its characters
    record Run(String text, boolean lacking) {

        /// What is drawn for it.
        String drawn() {
            return lacking ? LACKING.repeat(text.codePointCount(0, text.length())) : text;
        }
    }

    /// A text as pieces that a font has, and pieces that it lacks.
    List<Run> runs(Face face, String text) throws IOException {
        var characters = of(face).getCmapLookup();
        List<Run> runs = new ArrayList<>();
        int from = 0;
        boolean lacking = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            boolean lacks = characters.getGlyphId(character) == 0;
            if (lacks != lacking) {
                add(runs, text.substring(from, i), lacking);
                from = i;
                lacking = lacks;
            }
            i += Character.charCount(character);
        }
        add(runs, text.substring(from), lacking);
        return runs;
    }

    private static void add(List<Run> runs, String text, boolean lacking) {
        if (!text.isEmpty()) {
            runs.add(new Run(text, lacking));
        }
    }
}
