package shadewalk.lesson.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shadewalk.lesson.json.Marks.By;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.Many;
import shadewalk.lesson.json.Marks.May;
import shadewalk.lesson.json.Marks.Must;
import shadewalk.lesson.json.Marks.Prose;
import shadewalk.lesson.json.Marks.Text;
import shadewalk.lesson.json.Marks.Unsigned;
import shadewalk.lesson.json.Marks.Whole;

class ShapeCheckTest {

    @Called("a drawing")
    private record Drawing(
            @Must("what it is called.") @Text(max = 10) String title,
            @May("how many.") @Whole(min = 1, max = 9) int pages,
            @May("in bytes.") @Unsigned(units = true) long size,
            @May("unfinished.") boolean draft,
            @May("said beside it.") @Prose(value = 20, lines = true) String text,
            @May("its colours.") @Many(min = 1, max = 2)
                    List<@Text(max = 9, pattern = "[a-z]+", form = "a word") String> colours,
            @May("what is drawn.") @Many(max = 3) List<Mark> marks) {}

    @Called("a mark")
    @By("kind")
    private sealed interface Mark {}

    @Called("a circle")
    private record Circle(@Must("in bytes.") @Unsigned long radius) implements Mark {}

    private static final Format<Drawing> DRAWING = Format.of(Drawing.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"title":"a","pages":3,"size":"16M","draft":true,"text":["a","b"]} |
                    {"title":"a","marks":[{"kind":"circle","radius":"0x10"}]} |
                    {} | 1:1 $: a drawing needs "title": what it is called.
                    {"titel":"a","title":"b"} | 1:10 $.titel: "titel" is no part of a drawing; did you mean "title"?
                    {"title":7} | 1:10 $.title: write a text in quotes here, not 7
                    {"title":""} | 1:10 $.title: has 0 characters; 1 to 10 fit
                    {"title":"a","pages":10} | 1:22 $.pages: 10 is out of range; write a whole number from 1 to 9
                    {"title":"a","pages":1e3} | 1:22 $.pages: write a whole number from 1 to 9 here, not 1E+3
                    {"title":"a","size":-1} | 1:21 $.size: write a number of up to 64 bits without sign, such as 4096, "0x1000" or "16M" here, not -1
                    {"title":"a","draft":"yes"} | 1:22 $.draft: write true or false here, not "yes"
                    {"title":"a","colours":[]} | 1:24 $.colours: has 0 entries; write 1 to 2
                    {"title":"a","colours":["R"]} | 1:25 $.colours[0]: "R" must be a word
                    {"title":"a","marks":[{"kind":"circel"}]} | 1:31 $.marks[0].kind: "circel" is not known here; did you mean "circle"?
                    {"title":"a","marks":[{"kind":"circle"}]} | 1:23 $.marks[0]: a circle needs "radius": in bytes.
                    {"title":"a","title":"b"} | 1:10 $.title: "title" stands here twice; remove one
                    [] | 1:1 $: write a drawing in { } here, not a list
                    """)
    void saysWhatWhereAndHowToMend(String json, String problem) {
        assertEquals(problem == null ? List.of() : List.of(problem), problems(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"title":"a"    | 1:13 $.title: this is not JSON: the file ends too early
                    {"title" "a"}   | 1:11 $.title: this is not JSON: Expected ':'
                    {title:1}       | 1:3 $.: this is not JSON
                    {"a":1} x       | this is not JSON
                    ''              | this is not JSON: the file ends too early
                    {"a":nul}       | this is not JSON
                    {"a":1e99999999999} | this is not JSON
                    """)
    void brokenJsonHasALineAndAColumn(String json, String beginning) {
        var found = problems(json);
        assertEquals(1, found.size(), found::toString);
        assertTrue(found.getFirst().contains(beginning), found::toString);
    }

    @Test
    void placesAreCountedInLinesAndColumns() {
        var text = JsonText.parse("{\n  \"title\": \"a\\\"{\",\n  \"colours\": [\"x\",\n   12]\n}");
        assertEquals(
                "4:4 $.colours[1]: odd", text.places().problem("$.colours[1]", "odd").toString());
        assertEquals(
                "3:14 $.colours[7].deep: odd",
                text.places().problem("$.colours[7].deep", "odd").toString());
    }

    @Test
    void aFileThatIsTooLargeOrNoTextIsRefused() throws IOException {
        var large = JsonText.read(new ByteArrayInputStream(new byte[JsonText.MAX_BYTES + 1]));
        assertTrue(large.problems().getFirst().sentence().contains("more than 1 MiB"));
        var binary = JsonText.read(new ByteArrayInputStream(new byte[] {'"', (byte) 0xff, '"'}));
        assertTrue(binary.problems().getFirst().sentence().contains("UTF-8"));
        var deep = JsonText.parse("[".repeat(100_000));
        assertTrue(deep.problems().getFirst().sentence().contains("nested"), deep::toString);
    }

    @Test
    void theSchemaNamesEveryPart() {
        String schema = DRAWING.schema("https://example.org/drawing", "A drawing");
        assertTrue(JsonText.parse(schema).problems().isEmpty());
        for (RecordComponent part : Drawing.class.getRecordComponents()) {
            assertTrue(schema.contains("\"" + part.getName() + "\""), part.getName());
        }
        assertTrue(schema.contains("\"$ref\": \"#/$defs/circle\""), schema);
    }

    @Test
    void whatIsLeftOutIsFilledInAndWhatIsSpareIsNotWritten() {
        Drawing drawing =
                new Drawing("a", 0, 16L << 20, false, "b\nc", List.of(), List.of(new Circle(-1)));
        String file =
                """
                {
                  "title": "a",
                  "size": "0x1000000",
                  "text": [
                    "b",
                    "c"
                  ],
                  "marks": [
                    {
                      "kind": "circle",
                      "radius": "0xffffffffffffffff"
                    }
                  ]
                }
                """;
        assertEquals(file, DRAWING.write(drawing));
        assertEquals(new Read<>(drawing, List.of()), DRAWING.read(JsonText.parse(file)));
    }

    private static List<String> problems(String json) {
        return DRAWING.read(parsed(json)).problems().stream().map(Problem::toString).toList();
    }

    private static JsonText parsed(String json) {
        try {
            return JsonText.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
