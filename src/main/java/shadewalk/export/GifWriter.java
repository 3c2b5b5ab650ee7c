package shadewalk.export;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Palette;

/// Writes pictures one after the other as a GIF that begins again when it is through. Each picture
/// is drawn over the one before it and written, where it differs, before the next is asked for: the
/// memory is that of one picture, however many there are.
///
/// Source: CompuServe, Graphics Interchange Format 89a, sections 17 to 27.
public final class GifWriter implements AutoCloseable {

    private static final int MILLISECONDS = 10;

    /// A table of 256 colours of 8 bits a channel, for the whole file.
    private static final int COLOURS = 0xf7;

    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;

    /// What was drawn before stays.
    private static final int KEEP = 1 << 2;

    /// One of the colours is none.
    private static final int CLEAR = 1;

    private final Palette palette;
    private final double scale;
    private final OutputStream out;
    private final Lzw packer;
    private final GifColours colours;
    private final BufferedImage frame;
    private final int[] pixels;

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
        this.out = out;
        packer = new Lzw(out);
        colours = new GifColours(palette);
        frame =
                new BufferedImage(
                        (int) Math.ceil(width * scale),
                        (int) Math.ceil(height * scale),
                        BufferedImage.TYPE_INT_RGB);
        pixels = ((DataBufferInt) frame.getRaster().getDataBuffer()).getData();
        shown = new byte[pixels.length];
        drawn = new byte[pixels.length];
        begin();
    }

    private void begin() throws IOException {
        out.write("GIF89a".getBytes(StandardCharsets.US_ASCII));
        shorts(frame.getWidth(), frame.getHeight());
        bytes(COLOURS, 0, 0);
        out.write(colours.bytes());
        bytes(EXTENSION, 0xff, 11);
        out.write("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII));
        bytes(3, 1);
        shorts(0); // again, without end
        bytes(0);
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
        bytes(EXTENSION, 0xf9, 4, KEEP | CLEAR);
        shorts(hundredths);
        bytes(GifColours.CLEAR, 0, IMAGE);
        shorts(part.left(), part.top(), part.width(), part.height());
        bytes(0);
        int wide = frame.getWidth();
        int from = part.top() * wide + part.left();
        packer.write(shown, from, part.width(), part.height(), wide);
    }

    private void bytes(int... bytes) throws IOException {
        for (int each : bytes) {
            out.write(each);
        }
    }

    /// Two bytes each, the low one first.
    private void shorts(int... shorts) throws IOException {
        for (int each : shorts) {
            bytes(each, each >> 8);
        }
    }

    @Override
    public void close() throws IOException {
        out.write(TRAILER);
    }
}
