package shadewalk.export.page;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import shadewalk.diagram.TextStyle;
import shadewalk.export.Paper;
import shadewalk.lesson.author.TeacherPage;
import shadewalk.lesson.author.TeacherPage.Kind;
import shadewalk.lesson.author.TeacherPage.Part;
import shadewalk.lesson.prose.ProseText;

/// A lesson's page for the teacher, printed.
public final class TeacherFile implements Printed {

    private static final double GAP = 14;
    private static final double LINE = 5;

    private final TeacherPage page;

    private TeacherFile(TeacherPage page) {
        this.page = page;
    }

    /// Writes a page as what the name of its file asks for; `out` stays open.
    public static void write(TeacherPage page, String name, OutputStream out) throws IOException {
        new TeacherFile(page).write(name, out);
    }

    @Override
    public String title() {
        return page.title();
    }

    @Override
    public String language() {
        return page.language();
    }

    @Override
    public String text() {
        return page.text();
    }

    @Override
    public void on(Html html, PageProse prose, PageColours colours) throws IOException {
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

    @Override
    public void on(Paper paper) {
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
