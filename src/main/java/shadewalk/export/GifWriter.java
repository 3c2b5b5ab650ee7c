package shadewalk.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Palette;

/// Writes pictures one after the other as a GIF that begins again when it is through. Each picture
/// is drawn, written and forgotten.
///
/// Source: CompuServe, Graphics Interchange Format 89a; the metadata format
/// `javax_imageio_gif_image_1.0` of the package `javax.imageio.metadata`.
public final class GifWriter implements AutoCloseable {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final int HUNDREDTH = 10;

    /// The Netscape block that says "again, without end".
    private static final byte[] FOREVER = {1, 0, 0};

    private final Palette palette;
    private final double scale;

    /// Every picture is drawn here, so that memory does not fill with large images.
    private final BufferedImage frame;

    private final MemoryCacheImageOutputStream stream;
    private final ImageWriter writer;
    private boolean first = true;

    /// Begins a file; `out` stays open.
    ///
    /// @param width of the largest picture, in its units
    /// @param height of the highest picture
    /// @param scale pixels to a unit, 1 to 4
    public GifWriter(Palette palette, double width, double height, double scale, OutputStream out)
            throws IOException {
        this.palette = palette;
        this.scale = scale;
        frame =
                new BufferedImage(
                        (int) Math.ceil(width * scale),
                        (int) Math.ceil(height * scale),
                        BufferedImage.TYPE_INT_RGB);
        stream = new MemoryCacheImageOutputStream(out);
        writer = ImageIO.getImageWritersByFormatName("gif").next();
        writer.setOutput(stream);
        writer.prepareWriteSequence(null);
    }

    /// Adds a picture.
    ///
    /// @param milliseconds how long it is shown; kept in hundredths of a second
    public void add(Diagram picture, int milliseconds) throws IOException {
        int wide = (int) Math.ceil(picture.width() * scale);
        PngWriter.draw(picture, palette, scale, (frame.getWidth() - wide) / 2, frame);
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
        metadata.setFromTree(FORMAT, described(metadata, milliseconds / HUNDREDTH));
        writer.writeToSequence(new IIOImage(frame, null, metadata), null);
        first = false;
    }

    private IIOMetadataNode described(IIOMetadata metadata, int hundredths)
            throws IIOInvalidTreeException {
        var root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("delayTime", String.valueOf(hundredths));
        control.setAttribute("transparentColorIndex", "0");
        root.appendChild(control);
        if (first) {
            IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            loop.setUserObject(FOREVER);
            IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
            extensions.appendChild(loop);
            root.appendChild(extensions);
        }
        return root;
    }

    @Override
    public void close() throws IOException {
        try {
            writer.endWriteSequence();
            stream.flush();
        } finally {
            writer.dispose();
            stream.close();
        }
    }
}
