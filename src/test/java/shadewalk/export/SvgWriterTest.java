package shadewalk.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Palette;

class SvgWriterTest {

    @Test
    void hostileTextComesOutAsText() throws Exception {
        for (String hostile : Hostile.WORDS) {
            Document document = parse(Hostile.picture(hostile));
            assertEquals(hostile, text(document, "t"));
            assertEquals(hostile, document.getElementsByTagName("title").item(0).getTextContent());
            assertEquals(0, document.getElementsByTagName("script").getLength());
        }
    }

    @Test
    void charactersThatXmlForbidsAreReplaced() throws Exception {
        assertEquals(
                "a\ufffdb\ufffd\ufffd", text(parse(Hostile.picture("a\u0000b\u001b\ud800")), "t"));
    }

    @Test
    void groupsKeepTheirIdsTitlesAndDescriptions() throws Exception {
        Document document = parse(Hostile.picture("words"));
        Element group = byId(document, "sp3");
        assertEquals("shadow page 3", group.getElementsByTagName("title").item(0).getTextContent());
        assertEquals(
                "stands for gfn 2", group.getElementsByTagName("desc").item(0).getTextContent());
        assertEquals(group, byId(document, "sp3/box").getParentNode());
    }

    @Test
    void theSamePictureIsTheSameBytes() throws IOException {
        assertEquals(svg(Hostile.picture("again")), svg(Hostile.picture("again")));
    }

    private static String svg(Diagram diagram) throws IOException {
        var out = new ByteArrayOutputStream();
        SvgWriter.write(new Shot(diagram, Palette.LIGHT, 1), out);
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
