package shadewalk.export;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import shadewalk.diagram.Colour;
import shadewalk.diagram.Face;
import shadewalk.diagram.Look;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Pattern;
import shadewalk.diagram.Piece;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.export.pdf.CompactFont;
import shadewalk.export.pdf.SubsetFont;

/// Draws shapes as the operators of one PDF page, whose y grows downwards like a diagram's.
///
/// Source: ISO 32000-1:2008, 8 graphics and 9 text.
final class PdfPen {

    /// How far a curve's control points stand from the ends of a quarter of a circle.
    private static final double QUARTER = 0.5522847498;

    private final StringBuilder page = new StringBuilder();
    private final Palette palette;
    private final Map<Face, SubsetFont> fonts;

    PdfPen(Palette palette, Map<Face, SubsetFont> fonts) {
        this.palette = palette;
        this.fonts = fonts;
    }

    /// The fonts of a file, empty yet.
    static Map<Face, SubsetFont> fonts() {
        Map<Face, SubsetFont> fonts = new EnumMap<>(Face.class);
        for (Face face : Face.values()) {
            fonts.put(face, new SubsetFont(Fonts.name(face), face.isMono(), c -> glyph(face, c)));
        }
        return fonts;
    }

    private static CompactFont.Glyph glyph(Face face, int character) {
        int em = CompactFont.EM;
        String text = Character.toString(character);
        return new CompactFont.Glyph(face.width(text) * em, Fonts.upright(face, em, text));
    }

    /// What a page calls a font.
    static String name(Face face) {
        return "/" + face;
    }

    /// The operators so far.
    String operators() {
        return page.toString();
    }

    /// Everything until [#end] is moved, then enlarged.
    void begin(double x, double y, double scale) {
        op("q %s 0 0 %s %s %s cm".formatted(precise(scale), precise(scale), of(x), of(y)));
    }

    /// Turns the page upside down, so that y grows downwards.
    void flip(double height, double scale) {
        op("%s 0 0 -%s 0 %s cm".formatted(precise(scale), precise(scale), of(height * scale)));
    }

    void end() {
        op("Q");
    }

    /// Everything until [#endPart] is part `number` of the page to those who listen to it.
    void beginPart(String kind, int number) {
        op("/%s << /MCID %s >> BDC".formatted(kind, number));
    }

    void endPart() {
        op("EMC");
    }

    /// What has no part in the telling: the ground.
    void ground(double width, double height) {
        op("/Artifact BMC");
        op("%s rg 0 0 %s %s re f".formatted(colour(palette.paper()), of(width), of(height)));
        op("EMC");
    }

    void shapes(List<Shape> shapes) {
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
        Look look = palette.area(box.tone(), box.fill());
        paint(outline(box), look);
        if (look.pattern() == Pattern.NONE) {
            return;
        }
        String strokes =
                look.pattern().strokes(box.x(), box.y(), box.width(), box.height()).stream()
                        .map(s -> pair(s.from()) + " m " + pair(s.to()) + " l")
                        .collect(Collectors.joining(" "));
        if (!strokes.isEmpty()) {
            op("%s RG 1 w [] 0 d %s S".formatted(colour(look.hatch()), strokes));
        }
    }

    private static String outline(Shape.Box box) {
        double r = Math.min(box.radius(), Math.min(box.width(), box.height()) / 2);
        if (r <= 0) {
            return "%s %s %s %s re"
                    .formatted(of(box.x()), of(box.y()), of(box.width()), of(box.height()));
        }
        double far = r - r * QUARTER;
        double left = box.x();
        double top = box.y();
        double right = box.right();
        double bottom = box.bottom();
        return String.join(
                " ",
                numbers("m", left + r, top),
                numbers("l", right - r, top),
                numbers("c", right - far, top, right, top + far, right, top + r),
                numbers("l", right, bottom - r),
                numbers("c", right, bottom - far, right - far, bottom, right - r, bottom),
                numbers("l", left + r, bottom),
                numbers("c", left + far, bottom, left, bottom - far, left, bottom - r),
                numbers("l", left, top + r),
                numbers("c", left, top + far, left + far, top, left + r, top),
                "h");
    }

    private void path(Shape.Path path) {
        Look look = palette.path(path);
        paint(outline(path), look);
        path.triangles().forEach(corners -> head(corners, look));
    }

    private static String outline(Shape.Path path) {
        StringBuilder outline = new StringBuilder();
        Point at = path.first();
        for (Piece piece : path.pieces()) {
            Point from = at;
            at =
                    switch (piece) {
                        case Piece.Move(var to) -> {
                            outline.append(pair(to)).append(" m ");
                            yield to;
                        }
                        case Piece.Line(var to) -> {
                            outline.append(pair(to)).append(" l ");
                            yield to;
                        }
                        case Piece.Curve curve -> {
                            outline.append(pair(curve.first(from))).append(' ');
                            outline.append(pair(curve.second())).append(' ');
                            outline.append(pair(curve.to())).append(" c ");
                            yield curve.to();
                        }
                    };
        }
        return outline.append(path.closed() ? "h" : "").toString().strip();
    }

    private void head(List<Point> corners, Look look) {
        if (look.stroke() != null) {
            String rest =
                    corners.subList(1, corners.size()).stream()
                            .map(corner -> pair(corner) + " l")
                            .collect(Collectors.joining(" "));
            op(
                    "%s rg %s m %s h f"
                            .formatted(colour(look.stroke()), pair(corners.getFirst()), rest));
        }
    }

    private void paint(String outline, Look look) {
        if (look.fill() != null) {
            op("%s rg".formatted(colour(look.fill())));
        }
        if (look.stroke() != null) {
            String dash =
                    Arrays.stream(look.dash().lengths())
                            .mapToObj(PdfPen::of)
                            .collect(Collectors.joining(" "));
            op("%s RG %s w [%s] 0 d".formatted(colour(look.stroke()), of(look.width()), dash));
        }
        String painter =
                look.fill() == null
                        ? look.stroke() == null ? "n" : "S"
                        : look.stroke() == null ? "f" : "B";
        op("%s %s".formatted(outline, painter));
    }

    private void text(Shape.Text text) {
        Face face = text.style().face();
        op(
                "BT %s rg %s %s Tf 1 0 0 -1 %s %s Tm %s Tj ET"
                        .formatted(
                                colour(palette.text(text.tone(), text.ink())),
                                name(face),
                                of(text.style().size()),
                                of(text.left()),
                                of(text.y()),
                                Objects.requireNonNull(fonts.get(face)).codes(text.text())));
    }

    private void op(String operators) {
        page.append(operators).append('\n');
    }

    private static String numbers(String operator, double... numbers) {
        return Arrays.stream(numbers).mapToObj(PdfPen::of).collect(Collectors.joining(" "))
                + " "
                + operator;
    }

    private static String pair(Point point) {
        return of(point.x()) + " " + of(point.y());
    }

    private static String colour(Colour colour) {
        return "%s %s %s"
                .formatted(
                        precise(colour.red() / 255.0),
                        precise(colour.green() / 255.0),
                        precise(colour.blue() / 255.0));
    }

    private static String of(double value) {
        return Decimal.of(value);
    }

    private static String precise(double value) {
        return Decimal.precise(value);
    }
}
