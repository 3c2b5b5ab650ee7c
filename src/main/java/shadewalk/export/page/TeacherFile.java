package shadewalk.export.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import shadewalk.diagram.TextStyle;
import shadewalk.export.Paper;
import shadewalk.lesson.author.TeacherPage;
import shadewalk.lesson.author.TeacherPage.Kind;
import shadewalk.lesson.author.TeacherPage.Part;
import shadewalk.lesson.prose.ProseText;

/// Writes a lesson's page for the teacher as what the name of its file asks for: PDF or a web page,
/// both made to be printed, or else plain text.
public final class TeacherFile {

    private static final double GAP = 14;
    private static final double LINE = 5;

    private TeacherFile() {}

    /// Writes a page; `out` stays open.
    ///
    /// @param name of the file
    public static void write(TeacherPage page, String name, OutputStream out) throws IOException {
        String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        switch (end) {
            case "pdf" -> paper(page).write(page.title(), page.language(), out);
            case "html", "htm" ->
                    PlainPage.write(
                            page.title(),
                            page.language(),
                            new PageColours(),
                            (html, prose) -> body(page, html, prose),
                            out);
            default -> out.write(page.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void body(TeacherPage page, Html html, PageProse prose) throws IOException {
        for (Part part : page.parts()) {
            html.line();
            switch (part) {
                case Part.Heading(var text) -> html.element("h2", text);
                case Part.Words(var kind, var words) -> {
                    html.open("div", "class", kind.name().toLowerCase(Locale.ROOT));
                    html.element("b", label(kind));
                    prose.plain(words);
                    html.close();
                }
            }
        }
    }

    /// What tells a question from its answers.
    private static String label(Kind kind) {
        return switch (kind) {
            case QUESTION -> "Q:";
            case ANSWER -> "A:";
            case MISTAKE -> "not";
            case ITEM -> "\u2022";
            case PARAGRAPH, BELOW, STEP -> "";
        };
    }

    private static Paper paper(TeacherPage page) {
        Paper paper = new Paper();
        paper.heading(page.title());
        paper.space(GAP);
        for (Part part : page.parts()) {
            switch (part) {
                case Part.Heading(var text) -> {
                    paper.space(GAP);
                    paper.keep(3 * TextStyle.BODY.lineHeight());
                    paper.words(text, TextStyle.BODY_BOLD, 0);
                }
                case Part.Words(var kind, var prose) -> {
                    paper.space(LINE);
                    String label = label(kind);
                    String first = label.isEmpty() ? "" : label + "  ";
                    for (String words : ProseText.lines(prose, Integer.MAX_VALUE)) {
                        paper.words(first + words, TextStyle.BODY, indent(kind));
                        first = "";
                    }
                }
            }
        }
        return paper;
    }

    private static double indent(Kind kind) {
        return switch (kind) {
            case PARAGRAPH, STEP, ITEM -> 0;
            case BELOW -> 14;
            case QUESTION, ANSWER -> 24;
            case MISTAKE -> 44;
        };
    }
}
