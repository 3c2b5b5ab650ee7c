package shadewalk.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shadewalk.diagram.Colour;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Face;
import shadewalk.diagram.Paint;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Pattern;
import shadewalk.diagram.Piece;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;

/// Writes a diagram as a LaTeX document of one TikZ picture, which compiles by itself and can be
/// taken into another one with the package `standalone`.
///
/// The fonts are TeX's own: Latin Modern, or Computer Modern where that is not installed. A text
/// that would come out wider than in the diagram is narrowed to fit.
///
/// Source: the manual of PGF/TikZ 3.1, 14 and 15 on paths, 17 on nodes.
public final class TikzWriter {

    private static final String HEAD =
            """
            \\documentclass[tikz]{standalone}
            \\IfFileExists{lmodern.sty}
              {\\usepackage[T1]{fontenc}\\usepackage{lmodern}}
              {\\usepackage{fix-cm}}
            \\usepackage{textcomp}
            \\newsavebox\\swbox
            % \\swtext{width}{text}: the text, narrowed to the width if it is wider
            \\newcommand\\swtext[2]{\\sbox\\swbox{#2}\\ifdim\\wd\\swbox>#1\\relax
              \\resizebox{#1}{\\height}{\\usebox\\swbox}\\else\\usebox\\swbox\\fi}
            """;

    /// Big points to a unit.
    private static final double POINTS = 0.75;

    /// TeX knows no length above 16,383 points.
    private static final double MAX_WIDTH = 20_000;

    private final StringBuilder body = new StringBuilder();
    private final Map<String, Colour> colours = new TreeMap<>();
    private final Palette palette;

    private TikzWriter(Palette palette) {
        this.palette = palette;
    }

    /// Writes UTF-8; `out` stays open.
    public static void write(Shot shot, OutputStream out) throws IOException {
        TikzWriter writer = new TikzWriter(shot.palette());
        writer.picture(shot.diagram());
        out.write(writer.document(shot.diagram().title()).getBytes(StandardCharsets.UTF_8));
    }

    private String document(String title) {
        String defined =
                colours.entrySet().stream()
                        .map(c ->
                                "\\definecolor{%s}{HTML}{%s}\n"
                                        .formatted(c.getKey(), c.getKey().substring(1)))
                        .collect(Collectors.joining());
        return "% "
                + TexText.comment(title)
                + "\n"
                + HEAD
                + defined
                + "\\begin{document}\n"
                + body
                + "\\end{document}\n";
    }

    private void picture(Diagram diagram) {
        String size = point(diagram.width(), diagram.height());
        line("\\begin{tikzpicture}[x=%sbp,y=-%sbp]".formatted(of(POINTS), of(POINTS)));
        line("\\useasboundingbox (0,0) rectangle %s;".formatted(size));
        line("\\clip (0,0) rectangle %s;".formatted(size));
        line("\\fill[%s] (0,0) rectangle %s;".formatted(colour(palette.paper()), size));
        shapes(diagram.shapes());
        line("\\end{tikzpicture}");
    }

    private void shapes(List<Shape> shapes) {
        for (Shape shape : shapes) {
            switch (shape) {
                case Shape.Group group -> {
                    line("% " + TexText.comment(group.id()));
                    shapes(group.shapes());
                }
                case Shape.Box box -> box(box);
                case Shape.Path path -> path(path);
                case Shape.Text text -> text(text);
            }
        }
    }

    private void box(Shape.Box box) {
        Paint look = palette.area(box.tone(), box.fill());
        double radius = Math.min(box.radius(), Math.min(box.width(), box.height()) / 2);
        String corners = radius > 0 ? ",rounded corners=" + length(radius) : "";
        paint(
                look,
                corners,
                point(box.x(), box.y()) + " rectangle " + point(box.right(), box.bottom()));
        if (look.pattern() == Pattern.NONE) {
            return;
        }
        String strokes =
                look.pattern().strokes(box.x(), box.y(), box.width(), box.height()).stream()
                        .map(s -> point(s.from()) + "--" + point(s.to()))
                        .collect(Collectors.joining(" "));
        if (!strokes.isEmpty()) {
            line(
                    "\\draw[%s,line width=%s] %s;"
                            .formatted(colour(look.hatch()), length(1), strokes));
        }
    }

    private void path(Shape.Path path) {
        Paint look = palette.path(path);
        paint(look, "", outline(path));
        path.triangles().forEach(corners -> head(corners, look));
    }

    private static String outline(Shape.Path path) {
        StringBuilder outline = new StringBuilder();
        for (Piece piece : path.pieces()) {
            switch (piece) {
                case Piece.Move(var to) -> outline.append(point(to));
                case Piece.Line(var to) -> outline.append("--").append(point(to));
                case Piece.Curve curve -> {
                    outline.append("..controls ").append(point(curve.first()));
                    outline.append(" and ").append(point(curve.second()));
                    outline.append("..").append(point(curve.to()));
                }
            }
        }
        return outline.append(path.closed() ? "--cycle" : "").toString();
    }

    private void head(List<Point> corners, Paint look) {
        if (look.stroke() != null) {
            String outline =
                    corners.stream().map(TikzWriter::point).collect(Collectors.joining("--"));
            line("\\fill[%s] %s--cycle;".formatted(colour(look.stroke()), outline));
        }
    }

    private void paint(Paint look, String more, String outline) {
        StringBuilder options = new StringBuilder();
        options.append("fill=").append(look.fill() == null ? "none" : colour(look.fill()));
        if (look.stroke() != null) {
            options.append(",draw=").append(colour(look.stroke()));
            options.append(",line width=").append(length(look.width()));
            options.append(dash(look.dash().lengths()));
        }
        line("\\path[%s%s] %s;".formatted(options, more, outline));
    }

    private static String dash(double[] lengths) {
        if (lengths.length == 0) {
            return "";
        }
        StringBuilder dash = new StringBuilder(",dash pattern=");
        for (int i = 0; i < lengths.length; i++) {
            dash.append(i % 2 == 0 ? "on " : "off ").append(length(lengths[i])).append(' ');
        }
        return dash.toString().stripTrailing();
    }

    private void text(Shape.Text text) {
        Face face = text.style().face();
        String anchor =
                switch (text.anchor()) {
                    case START -> "base west";
                    case MIDDLE -> "base";
                    case END -> "base east";
                };
        String font =
                (face.isMono() ? "\\ttfamily" : "\\sffamily")
                        + (face.weight() > 400 ? "\\bfseries" : "");
        String size = length(text.style().size());
        line(
                "\\node[anchor=%s,inner sep=0pt,outer sep=0pt,text=%s] at %s {\\swtext{%s}{\\fontsize{%s}{%s}%s %s}};"
                        .formatted(
                                anchor,
                                colour(palette.text(text.tone(), text.ink())),
                                point(text.x(), text.y()),
                                length(Math.min(text.width(), MAX_WIDTH)),
                                size,
                                size,
                                font,
                                TexText.of(text.text())));
    }

    private void line(String text) {
        body.append(text).append('\n');
    }

    private String colour(@Nullable Colour colour) {
        Colour any = colour == null ? palette.paper() : colour;
        String name = "c" + any.hex().substring(1).toUpperCase(Locale.ROOT);
        colours.put(name, any);
        return name;
    }

    private static String point(Point point) {
        return point(point.x(), point.y());
    }

    private static String point(double x, double y) {
        return "(" + of(x) + "," + of(y) + ")";
    }

    private static String length(double units) {
        return of(units * POINTS) + "bp";
    }

    private static String of(double value) {
        return Decimal.of(value);
    }
}
