package shadewalk.export.page;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shadewalk.glossary.Glossary;
import shadewalk.glossary.Term;
import shadewalk.lesson.prose.Prose;

/// Writes running text. Words that the glossary explains lead to its end of the page.
final class PageProse {

    private final Html html;
    private final Glossary glossary;
    private final Map<String, Term> used = new TreeMap<>();

    private boolean linked = true;

    PageProse(Html html, Glossary glossary) {
        this.html = html;
        this.glossary = glossary;
    }

    /// The terms that were named so far, by their ids.
    Map<String, Term> used() {
        return used;
    }

    void write(Prose prose) throws IOException {
        blocks(prose.blocks());
    }

    /// Writes words without links, for paper.
    void plain(Prose prose) throws IOException {
        linked = false;
        write(prose);
        linked = true;
    }

    private void blocks(List<Prose.Block> blocks) throws IOException {
        for (Prose.Block block : blocks) {
            switch (block) {
                case Prose.Paragraph(var words) -> {
                    html.open("p dir=auto");
                    words(words);
                    html.close();
                }
                case Prose.Items(var ordered, var items) -> {
                    html.open(ordered ? "ol" : "ul");
                    for (List<Prose.Block> item : items) {
                        html.open("li");
                        blocks(item);
                        html.close();
                    }
                    html.close();
                }
                case Prose.Lines(var text) -> html.element("pre", text);
            }
        }
    }

    private void words(List<Prose.Inline> words) throws IOException {
        for (Prose.Inline word : words) {
            switch (word) {
                case Prose.Text(var text) -> html.text(text);
                case Prose.Code(var text) -> html.element("code", text);
                case Prose.Value(_, var text) -> html.element("data class=value", text);
                case Prose.Break() -> html.empty("br");
                case Prose.Cue _ -> {
                    // a page stands still
                }
                case Prose.Emphasis(var inner) -> element("em", inner);
                case Prose.Strong(var inner) -> element("strong", inner);
                case Prose.Term(var id, var inner) -> term(id, inner);
            }
        }
    }

    private void element(String name, List<Prose.Inline> inner) throws IOException {
        html.open(name);
        words(inner);
        html.close();
    }

    private void term(String id, List<Prose.Inline> inner) throws IOException {
        var term = glossary.find(id);
        if (term.isEmpty() || !linked) {
            words(inner);
            return;
        }
        used.put(id, term.get());
        html.open("a class=term", "href", "#term-" + id, "title", term.get().meaning());
        words(inner);
        html.close();
    }
}
