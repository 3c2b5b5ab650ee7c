package shadewalk.export;

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
import shadewalk.diagram.Colour;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Paint;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Pattern;
import shadewalk.diagram.Piece;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;

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
        var file = new ByteArrayOutputStream();
        if (!ImageIO.write(image(shot.diagram(), shot.palette(), shot.scale()), "png", file)) {
            throw new IOException("this Java has no PNG writer");
        }
        byte[] png = file.toByteArray();
        out.write(shot.session().isEmpty() ? png : PngSession.into(png, shot.session()));
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
            new PngWriter(graphics, palette).shapes(diagram.shapes());
        } finally {
            graphics.dispose();
        }
    }

    private void shapes(List<Shape> shapes) {
        for (Shape shape : shapes) {
            switch (shape) {
                case Shape.Group group -> shapes(group.shapes());
                case Shape.Box box -> box(box);
                case Shape.Path path -> path(path);
                case Shape.Text text -> text(text);
            }
        }
    }

    private void box(Shape.Box box) {
        Paint look = palette.area(box.tone(), box.fill());
        double round = Math.min(box.radius() * 2, Math.min(box.width(), box.height()));
        paint(
                new RoundRectangle2D.Double(
                        box.x(), box.y(), box.width(), box.height(), round, round),
                look);
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

    private void path(Shape.Path path) {
        Paint look = palette.path(path);
        paint(outline(path), look);
        path.triangles().forEach(corners -> head(corners, look));
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

    private void paint(java.awt.Shape outline, Paint look) {
        if (look.fill() != null) {
            graphics.setColor(color(look.fill()));
            graphics.fill(outline);
        }
        if (look.stroke() != null) {
            graphics.setColor(color(look.stroke()));
            graphics.setStroke(stroke(look));
            graphics.draw(outline);
        }
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

    private void text(Shape.Text text) {
        AffineTransform at = AffineTransform.getTranslateInstance(text.left(), text.y());
        graphics.setColor(color(palette.text(text.tone(), text.ink())));
        graphics.fill(
                at.createTransformedShape(
                        Java2dFonts.outline(
                                text.style().face(), text.style().size(), text.text())));
    }

    private static Color color(Colour colour) {
        return new Color(colour.rgb());
    }
}
