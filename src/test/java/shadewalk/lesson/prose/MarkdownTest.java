package shadewalk.lesson.prose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @Test
    void becomesASmallTree() {
        var read =
                Markdown.read(
                        """
                        The *guest* has **{{index pde here}}** as `PDE`,
                        see [quadrant](term:role/quadrant).

                        1. one
                        2. two
                        """);
        assertEquals(List.of(), read.problems());
        assertEquals(
                new Prose(
                        List.of(
                                new Prose.Paragraph(
                                        List.of(
                                                new Prose.Text("The "),
                                                new Prose.Emphasis(
                                                        List.of(new Prose.Text("guest"))),
                                                new Prose.Text(" has "),
                                                new Prose.Strong(
                                                        List.of(
                                                                new Prose.Value(
                                                                        "index pde here", ""))),
                                                new Prose.Text(" as "),
                                                new Prose.Code("PDE"),
                                                new Prose.Text(","),
                                                new Prose.Text(" "),
                                                new Prose.Text("see "),
                                                new Prose.Term(
                                                        "role/quadrant",
                                                        List.of(new Prose.Text("quadrant"))),
                                                new Prose.Text("."))),
                                new Prose.Items(
                                        true,
                                        List.of(
                                                List.of(paragraph("one")),
                                                List.of(paragraph("two")))))),
                read.prose());
        assertEquals(List.of("role/quadrant"), read.prose().terms());
    }

    @Test
    void underscoresAndStarsInValuesMeanNothing() {
        var prose = Markdown.read("*{{stat mmu_cache_miss}}* and {{a*b*c}}").prose();
        assertEquals(List.of("stat mmu_cache_miss", "a*b*c"), prose.expressions());
        assertEquals(
                "5 and x",
                ProseText.line(prose.with(Map.of("stat mmu_cache_miss", "5", "a*b*c", "x"))));
    }

    @Test
    void aMomentHasNoWords() {
        var prose = Markdown.read("First. {{when the fault}} Then *{{ when end }}\nlast*.").prose();
        assertEquals(List.of("the fault", "end"), prose.cues());
        assertEquals(List.of(), prose.expressions());
        assertEquals("First. Then last.", ProseText.line(prose));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <b>bold</b> word",
                "[here](https://example.org)",
                "[here](javascript:alert(1))",
                "![](file:///etc/passwd)",
                "<https://example.org>",
                "# heading",
                "> quoted"
            })
    void whatIsNotMeantForALessonDoesNotGetThrough(String text) {
        var read = Markdown.read(text);
        assertFalse(read.problems().isEmpty());
        String shown = read.prose().toString();
        assertFalse(shown.contains("<") || shown.contains("://etc"), shown);
        assertFalse(shown.contains("javascript"), shown);
    }

    @Test
    void plainTextIsWrapped() {
        var prose = Markdown.read("one two three four\n\n- five six seven\n- eight").prose();
        assertEquals(
                List.of("one two", "three four", "", "- five six", "  seven", "- eight"),
                ProseText.lines(prose, 10));
    }

    @Test
    void deepNestingIsHarmless() {
        assertTrue(Markdown.read(">".repeat(1_000) + " a").prose().blocks().size() <= 1);
        assertTrue(Markdown.read("*a ".repeat(450)).problems().isEmpty());
        assertTrue(Markdown.read("[".repeat(1_300)).problems().isEmpty());
    }

    private static Prose.Block paragraph(String text) {
        return new Prose.Paragraph(List.of(new Prose.Text(text)));
    }
}
