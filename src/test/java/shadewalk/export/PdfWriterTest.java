package shadewalk.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Palette;

/// PDFBox, which shares nothing with the writer, reads what was written.
class PdfWriterTest {

    @Test
    void hostileTextComesOutAsText() throws IOException {
        for (String hostile : Hostile.WORDS) {
            try (PDDocument document = Loader.loadPDF(pdf(Hostile.picture(hostile)))) {
                assertEquals(hostile, document.getDocumentInformation().getTitle());
                assertEquals(1, document.getNumberOfPages());
                assertEquals(sorted(hostile), sorted(new PDFTextStripper().getText(document)));
            }
        }
    }

    @Test
    void everyFontIsEmbeddedAndHasItsOutlines() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(Hostile.picture("Shadow page 0x1f")))) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                PDType0Font words = (PDType0Font) resources.getFont(name);
                assertTrue(words.isEmbedded(), name::getName);
                assertTrue(words.getName().matches("[A-Z]{6}\\+Inter-Regular"), words.getName());
                int code = words.encode("S")[1];
                assertTrue(words.getPath(code).getBounds2D().getHeight() > 600, "an S is high");
            }
        }
    }

    /// To look through all fonts of a system takes seconds.
    @Test
    void noFontOfTheSystemIsLookedFor() throws IOException {
        FontMapper before = FontMappers.instance();
        FontMappers.set(new NoFonts());
        try {
            assertTrue(pdf(Hostile.picture(Hostile.LONG)).length > 1000);
            assertTrue(deck().length > 1000);
        } finally {
            FontMappers.set(before);
        }
    }

    private static final class NoFonts implements FontMapper {

        @Override
        public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor font) {
            throw new AssertionError("asked for the system's " + name);
        }

        @Override
        public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor font) {
            throw new AssertionError("asked for the system's " + name);
        }

        @Override
        public CIDFontMapping getCIDFont(
                String name, PDFontDescriptor font, PDCIDSystemInfo characters) {
            throw new AssertionError("asked for the system's " + name);
        }
    }

    @Test
    void aPageIsAsLargeAsItsPictureAndDark() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfWriter.write(new Shot(Hostile.picture("dark"), Palette.DARK, 1), bytes);
        try (PDDocument document = Loader.loadPDF(bytes.toByteArray())) {
            assertEquals(75, document.getPage(0).getMediaBox().getWidth());
            assertEquals(37.5, document.getPage(0).getMediaBox().getHeight());
            int ground = new PDFRenderer(document).renderImage(0).getRGB(2, 2);
            assertEquals(Palette.DARK.paper().rgb(), ground & 0xffffff);
        }
    }

    @Test
    void aDeckHasAPageForEachSlide() throws IOException {
        try (PDDocument document = Loader.loadPDF(deck())) {
            assertEquals(3, document.getNumberOfPages());
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            assertEquals("Title2picturecaption2", plain(second.getText(document)));
        }
    }

    @Test
    void aDeckHasABookmarkForEachPage() throws IOException {
        try (PDDocument document = Loader.loadPDF(deck())) {
            List<String> bookmarks = new ArrayList<>();
            for (var item : document.getDocumentCatalog().getDocumentOutline().children()) {
                int page = document.getPages().indexOf(item.findDestinationPage(document));
                bookmarks.add(item.getTitle() + " at " + page);
            }
            assertEquals(List.of("Title 1 at 0", "Title 2 at 1", "Title 3 at 2"), bookmarks);
        }
    }

    @Test
    void whoListensIsToldWhatIsOnEachPageAndInWhichLanguage() throws IOException {
        try (PDDocument document = Loader.loadPDF(deck())) {
            var catalog = document.getDocumentCatalog();
            assertEquals("de", catalog.getLanguage());
            assertTrue(catalog.getMarkInfo().isMarked());
            List<String> told = new ArrayList<>();
            var all = (PDStructureElement) catalog.getStructureTreeRoot().getKids().getFirst();
            for (Object kid : all.getKids()) {
                PDStructureElement part = (PDStructureElement) kid;
                int page = document.getPages().indexOf(part.getPage());
                String words = part.getAlternateDescription();
                told.add(page + part.getStructureType() + (words == null ? "" : ": " + words));
            }
            String figure = PdfPart.words(Hostile.picture("picture"));
            List<String> expected = new ArrayList<>();
            for (int page = 0; page < 3; page++) {
                expected.addAll(List.of(page + "H1", page + "Figure: " + figure, page + "P"));
            }
            assertEquals(expected, told);
        }
    }

    @Test
    void theSamePictureIsTheSameBytes() throws IOException {
        assertArrayEquals(pdf(Hostile.picture("again")), pdf(Hostile.picture("again")));
    }

    /// The characters, however a reader arranges those that are written from right to left.
    private static List<Integer> sorted(String text) {
        return plain(text).codePoints().sorted().boxed().toList();
    }

    /// Without blanks, and without the signs that only steer the direction of writing, which no
    /// reader gives back.
    private static String plain(String text) {
        return text.replaceAll("[\\s\\u202a-\\u202e]", "");
    }

    private static byte[] deck() throws IOException {
        List<Album.Page> slides = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            slides.add(new Album.Page("Title " + i, "caption " + i, Hostile.picture("picture")));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Album("Lesson", "de", slides::iterator, Palette.LIGHT).writeDeck(bytes);
        return bytes.toByteArray();
    }

    private static byte[] pdf(Diagram diagram) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfWriter.write(new Shot(diagram, Palette.LIGHT, 1), bytes);
        return bytes.toByteArray();
    }
}
