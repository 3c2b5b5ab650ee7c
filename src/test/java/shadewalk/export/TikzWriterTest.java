package shadewalk.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.Palette;

class TikzWriterTest {

    /// The commands that stand for characters, and nothing else that TeX would act on.
    private static final Pattern CHARACTER =
            Pattern.compile(
                    "\\\\text[a-z]+\\{}|\\\\ensuremath\\{\\\\?[-a-z]+}|\\\\[{}$&#%_ ]|[-,!?]\\{}"
                            + "|\\{\\[}U\\+[0-9A-F]{4,6}\\{]}|[^\\\\{}$&#%_~^\\n]");

    @Test
    void nothingInATextKeepsAMeaningToTex() {
        for (String hostile : Hostile.WORDS) {
            Matcher character = CHARACTER.matcher(TexText.of(hostile));
            int end = 0;
            int count = 0;
            while (character.find()) {
                assertEquals(end, character.start(), () -> hostile);
                end = character.end();
                count++;
            }
            assertEquals(TexText.of(hostile).length(), end, () -> hostile);
            assertEquals(hostile.codePointCount(0, hostile.length()), count, () -> hostile);
        }
    }

    @Test
    void aTitleStaysInItsComment() throws IOException {
        String tex = tex("one\ntwo ^^M\\input{x}\r\u2028three");
        assertEquals("% one?two ^ ^M\\input{x}??three", tex.lines().findFirst().orElseThrow());
        assertTrue(tex.contains("\\documentclass[tikz]{standalone}"));
    }

    @Test
    void theSamePictureIsTheSameText() throws IOException {
        assertEquals(tex("again"), tex("again"));
    }

    private static String tex(String words) throws IOException {
        var out = new ByteArrayOutputStream();
        TikzWriter.write(new Shot(Hostile.picture(words), Palette.LIGHT, 1), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
