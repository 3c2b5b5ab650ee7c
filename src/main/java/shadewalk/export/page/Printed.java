package shadewalk.export.page;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import shadewalk.export.Paper;
import shadewalk.glossary.Glossary;

/// Something made to be printed. It is written as what the name of its file asks for: PDF or a web
/// page of one style, without script and with nothing from elsewhere, or else plain text.
interface Printed {

    String title();

    /// The language of its words, as a tag such as `de`.
    String language();

    String text();

    /// Writes it on paper, with its title.
    void on(Paper paper);

    /// Writes the web page below its title.
    void on(Html html, PageProse prose, PageColours colours) throws IOException;

    /// Writes it; `out` stays open.
    ///
    /// @param name of the file
    default void write(String name, OutputStream out) throws IOException {
        switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "pdf" -> {
                Paper paper = new Paper();
                on(paper);
                paper.write(title(), language(), out);
            }
            case "html", "htm" -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                page(new Html(writer));
                writer.flush();
            }
            default -> out.write(text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void page(Html html) throws IOException {
        PageColours colours = new PageColours();
        html.raw("<!DOCTYPE html>").line();
        html.open("html", "lang", language()).open("head").empty("meta charset=utf-8");
        html.empty(
                "meta http-equiv=Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'");
        html.element("title", title());
        html.open("style").raw(":root{%s}".formatted(colours.declarations(false)));
        html.raw(Handout.resource("sheet.css")).close().close();
        html.line().open("body").element("h1 dir=auto", title());
        on(html, new PageProse(html, Glossary.load()), colours);
        html.close().close().line();
    }
}
