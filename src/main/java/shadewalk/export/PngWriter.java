package shadewalk.export;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import shadewalk.diagram.Colour;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Paint;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Pattern;
import shadewalk.diagram.Piece;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.motion.Between;
import shadewalk.diagram.motion.Change;
import shadewalk.diagram.motion.Ease;
import shadewalk.diagram.motion.Mark;

/// Writes a diagram as PNG with Java2D and the bundled fonts. Needs no display.
public final class PngWriter {

    private final Graphics2D graphics;
    private final Palette palette;

    private PngWriter(Graphics2D graphics, Palette palette) {
        this.graphics = graphics;
        this.palette = palette;
    }

    /// Writes PNG; `out` stays open.
    public static void write(Shot shot, OutputStream out) throws IOException {
        byte[] png = packed(image(shot.diagram(), shot.palette(), shot.scale()));
        out.write(shot.session().isEmpty() ? png : PngSession.into(png, shot.session()));
    }

    /// An image as a file.
    static byte[] packed(BufferedImage image) throws IOException {
        var file = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", file)) {
            throw new IOException("this Java has no PNG writer");
        }
        return file.toByteArray();
    }

    /// The picture in memory.
    ///
    /// @param scale pixels to a unit, 1 to 4
    public static BufferedImage image(Diagram diagram, Palette palette, double scale) {
        BufferedImage image =
                new BufferedImage(
                        (int) Math.ceil(diagram.width() * scale),
                        (int) Math.ceil(diagram.height() * scale),
                        BufferedImage.TYPE_INT_RGB);
        draw(diagram, palette, scale, 0, image);
        return image;
    }

    /// Draws a picture into an image that is there already and is all ground around it.
    ///
    /// @param left where the picture begins, in pixels
    static void draw(
            Diagram diagram, Palette palette, double scale, int left, BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(color(palette.paper()));
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.clipRect(
                    left,
                    0,
                    (int) Math.ceil(diagram.width() * scale),
                    (int) Math.ceil(diagram.height() * scale));
            graphics.translate(left, 0);
            graphics.scale(scale, scale);
            draw(Change.none(diagram).at(1), palette, graphics);
        } finally {
            graphics.dispose();
        }
    }

    /// Draws marks in their order, in the units of their diagram.
    static void draw(List<Mark> marks, Palette palette, Graphics2D graphics) {
        PngWriter writer = new PngWriter(graphics, palette);
        marks.forEach(writer::mark);
    }

    private void mark(Mark mark) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(mark.pivot().x(), mark.pivot().y());
        graphics.scale(mark.grown(), mark.grown());
        graphics.translate(-mark.pivot().x(), -mark.pivot().y());
        graphics.setComposite(
                AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) mark.opacity()));
        switch (mark.shape()) {
            case Shape.Group _ -> {}
            case Shape.Box box -> box(box, mark);
            case Shape.Path path -> path(path, mark);
            case Shape.Text text -> text(text, mark);
        }
        graphics.setTransform(before);
    }

    private void box(Shape.Box box, Mark mark) {
        Paint look = palette.area(box.tone(), box.fill());
        Paint was =
                mark.was() instanceof Shape.Box old ? palette.area(old.tone(), old.fill()) : look;
        double round = Math.min(box.radius() * 2, Math.min(box.width(), box.height()));
        paint(
                new RoundRectangle2D.Double(
                        box.x(), box.y(), box.width(), box.height(), round, round),
                was,
                look,
                mark.share());
        if (look.pattern() != Pattern.NONE) {
            hatch(box, look);
        }
    }

    private void hatch(Shape.Box box, Paint look) {
        graphics.setColor(color(look.hatch()));
        graphics.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        for (Pattern.Stroke stroke :
                look.pattern().strokes(box.x(), box.y(), box.width(), box.height())) {
            graphics.draw(
                    new Line2D.Double(
                            stroke.from().x(),
                            stroke.from().y(),
                            stroke.to().x(),
                            stroke.to().y()));
        }
    }

    private void path(Shape.Path path, Mark mark) {
        Paint look = palette.path(path);
        Paint was = mark.was() instanceof Shape.Path old ? palette.path(old) : look;
        boolean whole = mark.reach() == 1;
        paint(
                outline(whole ? path : Between.beginning(path, mark.reach())),
                was,
                look,
                mark.share());
        if (whole) {
            path.triangles().forEach(corners -> head(corners, look));
        }
    }

    private static Path2D outline(Shape.Path path) {
        Path2D outline = new Path2D.Double();
        for (Piece piece : path.pieces()) {
            switch (piece) {
                case Piece.Move(var to) -> outline.moveTo(to.x(), to.y());
                case Piece.Line(var to) -> outline.lineTo(to.x(), to.y());
                case Piece.Curve(_, var control, var to) ->
                        outline.quadTo(control.x(), control.y(), to.x(), to.y());
            }
        }
        if (path.closed()) {
            outline.closePath();
        }
        return outline;
    }

    private void head(List<Point> corners, Paint look) {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(corners.getFirst().x(), corners.getFirst().y());
        for (Point corner : corners.subList(1, corners.size())) {
            triangle.lineTo(corner.x(), corner.y());
        }
        triangle.closePath();
        if (look.stroke() != null) {
            graphics.setColor(color(look.stroke()));
            graphics.fill(triangle);
        }
    }

    /// @param share how much it looks like `now` already
    private void paint(java.awt.Shape outline, Paint was, Paint now, double share) {
        Color fill = mixed(was.fill(), now.fill(), share);
        if (fill != null) {
            graphics.setColor(fill);
            graphics.fill(outline);
        }
        Color line = mixed(was.stroke(), now.stroke(), share);
        if (line != null) {
            graphics.setColor(line);
            graphics.setStroke(stroke(now.stroke() == null ? was : now));
            graphics.draw(outline);
        }
    }

    /// A colour on its way to another; one that is missing is one that cannot be seen.
    private static @Nullable Color mixed(@Nullable Colour from, @Nullable Colour to, double share) {
        if (from == null || to == null) {
            Colour there = from == null ? to : from;
            double alpha = from == null ? share : 1 - share;
            return there == null || alpha == 0
                    ? null
                    : new Color(
                            there.red(),
                            there.green(),
                            there.blue(),
                            (int) Math.round(alpha * 255));
        }
        return new Color(
                (int) Math.round(Ease.mix(from.red(), to.red(), share)),
                (int) Math.round(Ease.mix(from.green(), to.green(), share)),
                (int) Math.round(Ease.mix(from.blue(), to.blue(), share)));
    }

    private static BasicStroke stroke(Paint look) {
        double[] lengths = look.dash().lengths();
        if (lengths.length == 0) {
            return new BasicStroke(
                    (float) look.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
        }
        float[] dash = new float[lengths.length];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = (float) lengths[i];
        }
        return new BasicStroke(
                (float) look.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0);
    }

    private void text(Shape.Text text, Mark mark) {
        Colour now = palette.text(text.tone(), text.ink());
        Colour was =
                mark.was() instanceof Shape.Text old ? palette.text(old.tone(), old.ink()) : now;
        AffineTransform at = AffineTransform.getTranslateInstance(text.left(), text.y());
        graphics.setColor(mixed(was, now, mark.share()));
        graphics.fill(
                at.createTransformedShape(
                        Java2dFonts.outline(
                                text.style().face(), text.style().size(), text.text())));
    }

    static Color color(Colour colour) {
        return new Color(colour.rgb());
    }
}
