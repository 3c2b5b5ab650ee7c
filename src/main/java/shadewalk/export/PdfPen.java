package shadewalk.export;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.util.Matrix;
import shadewalk.diagram.Colour;
import shadewalk.diagram.Face;
import shadewalk.diagram.Paint;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Pattern;
import shadewalk.diagram.Piece;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;

/// Draws shapes on one page of a PDF file, whose y grows downwards like a diagram's.
final class PdfPen implements AutoCloseable {

    /// How far a curve's control points stand from the ends of a quarter of a circle.
    private static final double QUARTER = 0.5522847498;

    private final PDPageContentStream page;
    private final Palette palette;
    private final PdfFonts fonts;

    PdfPen(PDDocument document, PDPage page, Palette palette, PdfFonts fonts) throws IOException {
        this.page = new PDPageContentStream(document, page);
        this.palette = palette;
        this.fonts = fonts;
    }

    /// Turns the page upside down, so that y grows downwards.
    void flip(double height, double scale) throws IOException {
        transform(scale, -scale, 0, height * scale);
    }

    /// What has no part in the telling: the ground.
    void ground(double width, double height) throws IOException {
        page.beginMarkedContent(COSName.ARTIFACT);
        fill(palette.paper());
        page.addRect(0, 0, (float) width, (float) height);
        page.fill();
        page.endMarkedContent();
    }

    /// A part of the page, which is told to those who listen.
    ///
    /// @param number of the part on the page
    void part(PdfPart part, int number) throws IOException {
        page.beginMarkedContent(COSName.getPDFName(part.kind()), number);
        page.saveGraphicsState();
        transform(part.scale(), part.scale(), part.x(), part.y());
        shapes(part.shapes());
        page.restoreGraphicsState();
        page.endMarkedContent();
    }

    private void transform(double across, double down, double x, double y) throws IOException {
        page.transform(new Matrix((float) across, 0, 0, (float) down, (float) x, (float) y));
    }

    private void shapes(List<Shape> shapes) throws IOException {
        for (Shape shape : shapes) {
            switch (shape) {
                case Shape.Group group -> shapes(group.shapes());
                case Shape.Box box -> box(box);
                case Shape.Path path -> path(path);
                case Shape.Text text -> text(text);
            }
        }
    }

    private void box(Shape.Box box) throws IOException {
        Paint look = palette.area(box.tone(), box.fill());
        outline(box);
        paint(look);
        if (look.pattern() == Pattern.NONE) {
            return;
        }
        var strokes = look.pattern().strokes(box.x(), box.y(), box.width(), box.height());
        if (!strokes.isEmpty()) {
            stroke(look.hatch(), 1);
            for (var stroke : strokes) {
                move(stroke.from());
                line(stroke.to());
            }
            page.stroke();
        }
    }

    private void outline(Shape.Box box) throws IOException {
        double r = Math.min(box.radius(), Math.min(box.width(), box.height()) / 2);
        double left = box.x();
        double top = box.y();
        if (r <= 0) {
            page.addRect((float) left, (float) top, (float) box.width(), (float) box.height());
            return;
        }
        double far = r - r * QUARTER;
        double right = box.right();
        double bottom = box.bottom();
        move(new Point(left + r, top));
        line(new Point(right - r, top));
        curve(right - far, top, right, top + far, right, top + r);
        line(new Point(right, bottom - r));
        curve(right, bottom - far, right - far, bottom, right - r, bottom);
        line(new Point(left + r, bottom));
        curve(left + far, bottom, left, bottom - far, left, bottom - r);
        line(new Point(left, top + r));
        curve(left, top + far, left + far, top, left + r, top);
        page.closePath();
    }

    private void path(Shape.Path path) throws IOException {
        Paint look = palette.path(path);
        outline(path);
        paint(look);
        if (look.stroke() != null) {
            for (List<Point> corners : path.triangles()) {
                fill(look.stroke());
                move(corners.getFirst());
                for (Point corner : corners.subList(1, corners.size())) {
                    line(corner);
                }
                page.closePath();
                page.fill();
            }
        }
    }

    private void outline(Shape.Path path) throws IOException {
        for (Piece piece : path.pieces()) {
            switch (piece) {
                case Piece.Move(var to) -> move(to);
                case Piece.Line(var to) -> line(to);
                case Piece.Curve curve -> {
                    Point first = curve.first();
                    Point second = curve.second();
                    Point to = curve.to();
                    curve(first.x(), first.y(), second.x(), second.y(), to.x(), to.y());
                }
            }
        }
        if (path.closed()) {
            page.closePath();
        }
    }

    private void move(Point to) throws IOException {
        page.moveTo((float) to.x(), (float) to.y());
    }

    private void line(Point to) throws IOException {
        page.lineTo((float) to.x(), (float) to.y());
    }

    private void curve(double x1, double y1, double x2, double y2, double x, double y)
            throws IOException {
        page.curveTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x, (float) y);
    }

    private void paint(Paint look) throws IOException {
        if (look.fill() != null) {
            fill(look.fill());
        }
        if (look.stroke() != null) {
            stroke(look.stroke(), look.width(), look.dash().lengths());
        }
        if (look.fill() != null && look.stroke() != null) {
            page.fillAndStroke();
        } else if (look.fill() != null) {
            page.fill();
        } else if (look.stroke() != null) {
            page.stroke();
        }
    }

    private void fill(Colour colour) throws IOException {
        page.setNonStrokingColor(share(colour.red()), share(colour.green()), share(colour.blue()));
    }

    private void stroke(Colour colour, double width, double... dashes) throws IOException {
        float[] lengths = new float[dashes.length];
        for (int i = 0; i < dashes.length; i++) {
            lengths[i] = (float) dashes[i];
        }
        page.setStrokingColor(share(colour.red()), share(colour.green()), share(colour.blue()));
        page.setLineWidth((float) width);
        page.setLineDashPattern(lengths, 0);
    }

    private static float share(int channel) {
        return channel / 255f;
    }

    /// What the font lacks is told to those who search, copy and listen.
    private void text(Shape.Text text) throws IOException {
        Face face = text.style().face();
        double x = text.left();
        for (PdfFonts.Run run : fonts.runs(face, text.text())) {
            if (run.lacking()) {
                COSDictionary meant = new COSDictionary();
                meant.setString(COSName.ACTUAL_TEXT, run.text());
                page.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(meant));
            }
            page.beginText();
            fill(palette.text(text.tone(), text.ink()));
            page.setFont(fonts.of(face), (float) text.style().size());
            page.setTextMatrix(new Matrix(1, 0, 0, -1, (float) x, (float) text.y()));
            page.showText(run.drawn());
            page.endText();
            if (run.lacking()) {
                page.endMarkedContent();
            }
            x += text.style().width(run.text());
        }
    }

    @Override
    public void close() throws IOException {
        page.close();
    }
}
