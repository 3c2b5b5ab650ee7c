package shadewalk.export.page;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import shadewalk.glossary.Glossary;

/// A web page made to be printed: one style, no script, nothing from elsewhere.
final class PlainPage {

    private PlainPage() {}

    /// What stands on the page.
    interface Body {
        void write(Html html, PageProse prose) throws IOException;
    }

    /// Writes a page; `out` stays open.
    ///
    /// @param language of its words, as a tag such as `de`
    /// @param colours what the body's pictures are coloured with; a body writes them first
    static void write(
            String title, String language, PageColours colours, Body body, OutputStream out)
            throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Html html = new Html(writer);
        html.raw("<!DOCTYPE html>").line();
        html.open("html", "lang", language).open("head").empty("meta charset=utf-8");
        html.empty(
                "meta http-equiv=Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'");
        html.element("title", title);
        html.open("style").raw(":root{%s}".formatted(colours.declarations(false)));
        html.raw(Handout.resource("sheet.css")).close().close();
        html.line().open("body").element("h1 dir=auto", title);
        body.write(html, new PageProse(html, Glossary.load()));
        html.close().close().line();
        writer.flush();
    }
}
