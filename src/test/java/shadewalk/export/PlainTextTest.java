package shadewalk.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.Diagram;

/// Plain text is plain: whatever words there are stand in the file as they are.
class PlainTextTest {

    @Test
    void hostileWordsComeOutAsTheyAre() throws IOException {
        for (String words : Hostile.WORDS) {
            Diagram picture = new Diagram(100, 50, "t", "told", "", List.of(words), List.of());
            assertEquals(words + "\n", text(picture));
        }
    }

    @Test
    void aCaptionKeepsTo72Columns() throws IOException {
        for (String words : Hostile.WORDS) {
            String text = text(Caption.under(Hostile.picture("t"), words));
            String last = text.lines().toList().getLast();
            assertTrue(last.codePointCount(0, last.length()) <= 72, last);
            assertEquals(words.length() <= 72, last.equals(words), last);
        }
    }

    private static String text(Diagram picture) {
        return String.join("\n", picture.plain()) + "\n";
    }
}
