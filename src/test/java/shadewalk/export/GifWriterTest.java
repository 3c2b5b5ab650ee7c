package shadewalk.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
}
