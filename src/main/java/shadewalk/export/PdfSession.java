package shadewalk.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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

    /// From the type, as another program may spell it, to where the attachment begins.
    private static final Pattern STREAM =
            Pattern.compile(
                    "/Subtype\\s*/application#2[Ff]vnd[.]shadewalk[.]session([+]|#2[Bb])json"
                            + "(?<rest>(?s:.{0,1000}?))stream\\r?\\n");

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
    ///
    /// Looked for in the bytes, since PDFBox unpacks whatever a file has, and of any size. An
    /// attachment is never inside another stream (7.5.7), so it is there to be found.
    static Optional<String> read(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return STREAM.matcher(text)
                .results()
                .filter(found -> !found.group("rest").contains("endobj")) // words of a title
                .findFirst()
                .flatMap(found -> Packed.unpack(file, found.end(), file.length - found.end()))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
