package shadewalk.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import shadewalk.diagram.Anchor;
import shadewalk.diagram.Colour;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Face;
import shadewalk.diagram.Paint;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Pattern;
import shadewalk.diagram.Piece;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;

/// Writes a diagram as SVG 1.1: groups, ids, titles and descriptions as in the diagram, text as
/// text, no script and no style sheet.
public final class SvgWriter {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    /// Fonts that are no wider than the bundled ones, for readers that take no notice of
    /// `textLength`, as librsvg does not.
    private static final String WORDS =
            "Inter, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans Condensed', sans-serif";

    private static final String NUMBERS =
            "'JetBrains Mono', 'DejaVu Sans Mono', 'Liberation Mono', Menlo, Consolas, monospace";

    /// What is no colour is the same in every palette.
    private static final Palette ANY = Palette.LIGHT;

    private final XMLStreamWriter xml;
    private final SvgColours colours;
    private int depth = 1;

    private SvgWriter(XMLStreamWriter xml, SvgColours colours) {
        this.xml = xml;
        this.colours = colours;
    }

    /// Writes UTF-8; `out` stays open.
    public static void write(Shot shot, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            SvgWriter writer = new SvgWriter(xml, SvgColours.of(shot.palette()));
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            writer.document(shot.diagram(), shot.session());
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("cannot write the SVG: " + e.getMessage(), e);
        }
    }

    /// The picture as an element of a web page. Its ids are those of the whole page.
    public static String inPage(Diagram diagram, SvgColours colours) throws IOException {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            new SvgWriter(xml, colours).document(diagram, "");
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("cannot write the SVG: " + e.getMessage(), e);
        }
        return out.toString();
    }

    private void document(Diagram diagram, String session) throws XMLStreamException {
        String width = Decimal.of(diagram.width());
        String height = Decimal.of(diagram.height());
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement(NAMESPACE, "svg");
        xml.writeDefaultNamespace(NAMESPACE);
        attribute("width", width);
        attribute("height", height);
        attribute("viewBox", "0 0 " + width + " " + height);
        attribute("role", "img");
        attribute("aria-labelledby", "diagram-title diagram-description");
        attribute("xml:space", "preserve");
        told("title", "diagram-title", diagram.title());
        told("desc", "diagram-description", diagram.description());
        if (!session.isEmpty()) {
            xml.writeCharacters("\n ");
            SvgSession.write(xml, session);
        }
        start("rect");
        attribute("width", width);
        attribute("height", height);
        colour("fill", Palette::paper);
        xml.writeEndElement();
        start("g");
        attribute("font-family", WORDS);
        attribute("style", "font-kerning:none;font-variant-ligatures:none");
        shapes(diagram.shapes());
        end();
        end();
    }

    private void told(String element, String id, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            start(element);
            if (!id.isEmpty()) {
                attribute("id", id);
            }
            characters(text);
            xml.writeEndElement();
        }
    }

    private void shapes(List<Shape> shapes) throws XMLStreamException {
        depth++;
        for (Shape shape : shapes) {
            switch (shape) {
                case Shape.Group group -> group(group);
                case Shape.Box box -> box(box);
                case Shape.Path path -> path(path);
                case Shape.Text text -> text(text);
            }
        }
        depth--;
    }

    private void group(Shape.Group group) throws XMLStreamException {
        start("g");
        attribute("id", group.id());
        depth++;
        told("title", "", group.title());
        told("desc", "", group.description());
        depth--;
        shapes(group.shapes());
        end();
    }

    private void box(Shape.Box box) throws XMLStreamException {
        Function<Palette, Paint> painted = palette -> palette.area(box.tone(), box.fill());
        start("rect");
        attribute("id", box.id());
        attribute("x", Decimal.of(box.x()));
        attribute("y", Decimal.of(box.y()));
        attribute("width", Decimal.of(box.width()));
        attribute("height", Decimal.of(box.height()));
        if (box.radius() > 0) {
            attribute("rx", Decimal.of(box.radius()));
        }
        paint(painted);
        xml.writeEndElement();
        if (painted.apply(ANY).pattern() != Pattern.NONE) {
            hatch(box, painted);
        }
    }

    private void hatch(Shape.Box box, Function<Palette, Paint> painted) throws XMLStreamException {
        String strokes =
                painted
                        .apply(ANY)
                        .pattern()
                        .strokes(box.x(), box.y(), box.width(), box.height())
                        .stream()
                        .map(s -> "M" + pair(s.from()) + "L" + pair(s.to()))
                        .collect(Collectors.joining());
        if (strokes.isEmpty()) {
            return;
        }
        start("path");
        attribute("d", strokes);
        colour("stroke", palette -> painted.apply(palette).hatch());
        attribute("fill", "none");
        xml.writeEndElement();
    }

    private void path(Shape.Path path) throws XMLStreamException {
        Function<Palette, Paint> painted = palette -> palette.path(path);
        start("path");
        attribute("id", path.id());
        attribute("d", data(path));
        paint(painted);
        xml.writeEndElement();
        for (List<Point> corners : path.triangles()) {
            head(corners, painted);
        }
    }

    private void head(List<Point> corners, Function<Palette, Paint> painted)
            throws XMLStreamException {
        start("path");
        attribute(
                "d",
                corners.stream().map(SvgWriter::pair).collect(Collectors.joining("L", "M", "Z")));
        colour("fill", palette -> painted.apply(palette).stroke());
        xml.writeEndElement();
    }

    private static String data(Shape.Path path) {
        StringBuilder data = new StringBuilder();
        for (Piece piece : path.pieces()) {
            switch (piece) {
                case Piece.Move(var to) -> data.append('M').append(pair(to));
                case Piece.Line(var to) -> data.append('L').append(pair(to));
                case Piece.Curve(_, var control, var to) ->
                        data.append('Q').append(pair(control)).append(' ').append(pair(to));
            }
        }
        return path.closed() ? data.append('Z').toString() : data.toString();
    }

    private static String pair(Point point) {
        return Decimal.of(point.x()) + " " + Decimal.of(point.y());
    }

    private void paint(Function<Palette, Paint> painted) throws XMLStreamException {
        colour("fill", palette -> painted.apply(palette).fill());
        Paint look = painted.apply(ANY);
        if (look.stroke() == null) {
            return;
        }
        colour("stroke", palette -> painted.apply(palette).stroke());
        attribute("stroke-width", Decimal.of(look.width()));
        double[] dash = look.dash().lengths();
        if (dash.length > 0) {
            attribute(
                    "stroke-dasharray",
                    Arrays.stream(dash).mapToObj(Decimal::of).collect(Collectors.joining(" ")));
        }
    }

    private void colour(String name, Function<Palette, @Nullable Colour> which)
            throws XMLStreamException {
        attribute(name, colours.name(which));
    }

    private void text(Shape.Text text) throws XMLStreamException {
        Face face = text.style().face();
        start("text");
        attribute("id", text.id());
        attribute("x", Decimal.of(text.x()));
        attribute("y", Decimal.of(text.y()));
        if (face.isMono()) {
            attribute("font-family", NUMBERS);
        }
        attribute("font-size", Decimal.of(text.style().size()));
        if (face.weight() != 400) {
            attribute("font-weight", String.valueOf(face.weight()));
        }
        if (text.anchor() != Anchor.START) {
            attribute("text-anchor", text.anchor() == Anchor.END ? "end" : "middle");
        }
        if (text.width() > 0) {
            // Where the fonts are missing, others must not run into their neighbours.
            attribute("textLength", Decimal.of(text.width()));
            attribute("lengthAdjust", "spacingAndGlyphs");
        }
        if (text.text().contains("  ")) {
            // Else one blank is left of several, and the rest of the text is stretched for it.
            attribute("xml:space", "preserve");
        }
        colour("fill", palette -> palette.text(text.tone(), text.ink()));
        characters(text.text());
        xml.writeEndElement();
    }

    private void start(String element) throws XMLStreamException {
        xml.writeCharacters("\n" + " ".repeat(depth));
        xml.writeStartElement(NAMESPACE, element);
    }

    private void end() throws XMLStreamException {
        xml.writeCharacters("\n" + " ".repeat(depth - 1));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Xml.clean(value));
    }

    private void characters(String text) throws XMLStreamException {
        xml.writeCharacters(Xml.clean(text));
    }
}
