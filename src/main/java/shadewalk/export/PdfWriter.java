package shadewalk.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Shape;

/// Writes PDF: lines as lines, text as text in the bundled fonts, of which the file holds the
/// characters it needs, and each picture told in words to those who listen.
///
/// Source: ISO 32000-1:2008, 12.3.3 outlines, 14.7 logical structure and 14.8 tagged PDF.
public final class PdfWriter implements AutoCloseable {

    /// Points to a unit.
    private static final double POINTS = 0.75;

    private final String language;
    private final Palette palette;
    private final PDDocument document = new PDDocument();
    private final PDResources resources = new PDResources();
    private final PdfFonts fonts = new PdfFonts(document);
    private final PDStructureTreeRoot structure = new PDStructureTreeRoot();
    private final PDStructureElement told = new PDStructureElement("Document", structure);
    private final SortedMap<Integer, PDParentTreeValue> toldOnPages = new TreeMap<>();
    private final PDDocumentOutline bookmarks = new PDDocumentOutline();

    /// @param language of its words, as a tag such as `de`
    PdfWriter(String language, Palette palette) {
        this.language = language;
        this.palette = palette;
        structure.setK(told.getCOSObject());
    }

    /// Writes one picture on a page of its size; `out` stays open.
    public static void write(Shot shot, OutputStream out) throws IOException {
        Diagram diagram = shot.diagram();
        try (PdfWriter file = new PdfWriter(shot.language(), shot.palette())) {
            file.page(diagram.width(), diagram.height(), whole(diagram));
            file.write(diagram.title(), shot.session(), out);
        }
    }

    /// The picture, and the line beneath it as text of its own.
    private static List<PdfPart> whole(Diagram diagram) {
        List<Shape> caption =
                diagram.shapes().stream().filter(s -> s.id().equals(Caption.ID)).toList();
        List<Shape> picture = diagram.shapes().stream().filter(s -> !caption.contains(s)).toList();
        PdfPart figure = new PdfPart("Figure", PdfPart.words(diagram), 0, 0, 1, picture);
        return caption.isEmpty() ? List.of(figure) : List.of(figure, PdfPart.text("P", caption));
    }

    /// Adds a page, and on it parts that are read in their order.
    ///
    /// @param width in units
    /// @param height in units
    void page(double width, double height, List<PdfPart> parts) throws IOException {
        PDPage page =
                new PDPage(new PDRectangle((float) (width * POINTS), (float) (height * POINTS)));
        page.setResources(resources);
        page.setStructParents(toldOnPages.size());
        document.addPage(page);
        COSArray here = new COSArray();
        try (PdfPen pen = new PdfPen(document, page, palette, fonts)) {
            pen.flip(height, POINTS);
            pen.ground(width, height);
            for (PdfPart part : parts) {
                pen.part(part, here.size());
                here.add(part(part, page, here.size()));
            }
        }
        toldOnPages.put(toldOnPages.size(), new PDParentTreeValue(here));
    }

    private PDStructureElement part(PdfPart part, PDPage page, int number) {
        PDStructureElement element = new PDStructureElement(part.kind(), told);
        element.setPage(page);
        element.appendKid(number);
        if (!part.words().isEmpty()) {
            element.setAlternateDescription(part.words());
        }
        told.appendKid(element);
        return element;
    }

    /// Gives the last page a bookmark.
    void bookmark(String title) {
        PDPageFitDestination whole = new PDPageFitDestination();
        whole.setPage(document.getPage(document.getNumberOfPages() - 1));
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(whole);
        bookmarks.addLast(item);
    }

    /// Writes the file; `out` stays open.
    ///
    /// @param session what it was drawn from, as a session file; empty for none
    void write(String title, String session, OutputStream out) throws IOException {
        document.setVersion(1.7f);
        // PDFBox would make the file's identity from the time of day.
        document.setDocumentId((long) Objects.hash(title, session));
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setCreator("Shadewalk");
        document.setDocumentInformation(information);
        describe(document.getDocumentCatalog());
        if (!session.isEmpty()) {
            PdfSession.attach(document, session);
        }
        document.save(new StaysOpen(out));
    }

    private void describe(PDDocumentCatalog catalog) {
        PDNumberTreeNode parents = new PDNumberTreeNode(PDParentTreeValue.class);
        parents.setNumbers(toldOnPages);
        structure.setParentTree(parents);
        structure.setParentTreeNextKey(toldOnPages.size());
        catalog.setStructureTreeRoot(structure);
        PDMarkInfo tagged = new PDMarkInfo();
        tagged.setMarked(true);
        catalog.setMarkInfo(tagged);
        catalog.setLanguage(language);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        if (bookmarks.hasChildren()) {
            catalog.setDocumentOutline(bookmarks);
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    /// PDFBox closes what it writes to.
    private static final class StaysOpen extends FilterOutputStream {

        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
