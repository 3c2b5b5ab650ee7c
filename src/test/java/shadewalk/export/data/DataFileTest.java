package shadewalk.export.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shadewalk.export.data.DataFile.Kind;
import shadewalk.scenario.Ran;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;
import shadewalk.scenario.Timeline;

class DataFileTest {

    private static final Timeline RUN = run();

    @Test
    void everyEventIsARow() throws IOException {
        List<List<String>> rows = parse(csv(Kind.EVENTS, RUN.size()));
        assertEquals(RUN.size() + 1, rows.size());
        List<String> names = rows.getFirst();
        assertEquals(List.of("position", "step", "event", "kernel"), names.subList(0, 4));
        for (int i = 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            assertEquals(names.size(), row.size());
            assertEquals(RUN.event(i - 1).getClass().getSimpleName(), row.get(2));
        }
    }

    @Test
    void theFutureIsNotInIt() throws IOException {
        assertEquals(4, parse(csv(Kind.EVENTS, 3)).size());
        JsonObject json = json(3);
        assertEquals(3, json.getAsJsonArray("events").size());
        assertEquals(3, json.get("position").getAsInt());
    }

    @Test
    void whereNothingHasHappenedTheColumnsAreNamed() throws IOException {
        assertEquals(
                List.of(List.of("position", "step", "event", "kernel")),
                parse(csv(Kind.EVENTS, 0)));
    }

    @Test
    void everyEntryHasItsFields() throws IOException {
        List<List<String>> rows = parse(csv(Kind.TABLES, RUN.size()));
        List<String> names = rows.getFirst();
        List<String> leaf =
                rows.stream().filter(row -> row.contains("sp4/spte1")).findFirst().orElseThrow();
        assertEquals("shadow", leaf.get(names.indexOf("side")));
        assertEquals("0x2", leaf.get(names.indexOf("gfn")));
        assertEquals("1", leaf.get(names.indexOf("MMU_PRESENT")));
        List<String> gpte =
                rows.stream().filter(row -> row.contains("gfn2/e1")).findFirst().orElseThrow();
        assertEquals("0x00010027", gpte.get(names.indexOf("value")));
        assertEquals("1", gpte.get(names.indexOf("A")));
        assertEquals(rows.size() - 1, json(RUN.size()).getAsJsonArray("entries").size());
    }

    @Test
    void hostileTextIsText() {
        assertEquals("\"a,\"\"b\"\"\n\"", DataFile.cell("a,\"b\"\n"));
        for (String first : List.of("=", "+", "-", "@", "\t")) {
            assertEquals("'" + first + "cmd()", DataFile.cell(first + "cmd()"));
        }
        assertEquals("\"'\r1\"", DataFile.cell("\r1"));
        assertEquals("\"'=A1,\"\"x\"\"\"", DataFile.cell("=A1,\"x\""));
        assertEquals("<script>]]>\\input \u05d0", DataFile.cell("<script>]]>\\input \u05d0"));
    }

    private static String csv(Kind kind, int position) throws IOException {
        var out = new ByteArrayOutputStream();
        DataFile.csv(kind, RUN, position, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static JsonObject json(int position) throws IOException {
        var out = new ByteArrayOutputStream();
        DataFile.json("</script>\"\u2028", RUN, position, out);
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(!text.contains("</script>"), "it may be put into a page");
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();
        assertEquals("</script>\"\u2028", json.get("source").getAsString());
        return json;
    }

    /// Reads RFC 4180.
    private static List<List<String>> parse(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }

    private static Timeline run() {
        try {
            return Ran.of(
                    ScenarioText.parse(
                            "read",
                            """
                            mode 32
                            cr0 0x80010011
                            cr3 0x1000
                            memslot 0 0 0x100000
                            mem32 0x1004 0x2007
                            mem32 0x2004 0x10007
                            ops
                            read s 0x401234
                            """));
        } catch (ScenarioProblem e) {
            throw new IllegalStateException(e);
        }
    }
}
