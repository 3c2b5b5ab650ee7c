package shadewalk.lesson.prose;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/// Reads Markdown into [Prose]. Paragraphs, lists, code, emphasis, links to the glossary
/// (`[quadrant](term:role/quadrant)`), values (`{{index pde here}}`) and moments (`{{at
/// PageFaultTaken}}`) get through; everything else is a problem, and HTML and addresses are
/// dropped.
public final class Markdown {

    private static final String TERM = "term:";
    private static final String WHEN = "when ";
    private static final Pattern VALUE = Pattern.compile("\\{\\{\\s*([^{}]{1,120}?)\\s*}}");

    /// Words begin right behind the moment that they are told of.
    private static final Pattern BLANK_AFTER_CUE =
            Pattern.compile("(\\{\\{\\s*when [^{}]{1,115}}})\\s");

    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';

    /// Characters that stand for something of ours.
    private static final Pattern PRIVATE = Pattern.compile("[\uE000-\uE002]");

    private static final Pattern HELD = Pattern.compile(OPEN + "(\\d+)" + CLOSE);

    private final List<String> expressions = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private Markdown() {}

    /// A text, and what did not get through.
    public record Read(Prose prose, List<String> problems) {

        public Read {
            problems = List.copyOf(problems);
        }
    }

    /// Reads a text.
    public static Read read(String text) {
        Markdown markdown = new Markdown();
        Node document = Parser.builder().build().parse(markdown.hold(text));
        return new Read(new Prose(markdown.blocks(document)), markdown.problems);
    }

    /// Values are taken out before Markdown is read, since their stars and underscores mean
    /// nothing.
    private String hold(String text) {
        String plain = PRIVATE.matcher(text).replaceAll("");
        return VALUE.matcher(BLANK_AFTER_CUE.matcher(plain).replaceAll("$1"))
                .replaceAll(match -> {
                    expressions.add(match.group(1));
                    return OPEN + Integer.toString(expressions.size() - 1) + CLOSE;
                });
    }

    private List<Prose.Block> blocks(Node parent) {
        List<Prose.Block> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case org.commonmark.node.Paragraph _ ->
                        blocks.add(new Prose.Paragraph(words(node)));
                case BulletList _ -> blocks.add(new Prose.Items(false, items(node)));
                case OrderedList _ -> blocks.add(new Prose.Items(true, items(node)));
                case FencedCodeBlock code ->
                        blocks.add(new Prose.Lines(released(code.getLiteral())));
                case IndentedCodeBlock code ->
                        blocks.add(new Prose.Lines(released(code.getLiteral())));
                case HtmlBlock _ -> problems.add(PROBLEMS.get("markdown.html-not-shown"));
                default -> {
                    problems.add(PROBLEMS.get("markdown.only-paragraphs-lists", kind(node)));
                    blocks.addAll(blocks(node));
                }
            }
        }
        return blocks;
    }

    private List<List<Prose.Block>> items(Node list) {
        List<List<Prose.Block>> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(blocks(item));
        }
        return items;
    }

    private List<Prose.Inline> words(Node parent) {
        List<Prose.Inline> words = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case org.commonmark.node.Text text -> release(text.getLiteral(), false, words);
                case org.commonmark.node.Code code -> release(code.getLiteral(), true, words);
                case org.commonmark.node.Emphasis _ -> words.add(new Prose.Emphasis(words(node)));
                case StrongEmphasis _ -> words.add(new Prose.Strong(words(node)));
                case SoftLineBreak _ -> words.add(new Prose.Text(" "));
                case HardLineBreak _ -> words.add(new Prose.Break());
                case Link link -> link(link, words);
                case Image _ -> problems.add(PROBLEMS.get("markdown.pictures-drawn-lesson"));
                case HtmlInline _ -> problems.add(PROBLEMS.get("markdown.html-not-shown"));
                default -> words.addAll(words(node));
            }
        }
        return words;
    }

    private void link(Link link, List<Prose.Inline> words) {
        String target = link.getDestination();
        if (target.startsWith(TERM)) {
            words.add(new Prose.Term(target.substring(TERM.length()), words(link)));
        } else {
            problems.add(PROBLEMS.get("markdown.links-lead-glossary"));
            words.addAll(words(link));
        }
    }

    /// Puts the values back that [#hold] took out.
    private void release(String text, boolean code, List<Prose.Inline> words) {
        Matcher held = HELD.matcher(text);
        int done = 0;
        while (held.find()) {
            add(text.substring(done, held.start()), code, words);
            words.add(held(expression(held.group(1))));
            done = held.end();
        }
        add(text.substring(done), code, words);
    }

    private static Prose.Inline held(String expression) {
        return expression.startsWith(WHEN)
                ? new Prose.Cue(expression.substring(WHEN.length()).strip())
                : new Prose.Value(expression, "");
    }

    private static void add(String text, boolean code, List<Prose.Inline> words) {
        if (!text.isEmpty()) {
            words.add(code ? new Prose.Code(text) : new Prose.Text(text));
        }
    }

    private String expression(String number) {
        return expressions.get(Integer.parseInt(number));
    }

    /// Code blocks show a value's expression as it was written.
    private String released(String text) {
        return HELD.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement("{{" + expression(match.group(1)) + "}}"));
    }

    private static String kind(Node node) {
        return switch (node) {
            case Heading _ -> "heading";
            case BlockQuote _ -> "quotation";
            case ThematicBreak _ -> "line";
            default -> "rest";
        };
    }
}
