package shadewalk.lesson.file;

import static shadewalk.lesson.file.Shapes.EXPRESSION;
import static shadewalk.lesson.file.Shapes.IS;
import static shadewalk.lesson.file.Shapes.WORDS;
import static shadewalk.lesson.file.Shapes.thing;
import static shadewalk.lesson.json.Shape.may;
import static shadewalk.lesson.json.Shape.must;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import shadewalk.lesson.json.Shape;
import shadewalk.state.Stat;

/// Facts, by what they are about.
final class FactFormat {

    private static final Shape STAT =
            new Shape.Choice(Arrays.stream(Stat.values()).map(Stat::kernelName).toList());

    static final Shape.OneOf FACT = new Shape.OneOf("a fact", kinds());

    private FactFormat() {}

    private static Map<String, Shape.Thing> kinds() {
        Map<String, Shape.Thing> kinds = new LinkedHashMap<>();
        Shape count = new Shape.Whole(0, 1_000_000);
        kinds.put(
                "event",
                thing(
                        "an event fact",
                        must("event", WORDS, "the event's name, or any."),
                        may("with", IS, "what parts of the event must be."),
                        may("count", count, "how many; at least one if left out.")));
        kinds.put(
                "gpte",
                thing(
                        "a guest entry fact",
                        must("gpte", EXPRESSION, "which entry, \"pde here\"."),
                        must("is", IS, "its fields; value for the whole of it.")));
        kinds.put(
                "spte",
                thing(
                        "a shadow entry fact",
                        must("spte", EXPRESSION, "which entry, \"pte here\"."),
                        must("is", IS, "its fields; value for the whole of it.")));
        kinds.put(
                "role",
                thing(
                        "a role fact",
                        must("role", EXPRESSION, "the page that holds this entry, \"pte here\"."),
                        must("is", IS, "the role's fields.")));
        kinds.put(
                "pages",
                thing(
                        "a page fact",
                        must("pages", IS, "what the pages must be; {} for all."),
                        must("count", count, "how many shadow pages there are.")));
        kinds.put(
                "stat",
                thing(
                        "a statistic fact",
                        must("stat", STAT, "the counter."),
                        must("is", new Shape.Value(), "its value.")));
        kinds.put(
                "moved",
                thing(
                        "a fact about a counter's move",
                        must("moved", STAT, "the counter."),
                        must("by", new Shape.Value(), "by how much it moved in this step.")));
        kinds.put(
                "result",
                thing(
                        "a result fact",
                        must(
                                "result",
                                IS,
                                "how the last action ended: kind, value, vector, error, cr2.")));
        kinds.put(
                "value",
                thing(
                        "a value fact",
                        must("value", EXPRESSION, "any expression."),
                        must("is", new Shape.Value(), "its value.")));
        return kinds;
    }
}
