package shadewalk.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.Palette;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.session.SavedSession;
import shadewalk.lesson.session.SessionFile;

/// The session in a PDF is found whoever wrote the file last, and nobody's file takes all memory.
class PdfSessionTest {

    private static final String SESSION = "{\"session\": \"\u05d0 ) endstream >>\"}";
    private static final int BOMB = 512 << 20;
    private static final long ENOUGH = 128 << 20;

    @Test
    void aFileOfAnEarlierWriterStillOpens() throws IOException {
        try (InputStream old =
                getClass().getResourceAsStream("/pdf/session-of-an-earlier-writer.pdf")) {
            byte[] file = Objects.requireNonNull(old).readAllBytes();
            Read<SavedSession> session = SessionFile.parse(Carried.by(file).orElseThrow());
            assertTrue(session.value() != null, () -> session.problems().toString());
        }
    }

    @Test
    void itIsFoundAfterAnotherProgramHasSavedTheFile() throws IOException {
        var again = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf())) {
            document.getDocumentInformation().setTitle("saved again");
            document.save(again);
        }
        assertEquals(Optional.of(SESSION), Carried.by(again.toByteArray()));
    }

    @Test
    void aTitleThatSpeaksOfASessionIsNone() throws IOException {
        var named = new ByteArrayOutputStream();
        named.writeBytes(
                "%PDF-1.7\n9 0 obj\n<< /Title (/Subtype /application#2Fvnd.shadewalk.session+json) >>\nendobj\n"
                        .getBytes(ISO_8859_1));
        named.writeBytes(pdf());
        assertEquals(Optional.of(SESSION), Carried.by(named.toByteArray()));
    }

    @Test
    void anAttachmentThatUnpacksWithoutEndIsNone() throws IOException {
        byte[] file =
                stream(
                        "/Type /EmbeddedFile"
                                + " /Subtype /application#2Fvnd.shadewalk.session+json"
                                + " /Filter /FlateDecode");
        assertFrugal(file, Optional.empty());
    }

    @Test
    void whatElseAFileUnpacksToIsNotAsked() throws IOException {
        byte[] bomb = stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode");
        var both = new ByteArrayOutputStream();
        both.write(bomb);
        both.write(pdf());
        assertFrugal(both.toByteArray(), Optional.of(SESSION));
    }

    private static void assertFrugal(byte[] file, Optional<String> session) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertEquals(session, Carried.by(file));
        long taken = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(taken < ENOUGH, () -> "took " + taken + " bytes");
    }

    private static byte[] pdf() throws IOException {
        var out = new ByteArrayOutputStream();
        PdfWriter.write(new Shot(Hostile.picture("t"), "en", Palette.LIGHT, 1, SESSION), out);
        return out.toByteArray();
    }

    /// A file with a stream that unpacks to half a gigabyte.
    private static byte[] stream(String dictionary) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(("%PDF-1.7\n1 0 obj\n<< " + dictionary + " >>\nstream\n").getBytes(ISO_8859_1));
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream packed = new DeflaterOutputStream(out, fast)) {
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < BOMB; i += nothing.length) {
                packed.write(nothing);
            }
        } finally {
            fast.end();
        }
        out.write("\nendstream\nendobj\n".getBytes(ISO_8859_1));
        return out.toByteArray();
    }
}
