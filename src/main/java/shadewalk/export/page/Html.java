package shadewalk.export.page;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import shadewalk.export.Xml;

/// Writes elements one after the other. Whatever is given as text comes out as text.
///
/// Source: HTML Living Standard, 13.1 and 13.3.
final class Html {

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    Html(Writer out) {
        this.out = out;
    }

    /// Begins an element.
    ///
    /// @param attributes names and values in turn
    Html open(String element, String... attributes) throws IOException {
        empty(element, attributes);
        open.push(element);
        return this;
    }

    /// An element that has no content and no end, such as `meta` and `input`.
    Html empty(String element, String... attributes) throws IOException {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            out.append(escaped(attributes[i + 1])).append('"');
        }
        out.append('>');
        return this;
    }

    Html text(String text) throws IOException {
        out.append(escaped(text));
        return this;
    }

    /// Ends the element that was begun last.
    Html close() throws IOException {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /// Begins a new line of the file, where blanks mean nothing.
    Html line() throws IOException {
        out.append('\n');
        return this;
    }

    /// An element that holds a text only.
    Html element(String element, String text, String... attributes) throws IOException {
        return open(element, attributes).text(text).close();
    }

    /// Markup of our own making.
    Html raw(String markup) throws IOException {
        out.append(markup);
        return this;
    }

    private static String escaped(String text) {
        return Xml.clean(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r", "&#13;");
    }
}
