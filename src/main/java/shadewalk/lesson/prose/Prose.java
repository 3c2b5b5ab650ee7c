package shadewalk.lesson.prose;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Running text as a tree that knows no format.
public record Prose(List<Block> blocks) {

    /// No text.
    public static final Prose EMPTY = new Prose(List.of());

    public Prose {
        blocks = List.copyOf(blocks);
    }

    /// A piece that stands by itself.
    public sealed interface Block {}

    /// A paragraph.
    public record Paragraph(List<Inline> words) implements Block {

        public Paragraph {
            words = List.copyOf(words);
        }
    }

    /// A list.
    ///
    /// @param ordered numbered, or with dots
    public record Items(boolean ordered, List<List<Block>> items) implements Block {

        public Items {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /// Lines to be shown as they are.
    public record Lines(String text) implements Block {}

    /// A piece within a line.
    public sealed interface Inline {}

    /// Words.
    public record Text(String text) implements Inline {}

    /// Words in the typeface of numbers and names.
    public record Code(String text) implements Inline {}

    /// Words that are stressed.
    public record Emphasis(List<Inline> words) implements Inline {

        public Emphasis {
            words = List.copyOf(words);
        }
    }

    /// Words that are stressed strongly.
    public record Strong(List<Inline> words) implements Inline {

        public Strong {
            words = List.copyOf(words);
        }
    }

    /// Words that the glossary explains.
    ///
    /// @param term the term's id, `role/quadrant`
    public record Term(String term, List<Inline> words) implements Inline {

        public Term {
            words = List.copyOf(words);
        }
    }

    /// A value that the engine knows.
    ///
    /// @param expression `spte pte here`
    /// @param text what it came to; empty until it has been looked up
    public record Value(String expression, String text) implements Inline {}

    /// The end of a line within a paragraph.
    public record Break() implements Inline {}

    /// What follows is told of a moment of the step. It has no words itself.
    ///
    /// @param at an event, a marker or a thing: `PageFaultTaken`, `the fault`, `spte pte here`
    public record Cue(String at) implements Inline {}

    /// The moments that the text speaks of, in the order of the text.
    public List<String> cues() {
        return inlines()
                .flatMap(word -> word instanceof Cue(var at) ? Stream.of(at) : null)
                .toList();
    }

    /// The expressions of all values, in the order of the text.
    public List<String> expressions() {
        return inlines()
                .flatMap(word -> word instanceof Value value ? Stream.of(value.expression()) : null)
                .toList();
    }

    /// The ids of all glossary terms that are named.
    public List<String> terms() {
        return inlines()
                .flatMap(word -> word instanceof Term term ? Stream.of(term.term()) : null)
                .toList();
    }

    private Stream<Inline> inlines() {
        return blocks.stream().flatMap(Prose::inlines);
    }

    private static Stream<Inline> inlines(Block block) {
        return switch (block) {
            case Paragraph(var words) -> words.stream().flatMap(Prose::inlines);
            case Items(_, var items) ->
                    items.stream().flatMap(List::stream).flatMap(Prose::inlines);
            case Lines _ -> Stream.empty();
        };
    }

    private static Stream<Inline> inlines(Inline word) {
        return switch (word) {
            case Emphasis(var inner) -> inner.stream().flatMap(Prose::inlines);
            case Strong(var inner) -> inner.stream().flatMap(Prose::inlines);
            case Term(_, var inner) ->
                    Stream.concat(Stream.of(word), inner.stream().flatMap(Prose::inlines));
            case Text _, Code _, Value _, Break _, Cue _ -> Stream.of(word);
        };
    }

    /// The same text with values filled in.
    ///
    /// @param values by expression; those without one stay empty
    public Prose with(Map<String, String> values) {
        return new Prose(new Filler(values).blocks(blocks));
    }

    /// Copies a text with values.
    private record Filler(Map<String, String> values) {

        List<Block> blocks(List<Block> blocks) {
            return blocks.stream().map(this::block).toList();
        }

        Block block(Block block) {
            return switch (block) {
                case Paragraph(var words) -> new Paragraph(words(words));
                case Items(var ordered, var items) ->
                        new Items(ordered, items.stream().map(this::blocks).toList());
                case Lines lines -> lines;
            };
        }

        List<Inline> words(List<Inline> words) {
            return words.stream().map(this::word).toList();
        }

        Inline word(Inline word) {
            return switch (word) {
                case Emphasis(var inner) -> new Emphasis(words(inner));
                case Strong(var inner) -> new Strong(words(inner));
                case Term(var term, var inner) -> new Term(term, words(inner));
                case Value(var expression, _) ->
                        new Value(expression, values.getOrDefault(expression, ""));
                case Text _, Code _, Break _, Cue _ -> word;
            };
        }
    }
}
