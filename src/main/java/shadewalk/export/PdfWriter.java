package shadewalk.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import shadewalk.diagram.Anchor;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Face;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.export.pdf.PdfObjects;
import shadewalk.export.pdf.SubsetFont;

/// Writes diagrams as PDF: lines as lines, text as text in the bundled fonts, of which the file
/// holds the characters it needs, and each picture told in words to those who listen.
public final class PdfWriter {

    /// Points to a unit.
    private static final double POINTS = 0.75;

    private static final double WIDE = 960;
    private static final double HIGH = 540;
    private static final double MARGIN = 36;
    private static final double TITLE_LINE = 46;
    private static final double CAPTION_LINE = 518;
    private static final double TOP = 64;
    private static final double BOTTOM = 496;

    /// A part of a page, for those who listen.
    ///
    /// @param kind the structure type, `Figure`
    /// @param words what it is, for a part that is no text
    private record Part(String kind, String words) {}

    private final PdfObjects file;
    private final Palette palette;
    private final Map<Face, SubsetFont> fonts = PdfPen.fonts();
    private final int catalog;
    private final int pages;
    private final int resources;
    private final int structure;
    private final int parents;
    private final List<Integer> leaves = new ArrayList<>();
    private final List<Integer> parts = new ArrayList<>();
    private final StringBuilder parentsOfPages = new StringBuilder();

    private PdfWriter(Palette palette, OutputStream out) throws IOException {
        this.palette = palette;
        file = new PdfObjects(out);
        catalog = file.reserve();
        pages = file.reserve();
        resources = file.reserve();
        structure = file.reserve();
        parents = file.reserve();
    }

    /// Writes one picture on a page of its size; `out` stays open.
    ///
    /// @param session what the picture was drawn from, as a session file; empty to leave it out
    public static void write(Diagram diagram, Palette palette, String session, OutputStream out)
            throws IOException {
        PdfWriter writer = new PdfWriter(palette, out);
        writer.picture(diagram);
        writer.finish(diagram.title(), session);
    }

    /// Writes a deck, a wide page for each slide; `out` stays open. Each slide is asked for when
    /// the one before it is written.
    public static void writeDeck(
            String title, Iterable<Album.Page> slides, Palette palette, OutputStream out)
            throws IOException {
        PdfWriter writer = new PdfWriter(palette, out);
        for (Album.Page slide : slides) {
            writer.slide(slide);
        }
        writer.finish(title, "");
    }

    /// What stands on a sheet of paper, at its place.
    ///
    /// @param kind the structure type: `H1`, `P` or `Figure`
    /// @param words what it is, for a figure; else empty
    /// @param scale of the shapes, whose corner is at `x` and `y`
    record Block(String kind, String words, double x, double y, double scale, List<Shape> shapes) {

        Block {
            shapes = List.copyOf(shapes);
        }
    }

    /// Writes sheets of one size, in units; `out` stays open.
    static void writePaper(
            String title,
            double width,
            double height,
            List<List<Block>> sheets,
            Palette palette,
            OutputStream out)
            throws IOException {
        PdfWriter writer = new PdfWriter(palette, out);
        for (List<Block> sheet : sheets) {
            PdfPen pen = writer.pen(width, height);
            List<Part> told = new ArrayList<>();
            for (Block block : sheet) {
                pen.beginPart(block.kind(), told.size());
                pen.begin(block.x(), block.y(), block.scale());
                pen.shapes(block.shapes());
                pen.end();
                pen.endPart();
                told.add(new Part(block.kind(), block.words()));
            }
            writer.page(pen, width, height, told);
        }
        writer.finish(title, "");
    }

    private void picture(Diagram diagram) throws IOException {
        PdfPen pen = pen(diagram.width(), diagram.height());
        pen.beginPart("Figure", 0);
        pen.shapes(diagram.shapes());
        pen.endPart();
        page(pen, diagram.width(), diagram.height(), List.of(figure(diagram)));
    }

    private void slide(Album.Page slide) throws IOException {
        PdfPen pen = pen(WIDE, HIGH);
        pen.beginPart("H1", 0);
        pen.shapes(List.of(line("title", slide.title(), TITLE_LINE, TextStyle.TITLE, Ink.PLAIN)));
        pen.endPart();
        Diagram picture = slide.picture();
        double scale =
                Math.min(
                        1,
                        Math.min(
                                (WIDE - 2 * MARGIN) / picture.width(),
                                (BOTTOM - TOP) / picture.height()));
        pen.beginPart("Figure", 1);
        pen.begin(
                (WIDE - picture.width() * scale) / 2,
                TOP + (BOTTOM - TOP - picture.height() * scale) / 2,
                scale);
        pen.shapes(picture.shapes());
        pen.end();
        pen.endPart();
        pen.beginPart("P", 2);
        pen.shapes(
                List.of(
                        line(
                                "caption",
                                slide.caption(),
                                CAPTION_LINE,
                                TextStyle.SMALL,
                                Ink.QUIET)));
        pen.endPart();
        page(pen, WIDE, HIGH, List.of(new Part("H1", ""), figure(picture), new Part("P", "")));
    }

