package shadewalk.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shadewalk.diagram.Colour;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Tone;

class GifWriterTest {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    @Test
    void everyPageIsAsLargeAsTheLargestAndHasItsTime() throws IOException {
        Diagram small = Hostile.picture("small");
        Diagram large = new Diagram(140, 70, "large", "told", "", List.of(), small.shapes());
        Album album =
                new Album(
                        "title",
                        "en",
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
            assertEquals(140, reader.getWidth(0));
            assertEquals(48 + 70 + 32, reader.getHeight(0));
            for (int i = 0; i < 2; i++) {
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

    /// Painted one over the other, the pictures are those of the PNG writer, but for shades between
    /// two colours that had no room.
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "print"})
    void whatIsSeenIsWhatWasDrawn(String theme) throws IOException {
        Palette palette = Palette.named(theme);
        List<Diagram> pictures = Moments.all().map(moment -> (Diagram) moment.get()[1]).toList();
        double width = pictures.stream().mapToDouble(Diagram::width).max().orElseThrow();
        double height = pictures.stream().mapToDouble(Diagram::height).max().orElseThrow();
        var out = new ByteArrayOutputStream();
        try (GifWriter gif = new GifWriter(palette, width, height, 1, out)) {
            for (Diagram picture : pictures) {
                gif.add(picture, 100);
            }
        }
        List<BufferedImage> seen = painted(out.toByteArray());
        assertEquals(pictures.size(), seen.size());
        for (int i = 0; i < seen.size(); i++) {
            BufferedImage image = seen.get(i);
            BufferedImage drawn = new BufferedImage(image.getWidth(), image.getHeight(), 1);
            int wide = (int) Math.ceil(pictures.get(i).width());
            int left = (drawn.getWidth() - wide) / 2;
            PngWriter.draw(pictures.get(i), palette, 1, left, drawn);
            assertTrue(alike(drawn, image), "picture " + i);
        }
    }

    /// Every picture as it stands on a screen, with what is left of those before it.
    private static List<BufferedImage> painted(byte[] gif) throws IOException {
        List<BufferedImage> all = new ArrayList<>();
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(in);
            BufferedImage screen = new BufferedImage(reader.getWidth(0), reader.getHeight(0), 1);
            Graphics2D graphics = screen.createGraphics();
            for (int i = 0; i < reader.getNumImages(true); i++) {
                var root = (IIOMetadataNode) reader.getImageMetadata(i).getAsTree(FORMAT);
                var place = (IIOMetadataNode) root.getElementsByTagName("ImageDescriptor").item(0);
                int left = Integer.parseInt(place.getAttribute("imageLeftPosition"));
                int top = Integer.parseInt(place.getAttribute("imageTopPosition"));
                graphics.drawImage(reader.read(i), left, top, null);
                BufferedImage kept = new BufferedImage(screen.getWidth(), screen.getHeight(), 1);
                kept.setData(screen.getData());
                all.add(kept);
            }
            graphics.dispose();
        } finally {
            reader.dispose();
        }
        return all;
    }

    /// No channel of any pixel is farther off than an eye would see in an edge.
    private static boolean alike(BufferedImage one, BufferedImage two) {
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    int here = one.getRGB(x, y) >> shift & 0xff;
                    int there = two.getRGB(x, y) >> shift & 0xff;
                    if (Math.abs(here - there) > 32) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "print"})
    void everyColourOfThePaletteIsKept(String theme) {
        Palette palette = Palette.named(theme);
        GifColours colours = new GifColours(palette);
        IndexColorModel table = colours.model();
        List<Colour> all = new ArrayList<>(List.of(palette.paper(), palette.panel()));
        for (Tone tone : Tone.values()) {
            all.add(palette.text(tone, Ink.TONE));
            all.add(Objects.requireNonNull(palette.area(tone, Fill.TINT).fill()));
            all.add(Objects.requireNonNull(palette.area(tone, Fill.SOLID).fill()));
        }
        for (Colour colour : all) {
            int found = table.getRGB(colours.nearest(colour.rgb()) & 0xff) & 0xff_ffff;
            assertEquals(colour, new Colour(found));
        }
    }

    /// A page is in the file before the next is drawn: nothing waits in memory.
    @Test
    void aPageIsWrittenBeforeTheNextIsAskedFor() throws IOException {
        var out = new ByteArrayOutputStream();
        List<Integer> written = new ArrayList<>();
        Supplier<Iterator<Album.Page>> pages =
                () ->
                        IntStream.range(0, 50)
                                .mapToObj(i -> {
                                    written.add(out.size());
                                    String words = "page " + i;
                                    return new Album.Page(words, words, Hostile.picture(words));
                                })
                                .iterator();
        new Album("title", "en", pages, Palette.LIGHT).writeGif(1, 100, out);

        List<Integer> drawing = written.subList(50, 100);
        for (int i = 1; i < drawing.size(); i++) {
            assertTrue(drawing.get(i) > drawing.get(i - 1), "page " + i + " waits");
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
        new Album("title", "en", pages::iterator, Palette.LIGHT).writeGif(1, 100, out);

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
                assertTrue(reader.read(i).getHeight() <= 48 + 50 + 32);
            }
        } finally {
            reader.dispose();
        }
    }
}
