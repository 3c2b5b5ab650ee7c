package shadewalk.export.page;

import static shadewalk.text.Texts.PAGE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Tone;
import shadewalk.export.scene.Slide;
import shadewalk.glossary.Glossary;
import shadewalk.glossary.Term;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.Source;
import shadewalk.lesson.play.Judge;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Scene;

/// Writes a lesson as a web page of one file. It reaches for nothing outside itself, and runs no
/// script but its own.
public final class Handout {

    private final Html html;
    private final LessonPlayer player;
    private final Lesson lesson;
    private final PageColours colours = new PageColours();
    private final PageProse prose;
    private final PageStep step;

    private Handout(LessonPlayer player, Writer out) {
        this.player = player;
        lesson = player.lesson();
        html = new Html(out);
        prose = new PageProse(html, Glossary.load());
        step = new PageStep(html, prose, colours);
    }

    /// Writes the page of a whole lesson in UTF-8; `out` stays open.
    public static void write(LessonPlayer player, OutputStream out) throws IOException {
        write(player, Slide.of(player.performance()), out);
    }

    /// Writes the page of a lesson as far as somebody has come.
    ///
    /// @param slides what the lesson's first steps show. The question of one that is still asked is
    ///   left out, since its answer would stand in the page.
    public static void write(LessonPlayer player, Iterable<Slide> slides, OutputStream out)
            throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        new Handout(player, writer).page(slides);
        writer.flush();
    }

    private void page(Iterable<Slide> slides) throws IOException {
        String script = resource("page.js");
        html.raw("<!DOCTYPE html>").line();
        html.open("html", "lang", lesson.language());
        head(script);
        html.line().open("body");
        html.line().open("div id=page");
        header();
        html.line().open("main").open("nav", "aria-label", PAGE.get("steps"));
        html.element("ol id=steps", "").close();
        html.element("article id=step", "").close();
        steps(slides);
        end();
        html.close();
        footer();
        html.line().element("noscript", PAGE.get("noscript"));
        words();
        html.line().open("script").raw(script).close().close().close().line();
    }

    private void head(String script) throws IOException {
        html.line().open("head").empty("meta charset=utf-8");
        html.empty("meta name=viewport", "content", "width=device-width, initial-scale=1");
        html.line()
                .empty(
                        "meta http-equiv=Content-Security-Policy",
                        "content",
                        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
                                + " form-action 'none'; script-src 'sha256-"
                                + digest(script)
                                + "'");
        html.line().element("title", lesson.title());
        html.line().open("style").raw(theme()).raw(resource("page.css")).close();
        html.close();
    }

    /// The colours of the page and of its pictures, for either theme.
    private String theme() {
        String light = own(Palette.LIGHT) + colours.declarations(false);
        String dark = own(Palette.DARK) + colours.declarations(true);
        return "\n:root{color-scheme:light;%s}\n".formatted(light)
                + "@media screen{:root[data-theme=dark]{color-scheme:dark;%s}}\n".formatted(dark)
                + "@media screen and (prefers-color-scheme:dark)"
                + "{:root:not([data-theme]){color-scheme:dark;%s}}\n".formatted(dark);
    }

    private static String own(Palette palette) {
        return "--paper:%s;--panel:%s;--ink:%s;--quiet:%s;--edge:%s;--main:%s;--on-main:%s;--right:%s;--wrong:%s;"
                .formatted(
                        palette.paper().hex(),
                        palette.panel().hex(),
                        palette.text(Tone.PLAIN, Ink.PLAIN).hex(),
                        palette.text(Tone.PLAIN, Ink.QUIET).hex(),
                        palette.swatch(Tone.PLAIN).edge().hex(),
                        palette.swatch(Tone.QUARTER0).solid().hex(),
                        palette.swatch(Tone.QUARTER0).onSolid().hex(),
                        palette.swatch(Tone.ADDED).text().hex(),
                        palette.swatch(Tone.FAULT).text().hex());
    }

    private void header() throws IOException {
        html.line().open("header").open("div");
        html.element("h1 dir=auto", lesson.title());
        html.element("p class=goal dir=auto", lesson.goal()).close();
        html.element("button type=button id=theme", PAGE.get("theme"));
        html.close();
    }

    private void footer() throws IOException {
        html.line().open("footer");
        html.element("button type=button id=back", PAGE.get("back"));
        html.element("p id=place role=status", "");
        html.element("button type=button id=next class=main", PAGE.get("next"));
        html.close();
    }

    private void steps(Iterable<Slide> slides) throws IOException {
        Map<String, Judge> judges = player.judges();
        Iterator<Scene> scenes = player.performance().scenes().iterator();
        for (Slide slide : slides) {
            Scene scene = scenes.next();
            step.write(scene, slide, slide.view().isAsked() ? null : judges.get(scene.stop().id()));
        }
    }

    /// What stands beneath all steps: the words that were used, and the sources.
    private void end() throws IOException {
        if (!prose.used().isEmpty()) {
            html.line().open("details id=words").element("summary", PAGE.get("words"));
            html.open("dl");
            for (Term term : prose.used().values()) {
                html.element("dt", term.word(), "id", "term-" + term.id());
                html.element("dd", term.meaning());
            }
            html.close().close();
        }
        html.line().open("details").element("summary", PAGE.get("sources")).open("ul");
        for (Source source : lesson.sources()) {
            html.element("li dir=auto", source.words());
        }
        html.close().close();
        html.line().element("p class=made", PAGE.get("made", Lesson.KERNEL));
    }

    /// What the script says.
    private void words() throws IOException {
        html.line().open("template id=texts");
        for (String key :
                List.of(
                        "question.right",
                        "question.wrong",
                        "question.revealed",
                        "question.number.form",
                        "question.reveal",
                        "locked",
                        "lock",
                        "place",
                        "light",
                        "dark")) {
            html.element("span", PAGE.bundle().getString(key), "data-key", key);
        }
        html.close();
    }

    private static String digest(String script) {
        try {
            byte[] sum =
                    MessageDigest.getInstance("SHA-256")
                            .digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String resource(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(Handout.class.getResourceAsStream("/page/" + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
