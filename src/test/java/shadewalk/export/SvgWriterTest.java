package shadewalk.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import shadewalk.diagram.Anchor;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;

class SvgWriterTest {

    @Test
    void hostileTextComesOutAsText() throws Exception {
        for (String hostile :
                List.of(
                        "<script>alert(1)</script>",
                        "]]>",
                        "&amp; &#0; \"quoted\" 'too'",
                        "\u202eright to left\u202c \u05d0\u05d1",
                        "\ud83d\ude00",
                        "x".repeat(10_000))) {
            Document document = parse(picture(hostile));
            assertEquals(hostile, text(document, "t"));
            assertEquals(hostile, document.getElementsByTagName("title").item(0).getTextContent());
            assertEquals(0, document.getElementsByTagName("script").getLength());
        }
    }

    @Test
    void charactersThatXmlForbidsAreReplaced() throws Exception {
        assertEquals("a\ufffdb\ufffd\ufffd", text(parse(picture("a\u0000b\u001b\ud800")), "t"));
    }

    @Test
    void groupsKeepTheirIdsTitlesAndDescriptions() throws Exception {
        Document document = parse(picture("words"));
        Element group = byId(document, "sp3");
        assertEquals("shadow page 3", group.getElementsByTagName("title").item(0).getTextContent());
        assertEquals(
                "stands for gfn 2", group.getElementsByTagName("desc").item(0).getTextContent());
        assertEquals(group, byId(document, "sp3/box").getParentNode());
    }

    @Test
    void theSamePictureIsTheSameBytes() throws IOException {
        assertEquals(svg(picture("again")), svg(picture("again")));
    }

    private static Diagram picture(String words) {
        Shape box = new Shape.Box("sp3/box", 10, 10, 80.5, 30, 4, Tone.Q1, Fill.SWATCH);
        Shape text =
                new Shape.Text(
                        "t", 20, 30, words, TextStyle.BODY, Anchor.START, Tone.PLAIN, Ink.PLAIN);
        Shape group = new Shape.Group("sp3", "shadow page 3", "stands for gfn 2", List.of(box));
        return new Diagram(100, 50, words, "told", "", List.of(), List.of(group, text));
    }

    private static String svg(Diagram diagram) throws IOException {
        var out = new ByteArrayOutputStream();
        SvgWriter.write(diagram, Palette.LIGHT, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Document parse(Diagram diagram) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg(diagram).getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Document document, String id) {
        return byId(document, id).getTextContent();
    }

    private static Element byId(Document document, String id) {
        var all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element && element.getAttribute("id").equals(id)) {
                return element;
            }
        }
        throw new AssertionError("no element with id " + id);
    }
}
