package shadewalk.lesson.file;

import static shadewalk.lesson.file.Shapes.SENTENCE;
import static shadewalk.lesson.file.Shapes.WORDS;
import static shadewalk.lesson.file.Shapes.thing;
import static shadewalk.lesson.json.Shape.may;
import static shadewalk.lesson.json.Shape.must;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import shadewalk.lesson.Source;
import shadewalk.lesson.json.Shape;

/// Sources, by kind.
final class SourceFormat {

    static final Shape.Kinds SOURCE = new Shape.Kinds("a source", "kind", kinds());

    private SourceFormat() {}

    private static Map<String, Shape.Thing> kinds() {
        Map<String, Shape.Thing> kinds = new LinkedHashMap<>();
        for (Source.Kind kind : Source.Kind.values()) {
            kinds.put(kind.name().toLowerCase(Locale.ROOT), source(kind));
        }
        return kinds;
    }

    private static Shape.Thing source(Source.Kind kind) {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return thing(
                "a " + word + " source",
                must("kind", new Shape.Choice(List.of(word)), "its kind."),
                must(title(kind), WORDS, "what is cited."),
                must(where(kind), WORDS, "where in it, or how to find it."),
                may("by", WORDS, "who wrote it."),
                may("date", WORDS, "when, such as 2022-06-17."),
                may("note", SENTENCE, "what it is cited for."));
    }

    /// What the file calls a source's title.
    static String title(Source.Kind kind) {
        return switch (kind) {
            case KERNEL -> "file";
            case MAIL -> "subject";
            case MANUAL, PAPER -> "title";
            case RECORDING -> "name";
        };
    }

    /// What the file calls the place in a source.
    static String where(Source.Kind kind) {
        return switch (kind) {
            case KERNEL -> "function";
            case MAIL -> "id";
            case MANUAL -> "section";
            case PAPER -> "where";
            case RECORDING -> "steps";
        };
    }
}
