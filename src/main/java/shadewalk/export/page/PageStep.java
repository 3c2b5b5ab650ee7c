package shadewalk.export.page;

import static shadewalk.text.Texts.PAGE;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shadewalk.diagram.Diagram;
import shadewalk.export.SvgWriter;
import shadewalk.export.scene.Slide;
import shadewalk.lesson.play.Judge;
import shadewalk.lesson.play.Scene;
import shadewalk.lesson.session.Framing;
import shadewalk.read.tell.HostNaming;
import shadewalk.read.tell.TraceWords;
import shadewalk.state.MmuEvent;

/// Writes a step: its title, what is told, its picture, what happened, and its question.
final class PageStep {

    /// The most events that are told one by one.
    private static final int MOST = 300;

    private final Html html;
    private final PageProse prose;
    private final PageColours colours;
    private final PageQuestion questions;
    private final TraceWords words = new TraceWords(HostNaming.NUMBERS);

    PageStep(Html html, PageProse prose, PageColours colours) {
        this.html = html;
        this.prose = prose;
        this.colours = colours;
        questions = new PageQuestion(html, prose);
    }

    /// Writes a step into a template of its own. As long as its question is open the picture is one
    /// that does not tell the answer; the other one lies beside it in a template.
    ///
    /// @param judge of its question, null if it asks none
    void write(Scene scene, Slide slide, @Nullable Judge judge) throws IOException {
        Diagram told = picture(judge == null ? slide : slide.showing(scene.proven()));
        Diagram picture = judge == null ? told : picture(slide.asked());
        int number = scene.number() + 1;
        html.line().open("template", "data-step", String.valueOf(number));
        html.line().open("section class=told");
        String title = number + ". " + scene.stop().title();
        html.element(
                "h2 tabindex=-1 dir=auto",
                scene.stop().whatIf() ? PAGE.get("whatif", title) : title);
        prose.write(scene.narration());
        if (judge != null) {
            questions.write(scene, judge, picture);
        }
        html.close();
        html.line().open("figure");
        html.raw(SvgWriter.inPage(picture, colours));
        if (!told.equals(picture)) {
            html.open("template class=told").raw(SvgWriter.inPage(told, colours)).close();
        }
        html.element("figcaption dir=auto", slide.caption());
        html.close();
        html.line().open("section class=more");
        plain(scene, picture, told);
        events(scene.events());
        html.close().close();
    }

    private static Diagram picture(Slide slide) {
        return slide.shot(Framing.USUAL.bare()).diagram();
    }

    private void plain(Scene scene, Diagram picture, Diagram told) throws IOException {
        html.open("details").element("summary", PAGE.get("plain"));
        html.element("p dir=auto", scene.stop().show().alt());
        html.element("pre", String.join("\n", picture.plain()));
        if (!told.plain().equals(picture.plain())) {
            html.open("template class=told");
            html.element("pre", String.join("\n", told.plain())).close();
        }
        html.close();
    }

    private void events(List<MmuEvent> events) throws IOException {
        List<String> lines =
                events.stream().map(this::line).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty()) {
            return;
        }
        html.open("details").element("summary", PAGE.get("events", lines.size()));
        html.open("ol class=events");
        for (String line : lines.subList(0, Math.min(lines.size(), MOST))) {
            html.open("li").element("code", line).close();
        }
        html.close();
        if (lines.size() > MOST) {
            html.element("p", PAGE.get("events.more", lines.size() - MOST));
        }
        html.close();
    }

    /// The step as it was done, or the kernel's own line; empty where it prints none.
    private String line(MmuEvent event) {
        if (event instanceof MmuEvent.StepStarted(_, var done)) {
            return "> " + done;
        }
        String line = words.of(event);
        return line == null ? "" : line;
    }
}
