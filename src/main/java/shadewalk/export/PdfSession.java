package shadewalk.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/// The session that a PDF file carries as an attachment.
///
/// Source: ISO 32000-1:2008, 7.11.4 embedded file streams.
final class PdfSession {

    private static final String NAME = "session.json";
    private static final String TYPE = "application/vnd.shadewalk.session+json";

    private PdfSession() {}

    /// Puts a session into a file.
    static void attach(PDDocument document, String session) throws IOException {
        InputStream bytes = new ByteArrayInputStream(session.getBytes(StandardCharsets.UTF_8));
        PDEmbeddedFile content = new PDEmbeddedFile(document, bytes, COSName.FLATE_DECODE);
        content.setSubtype(TYPE);
        PDComplexFileSpecification attachment = new PDComplexFileSpecification();
        attachment.setFile(NAME);
        attachment.setFileUnicode(NAME);
        attachment.setEmbeddedFile(content);
        attachment.getCOSObject().setName("AFRelationship", "Source");
        PDEmbeddedFilesNameTreeNode names = new PDEmbeddedFilesNameTreeNode();
        names.setNames(Map.of(NAME, attachment));
        var catalog = document.getDocumentCatalog();
        PDDocumentNameDictionary all = new PDDocumentNameDictionary(catalog);
        all.setEmbeddedFiles(names);
        catalog.setNames(all);
        COSArray associated = new COSArray(List.of(attachment.getCOSObject()));
        catalog.getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    /// The session in a file that was written here, even if another program has saved it since.
    static Optional<String> read(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            var names = document.getDocumentCatalog().getNames();
            var attachments = names == null ? null : names.getEmbeddedFiles();
            var session = attachments == null ? null : attachments.getValue(NAME);
            var content = session == null ? null : session.getEmbeddedFile();
            return content == null ? Optional.empty() : unpack(content);
        } catch (IOException _) {
            return Optional.empty(); // no PDF file, or one that was cut off
        }
    }

    /// PDFBox would unpack without bounds.
    private static Optional<String> unpack(PDEmbeddedFile content) throws IOException {
        if (!content.getFilters().equals(List.of(COSName.FLATE_DECODE))) {
            return Optional.empty();
        }
        try (InputStream raw = content.getCOSObject().createRawInputStream()) {
            byte[] packed = raw.readAllBytes();
            return Packed.unpack(packed, 0, packed.length)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
