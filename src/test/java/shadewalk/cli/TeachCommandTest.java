package shadewalk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page for the teacher, as text and for a printer.
class TeachCommandTest {

    @TempDir private Path folder;

    @Test
    void lessonsThatComeBeforeHaveTheirTitlesAndAnswersAreWords() throws Exception {
        String text = Files.readString(page("020", "page.txt"));

        assertTrue(text.contains("Comes after: Why shadow?."), text);
        assertTrue(text.contains("A: entry 1 of the guest's table in gfn 5"), text);
        assertFalse(text.contains("gpte"), text);
    }

    @Test
    void aPageForThePrinterHasTheSameWords() throws Exception {
        String html = Files.readString(page("020", "page.html"));
        assertTrue(html.contains("<h2>What learners get wrong</h2>"), html);
        assertTrue(html.contains("entry 1 of the guest's table in gfn 5"), html);
        assertFalse(html.matches("(?s).*(<script|src=|href=\"[^#]).*"));
        try (PDDocument pdf = Loader.loadPDF(page("020", "page.pdf").toFile())) {
            String text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains("What learners get wrong"), text);
            assertTrue(text.contains("entry 1 of the guest's table in gfn 5"), text);
        }
    }

    private Path page(String lesson, String name) {
        Path file = folder.resolve(name);
        StringWriter err = new StringWriter();
        int exit =
                CommandLineMain.commandLine()
                        .setErr(new PrintWriter(err, true))
                        .execute("teach", lesson, "--out", file.toString());
        assertEquals(0, exit, err::toString);
        return file;
    }
}
