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
import shadewalk.diagram.Palette;

/// A PDF file that is being made: its pages, what they tell to those who listen, and its bookmarks.
///
/// Source: ISO 32000-1:2008, 12.3.3 outlines, 14.7 logical structure and 14.8 tagged PDF.
final class PdfFile implements AutoCloseable {

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
    PdfFile(String language, Palette palette) {
        this.language = language;
        this.palette = palette;
        structure.setK(told.getCOSObject());
    }

    /// Adds a page, and on it parts that are read in their order.
    ///
    /// @param width in units
    /// @param height in units
    void page(double width, double height, List<PdfWriter.Block> parts) throws IOException {
        PDPage page =
                new PDPage(new PDRectangle((float) (width * POINTS), (float) (height * POINTS)));
        page.setResources(resources);
        page.setStructParents(toldOnPages.size());
        document.addPage(page);
        COSArray here = new COSArray();
        try (PdfPen pen = new PdfPen(document, page, palette, fonts)) {
            pen.flip(height, POINTS);
            pen.ground(width, height);
            for (PdfWriter.Block part : parts) {
                pen.part(part, here.size());
                here.add(part(part, page, here.size()));
            }
        }
        toldOnPages.put(toldOnPages.size(), new PDParentTreeValue(here));
    }

    private PDStructureElement part(PdfWriter.Block part, PDPage page, int number) {
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
