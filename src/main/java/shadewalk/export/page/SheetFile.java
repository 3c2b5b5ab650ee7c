package shadewalk.export.page;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.TextStyle;
import shadewalk.export.Paper;
import shadewalk.export.SvgWriter;
import shadewalk.export.scene.Slide;
import shadewalk.lesson.homework.ExerciseSheet;
import shadewalk.lesson.homework.SheetText;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.prose.ProseText;
import shadewalk.lesson.session.Framing;

/// The sheet of an exercise, printed with its picture.
public final class SheetFile implements Printed {

    private static final double GAP = 14;
    private static final double INDENT = 24;

    private final LessonPlayer player;
    private final ExerciseSheet sheet;

    private SheetFile(LessonPlayer player, ExerciseSheet sheet) {
        this.player = player;
        this.sheet = sheet;
    }

    /// Writes a sheet as what the name of its file asks for; `out` stays open.
    ///
    /// @param answers whether the answers are printed in
    public static void write(LessonPlayer player, boolean answers, String name, OutputStream out)
            throws IOException {
        new SheetFile(player, ExerciseSheet.of(player, answers)).write(name, out);
    }

    @Override
    public String title() {
        return sheet.title();
    }

    @Override
    public String language() {
        return player.lesson().language();
    }

    @Override
    public String text() {
        return SheetText.of(sheet);
    }

    /// The picture of a sheet without answers is one of an open question.
    private Diagram picture() {
        Slide slide = Slide.of(player.performance()).get(sheet.figure());
        Slide shown = sheet.answers() ? slide : slide.asked();
        return shown.shot(Framing.USUAL.bare()).diagram();
    }

    @Override
    public void on(Paper paper) {
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
        paper.picture(picture());
        for (int i = 0; i < sheet.questions().size(); i++) {
            question(i + 1, sheet.questions().get(i), paper);
        }
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

    @Override
    public void on(Html html, PageProse prose, PageColours colours) throws IOException {
        html.element("p dir=auto", sheet.goal()).element("p", sheet.head());
        html.element("pre", String.join("\n", sheet.machine()));
        prose.plain(sheet.told());
        html.open("figure").raw(SvgWriter.inPage(picture(), colours)).close();
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
