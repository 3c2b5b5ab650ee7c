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
    /// @param element its name, and with blanks between them the attributes that are always the
    ///   same: `button type=submit class=main`
    /// @param attributes names and values of the others in turn
    Html open(String element, String... attributes) throws IOException {
        empty(element, attributes);
        open.push(element.split(" ", 2)[0]);
        return this;
    }

    /// An element that has no content and no end, such as `meta` and `input`.
    Html empty(String element, String... attributes) throws IOException {
        String[] words = element.split(" ", -1);
        out.append('<').append(words[0]);
        for (int i = 1; i < words.length; i++) {
            String[] attribute = words[i].split("=", 2);
            attribute(attribute[0], attribute[1]);
        }
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i], attributes[i + 1]);
        }
        out.append('>');
        return this;
    }

    private void attribute(String name, String value) throws IOException {
        out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
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
