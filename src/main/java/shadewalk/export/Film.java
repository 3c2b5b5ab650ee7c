package shadewalk.export;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Palette;
import shadewalk.diagram.motion.Change;
import shadewalk.diagram.motion.Viewport;

/// A change as a strip of frames, two in a row: how it looks on its way.
///
/// @param frames how many, the first before the change and the last after it
public record Film(Diagram before, Diagram after, Change change, int frames, Palette palette) {

    public static final int FEWEST = 2;
    public static final int MOST = 24;

    private static final int COLUMNS = 2;
    private static final int GAP = 8;

    /// How wide a frame is, in pixels at scale 1.
    private static final double WIDE = 640;

    /// Writes PNG; `out` stays open.
    ///
    /// @param scale pixels to a pixel of the strip, 1 to 4
    public void write(double scale, OutputStream out) throws IOException {
        double wide = Math.max(before.width(), after.width());
        double high = Math.max(before.height(), after.height());
        int width = (int) Math.round(WIDE * scale);
        int height = (int) Math.round(WIDE * scale * high / wide);
        int rows = (frames + COLUMNS - 1) / COLUMNS;
        BufferedImage strip =
                new BufferedImage(
                        COLUMNS * (width + GAP) - GAP,
                        rows * (height + GAP) - GAP,
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = strip.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, strip.getWidth(), strip.getHeight());
        for (int i = 0; i < frames; i++) {
            int x = i % COLUMNS * (width + GAP);
            int y = i / COLUMNS * (height + GAP);
            frame((double) i / (frames - 1), (Graphics2D) graphics.create(x, y, width, height));
        }
        graphics.dispose();
        out.write(PngWriter.packed(strip));
    }

    private void frame(double t, Graphics2D graphics) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double width = graphics.getClipBounds().width;
        double height = graphics.getClipBounds().height;
        graphics.setColor(PngWriter.color(palette.paper()));
        graphics.fill(graphics.getClipBounds());
        Viewport seen =
                fitting(before, width, height)
                        .toward(fitting(after, width, height), change.look(t));
        graphics.translate(seen.offsetX(), seen.offsetY());
        graphics.scale(seen.scale(), seen.scale());
        PngWriter.draw(change.at(t), palette, graphics);
        graphics.dispose();
    }

    private static Viewport fitting(Diagram diagram, double width, double height) {
        return Viewport.fitting(diagram.width(), diagram.height(), width, height, 1);
    }
}
