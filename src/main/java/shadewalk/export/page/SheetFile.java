package shadewalk.export.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.TextStyle;
import shadewalk.export.Paper;
import shadewalk.export.SvgWriter;
import shadewalk.export.scene.SceneCamera;
import shadewalk.export.scene.Slide;
import shadewalk.lesson.homework.ExerciseSheet;
import shadewalk.lesson.homework.SheetText;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.prose.ProseText;
import shadewalk.lesson.session.Framing;

/// Writes the sheet of an exercise as what the name of its file asks for: PDF or a web page, both
/// with its picture and made to be printed, or else plain text.
public final class SheetFile {

    private static final double GAP = 14;
    private static final double INDENT = 24;

    private SheetFile() {}

    /// Writes a sheet; `out` stays open.
    ///
    /// @param name of the file
    /// @param answers whether the answers are printed in
    public static void write(LessonPlayer player, boolean answers, String name, OutputStream out)
            throws IOException {
        ExerciseSheet sheet = ExerciseSheet.of(player, answers);
        String language = player.lesson().language();
        String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        switch (end) {
            case "pdf" -> paper(sheet, picture(player, sheet)).write(sheet.title(), language, out);
            case "html", "htm" -> page(sheet, language, picture(player, sheet), out);
            default -> out.write(SheetText.of(sheet).getBytes(StandardCharsets.UTF_8));
        }
    }

    /// The picture of a sheet without answers is one of an open question.
    private static Diagram picture(LessonPlayer player, ExerciseSheet sheet) {
        Slide slide = Slide.of(player.performance()).get(sheet.figure());
        Slide shown = sheet.answers() ? slide : slide.asked();
        return SceneCamera.take(shown, Framing.USUAL.bare()).diagram();
    }

    private static Paper paper(ExerciseSheet sheet, Diagram picture) {
        Paper paper = new Paper();
        paper.heading(sheet.title());
        paper.space(GAP);
        paper.words(sheet.goal(), TextStyle.BODY, 0);
        paper.space(GAP);
        paper.words(sheet.head(), TextStyle.BODY, 0);
        paper.space(GAP);
        sheet.machine().forEach(line -> paper.line(line, TextStyle.SMALL_NUMBER));
        paper.space(GAP);
        for (String paragraph : ProseText.lines(sheet.told(), Integer.MAX_VALUE)) {
            paper.words(paragraph, TextStyle.BODY, 0);
        }
        paper.space(GAP);
        paper.picture(picture);
        for (int i = 0; i < sheet.questions().size(); i++) {
            question(i + 1, sheet.questions().get(i), paper);
        }
        return paper;
    }

    private static void question(int number, ExerciseSheet.Asked asked, Paper paper) {
        List<String> choices = asked.choices();
        paper.space(GAP);
        paper.keep((4 + choices.size()) * TextStyle.BODY.lineHeight());
        paper.words(number + ". " + ProseText.line(asked.ask()), TextStyle.BODY, 0);
        choices.forEach(choice -> paper.words(asked.mark() + choice, TextStyle.BODY, INDENT));
        paper.space(GAP / 2);
        paper.words(asked.answer(), TextStyle.BODY_BOLD, INDENT);
        String explain = ProseText.line(asked.explain());
        if (!explain.isEmpty()) {
            paper.words(explain, TextStyle.BODY, INDENT);
        }
    }

    private static void page(
            ExerciseSheet sheet, String language, Diagram picture, OutputStream out)
            throws IOException {
        PageColours colours = new PageColours();
        String figure = SvgWriter.inPage(picture, colours);
        PlainPage.write(
                sheet.title(),
                language,
                colours,
                (html, prose) -> body(sheet, figure, html, prose),
                out);
    }

    private static void body(ExerciseSheet sheet, String figure, Html html, PageProse prose)
            throws IOException {
        html.element("p dir=auto", sheet.goal()).element("p", sheet.head());
        html.element("pre", String.join("\n", sheet.machine()));
        prose.plain(sheet.told());
        html.open("figure").raw(figure).close();
        html.line().open("ol");
        for (ExerciseSheet.Asked asked : sheet.questions()) {
            html.line().open("li");
            prose.plain(asked.ask());
            for (String choice : asked.choices()) {
                html.element("p class=choice dir=auto", asked.mark() + choice);
            }
            html.element("p class=answer dir=auto", asked.answer());
            prose.plain(asked.explain());
            html.close();
        }
        html.close();
    }
}
