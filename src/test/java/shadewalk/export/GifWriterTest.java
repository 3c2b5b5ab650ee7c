package shadewalk.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Palette;

class GifWriterTest {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    @Test
    void everyPageIsAsLargeAsTheLargestAndHasItsTime() throws IOException {
        Diagram small = Hostile.picture("small");
        Diagram large = new Diagram(140, 70, "large", "told", "", List.of(), small.shapes());
        Album album =
                new Album(
                        "title",
                        () ->
                                List.of(
                                                new Album.Page("one", "first", small),
                                                new Album.Page("two", "second", large))
                                        .iterator(),
                        Palette.DARK);
        var out = new ByteArrayOutputStream();
        album.writeGif(1, 1500, out);

        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in =
                ImageIO.createImageInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            reader.setInput(in);
            assertEquals(2, reader.getNumImages(true));
            for (int i = 0; i < 2; i++) {
                assertEquals(140, reader.getWidth(i));
                assertEquals(48 + 70 + 32, reader.getHeight(i));
                assertEquals(Palette.DARK.paper().rgb(), reader.read(i).getRGB(1, 1) & 0xffffff);
                var root = (IIOMetadataNode) reader.getImageMetadata(i).getAsTree(FORMAT);
                var control =
                        (IIOMetadataNode)
                                root.getElementsByTagName("GraphicControlExtension").item(0);
                assertEquals("150", control.getAttribute("delayTime"));
            }
        } finally {
            reader.dispose();
        }
    }

    /// Words are drawn and nothing else: no comment of the file holds them, and none of them keeps
    /// a page from being read back.
    @Test
    void hostileWordsAreDrawn() throws IOException {
        List<Album.Page> pages =
                Hostile.WORDS.stream()
                        .map(words -> new Album.Page(words, words, Hostile.picture(words)))
                        .toList();
        var out = new ByteArrayOutputStream();
        new Album("title", pages::iterator, Palette.LIGHT).writeGif(1, 100, out);

        String file = out.toString(StandardCharsets.ISO_8859_1);
        for (String words : List.of("script", "input", "CDATA")) {
            assertFalse(file.contains(words), words);
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in =
                ImageIO.createImageInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            reader.setInput(in);
            assertEquals(Hostile.WORDS.size(), reader.getNumImages(true));
            for (int i = 0; i < Hostile.WORDS.size(); i++) {
                assertEquals(48 + 50 + 32, reader.read(i).getHeight());
            }
        } finally {
            reader.dispose();
        }
    }
}