    private static Shape line(String id, String text, double y, TextStyle style, Ink ink) {
        String fitting = Caption.cut(text, style, WIDE - 2 * MARGIN);
        return new Shape.Text(id, MARGIN, y, fitting, style, Anchor.START, Tone.PLAIN, ink);
    }

    private static Part figure(Diagram diagram) {
        String words = diagram.title() + ". " + diagram.description();
        return new Part("Figure", words);
    }

    private PdfPen pen(double width, double height) {
        PdfPen pen = new PdfPen(palette, fonts);
        pen.flip(height, POINTS);
        pen.ground(width, height);
        return pen;
    }

    private void page(PdfPen pen, double width, double height, List<Part> told) throws IOException {
        int content = file.addStream("", pen.operators().getBytes(StandardCharsets.US_ASCII));
        int leaf =
                file.add(
                        "<< /Type /Page /Parent %s /MediaBox [0 0 %s %s] /Resources %s /Contents %s"
                                        .formatted(
                                                PdfObjects.reference(pages),
                                                Decimal.of(width * POINTS),
                                                Decimal.of(height * POINTS),
                                                PdfObjects.reference(resources),
                                                PdfObjects.reference(content))
                                + " /StructParents "
                                + leaves.size()
                                + " >>");
        List<Integer> here = new ArrayList<>();
        for (Part part : told) {
            here.add(part(part, leaf, here.size()));
        }
        parentsOfPages.append(leaves.size()).append(" [").append(references(here)).append("] ");
        parts.addAll(here);
        leaves.add(leaf);
    }

    private int part(Part part, int leaf, int number) throws IOException {
        String words = part.words().isEmpty() ? "" : " /Alt " + PdfObjects.text(part.words());
        return file.add(
                "<< /Type /StructElem /S /%s /P %s /Pg %s /K %s%s >>"
                        .formatted(
                                part.kind(),
                                PdfObjects.reference(structure),
                                PdfObjects.reference(leaf),
                                number,
                                words));
    }

    private void finish(String title, String session) throws IOException {
        int root = file.reserve();
        file.fill(
                root,
                "<< /Type /StructTreeRoot /K %s /ParentTree %s /ParentTreeNextKey %s >>"
                        .formatted(
                                PdfObjects.reference(structure),
                                PdfObjects.reference(parents),
                                leaves.size()));
        file.fill(
                structure,
                "<< /Type /StructElem /S /Document /P %s /K [%s] >>"
                        .formatted(PdfObjects.reference(root), references(parts)));
        file.fill(parents, "<< /Nums [" + parentsOfPages.toString().strip() + "] >>");
        file.fill(
                pages,
                "<< /Type /Pages /Count %s /Kids [%s] >>"
                        .formatted(leaves.size(), references(leaves)));
        file.fill(resources, "<< /Font << " + fontNames() + " >> >>");
        file.fill(
                catalog,
                "<< /Type /Catalog /Pages "
                        + PdfObjects.reference(pages)
                        + " /Lang (en) /MarkInfo << /Marked true >> /StructTreeRoot "
                        + PdfObjects.reference(root)
                        + " /ViewerPreferences << /DisplayDocTitle true >>"
                        + attached(session)
                        + " >>");
        int information =
                file.add("<< /Title " + PdfObjects.text(title) + " /Creator (Shadewalk) >>");
        file.end(catalog, information);
    }

    private String attached(String session) throws IOException {
        if (session.isEmpty()) {
            return "";
        }
        String file = PdfObjects.reference(PdfSession.attach(this.file, session));
        return " /Names << /EmbeddedFiles << /Names ["
                + PdfSession.NAME
                + " "
                + file
                + "] >> >>"
                + " /AF ["
                + file
                + "]";
    }

    private String fontNames() throws IOException {
        Map<Face, Integer> numbers = new EnumMap<>(Face.class);
        for (Map.Entry<Face, SubsetFont> font : fonts.entrySet()) {
            numbers.put(font.getKey(), font.getValue().addTo(file));
        }
        return numbers.entrySet().stream()
                .map(e -> PdfPen.name(e.getKey()) + " " + PdfObjects.reference(e.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String references(List<Integer> numbers) {
        return numbers.stream().map(PdfObjects::reference).collect(Collectors.joining(" "));
    }
}
