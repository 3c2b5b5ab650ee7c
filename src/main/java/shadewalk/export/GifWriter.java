package shadewalk.export;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Palette;

/// Writes pictures one after the other as a GIF that begins again when it is through. Each picture
/// is drawn over the one before it and written, where it differs, before the next is asked for: the
/// memory is that of one picture, however many there are.
///
/// Source: "GIF Metadata Format Specification" of `javax.imageio`.
public final class GifWriter implements AutoCloseable {

    private static final int MILLISECONDS = 10;

    private final Palette palette;
    private final double scale;
    private final GifColours colours;
    private final IndexColorModel model;
    private final BufferedImage frame;
    private final int[] pixels;
    private final ImageWriter writer;
    private final ImageWriteParam rowByRow;
    private final ImageOutputStream out;

    /// The colours of the picture before, and of this one.
    private byte[] shown;

    private byte[] drawn;
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
        this.out = new MemoryCacheImageOutputStream(out);
        colours = new GifColours(palette);
        model = colours.model();
        frame =
                new BufferedImage(
                        (int) Math.ceil(width * scale),
                        (int) Math.ceil(height * scale),
                        BufferedImage.TYPE_INT_RGB);
        pixels = ((DataBufferInt) frame.getRaster().getDataBuffer()).getData();
        shown = new byte[pixels.length];
        drawn = new byte[pixels.length];
        writer = ImageIO.getImageWritersByFormatName("gif").next();
        rowByRow = writer.getDefaultWriteParam();
        rowByRow.setProgressiveMode(ImageWriteParam.MODE_DISABLED);
        writer.setOutput(this.out);
        writer.prepareWriteSequence(screen());
    }

    /// The size of the whole, and one table of colours for all pictures.
    private IIOMetadata screen() throws IOException {
        IIOMetadata screen = writer.getDefaultStreamMetadata(rowByRow);
        IIOMetadataNode root = new IIOMetadataNode(screen.getNativeMetadataFormatName());
        root.appendChild(
                node(
                        "LogicalScreenDescriptor",
                        "logicalScreenWidth=%d logicalScreenHeight=%d colorResolution=8 pixelAspectRatio=0"
                                .formatted(frame.getWidth(), frame.getHeight())));
        int size = model.getMapSize();
        IIOMetadataNode table =
                node(
                        "GlobalColorTable",
                        "sizeOfGlobalColorTable=%d backgroundColorIndex=0 sortFlag=FALSE"
                                .formatted(size));
        for (int i = 0; i < size; i++) {
            table.appendChild(
                    node(
                            "ColorTableEntry",
                            "index=%d red=%d green=%d blue=%d"
                                    .formatted(
                                            i,
                                            model.getRed(i),
                                            model.getGreen(i),
                                            model.getBlue(i))));
        }
        root.appendChild(table);
        screen.mergeTree(root.getNodeName(), root);
        return screen;
    }

    /// @param attributes with blanks between them: `red=1 green=2`
    private static IIOMetadataNode node(String name, String attributes) {
        IIOMetadataNode node = new IIOMetadataNode(name);
        for (String attribute : attributes.split(" ", -1)) {
            String[] pair = attribute.split("=", 2);
            node.setAttribute(pair[0], pair[1]);
        }
        return node;
    }

    /// Adds a picture.
    ///
    /// @param milliseconds how long it is shown; kept in hundredths of a second
    public void add(Diagram picture, int milliseconds) throws IOException {
        int wide = (int) Math.ceil(picture.width() * scale);
        PngWriter.draw(picture, palette, scale, (frame.getWidth() - wide) / 2, frame);
        for (int i = 0; i < pixels.length; i++) {
            drawn[i] =
                    i > 0 && pixels[i] == pixels[i - 1]
                            ? drawn[i - 1]
                            : colours.nearest(pixels[i] & 0xff_ffff);
        }
        Part part = first ? whole() : difference();
        leaveOut(part);
        write(part, milliseconds / MILLISECONDS);
        byte[] spare = shown;
        shown = drawn;
        drawn = spare;
        first = false;
    }

    /// Makes of the picture before what has to be painted over it.
    private void leaveOut(Part part) {
        for (int row = part.top(); row < part.top() + part.height(); row++) {
            int start = row * frame.getWidth() + part.left();
            for (int i = start; i < start + part.width(); i++) {
                shown[i] = !first && shown[i] == drawn[i] ? GifColours.CLEAR : drawn[i];
            }
        }
    }

    /// A part of the picture, in pixels.
    private record Part(int left, int top, int width, int height) {}

    private Part whole() {
        return new Part(0, 0, frame.getWidth(), frame.getHeight());
    }

    /// The part in which this picture differs from the one before; one pixel if it does not.
    private Part difference() {
        int wide = frame.getWidth();
        int place = Arrays.mismatch(shown, drawn);
        if (place < 0) {
            return new Part(0, 0, 1, 1);
        }
        int top = place / wide;
        int bottom = top;
        int left = wide;
        int right = 0;
        for (int row = top; row < frame.getHeight(); row++) {
            int start = row * wide;
            int end = start + wide;
            int from = Arrays.mismatch(shown, start, end, drawn, start, end);
            if (from >= 0) {
                bottom = row;
                left = Math.min(left, from);
                right = Math.max(right, last(start, end));
            }
        }
        return new Part(left, top, right - left + 1, bottom - top + 1);
    }

    /// The last column of a row that differs.
    private int last(int start, int end) {
        int i = end - 1;
        while (shown[i] == drawn[i]) {
            i--;
        }
        return i - start;
    }

    private void write(Part part, int hundredths) throws IOException {
        int wide = frame.getWidth();
        int from = part.top() * wide + part.left();
        var raster =
                Raster.createInterleavedRaster(
                        new DataBufferByte(shown, shown.length, 0),
                        part.width(),
                        part.height(),
                        wide,
                        1,
                        new int[] {from},
                        null);
        BufferedImage image = new BufferedImage(model, raster, false, null);
        writer.writeToSequence(new IIOImage(image, null, place(part, hundredths)), rowByRow);
        out.flush();
    }

    private IIOMetadata place(Part part, int hundredths) throws IOException {
        ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(frame);
        IIOMetadata place = writer.getDefaultImageMetadata(type, rowByRow);
        IIOMetadataNode root = new IIOMetadataNode(place.getNativeMetadataFormatName());
        root.appendChild(
                node(
                        "ImageDescriptor",
                        "imageLeftPosition=%d imageTopPosition=%d imageWidth=%d imageHeight=%d interlaceFlag=FALSE"
                                .formatted(part.left(), part.top(), part.width(), part.height())));
        root.appendChild(
                node(
                        "GraphicControlExtension",
                        "disposalMethod=doNotDispose userInputFlag=FALSE transparentColorFlag=TRUE"
                                + " delayTime=%d transparentColorIndex=%d"
                                        .formatted(hundredths, model.getTransparentPixel())));
        if (first) {
            root.appendChild(again());
        }
        place.mergeTree(root.getNodeName(), root);
        return place;
    }

    /// It begins again without end.
    private static IIOMetadataNode again() {
        IIOMetadataNode loop =
                node("ApplicationExtension", "applicationID=NETSCAPE authenticationCode=2.0");
        loop.setUserObject(new byte[] {1, 0, 0});
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        extensions.appendChild(loop);
        return extensions;
    }

    @Override
    public void close() throws IOException {
        writer.endWriteSequence();
        writer.dispose();
        out.close();
    }
}
