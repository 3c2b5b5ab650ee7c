package shadewalk.lesson.file;

import static shadewalk.lesson.file.Shapes.EXPRESSION;
import static shadewalk.lesson.file.Shapes.IS;
import static shadewalk.lesson.file.Shapes.SENTENCE;
import static shadewalk.lesson.file.Shapes.WORDS;
import static shadewalk.lesson.file.Shapes.many;
import static shadewalk.lesson.json.Shape.may;
import static shadewalk.lesson.json.Shape.must;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shadewalk.lesson.json.Shape;

/// Questions, by kind.
final class QuestionFormat {

    static final Shape.Kinds QUESTION = new Shape.Kinds("a question", "kind", kinds());

    private QuestionFormat() {}

    private static Map<String, Shape.Thing> kinds() {
        Shape feedback = new Shape.Text(1, 400);
        Shape wrong =
                many(
                        new Shape.Thing(
                                "a wrong answer",
                                List.of(
                                        must("answer", EXPRESSION, "what somebody may answer."),
                                        must("feedback", feedback, "what is said to it."))),
                        0,
                        8);
        Shape.Part wrongs = may("wrong", wrong, "answers with a word of their own.");
        Shape.Part otherwise = must("otherwise", feedback, "said to any other wrong answer.");
        Map<String, Shape.Thing> kinds = new LinkedHashMap<>();
        question(
                kinds,
                "choose",
                must(
                        "choices",
                        many(
                                new Shape.Thing(
                                        "a choice",
                                        List.of(
                                                must("text", new Shape.Text(1, 160), "the answer."),
                                                may("right", new Shape.Flag(), "whether it is."),
                                                must("feedback", feedback, "said to it."))),
                                2,
                                6),
                        "the answers; one is right."));
        question(
                kinds,
                "pick",
                must("answer", EXPRESSION, "the thing, \"gpte pde here\"."),
                wrongs,
                otherwise);
        question(
                kinds,
                "type",
                must("answer", EXPRESSION, "the number, \"index pde here\"."),
                may("later", new Shape.Flag(), "whether its value after the next step counts."),
                wrongs,
                otherwise);
        question(
                kinds,
                "order",
                must("items", many(new Shape.Text(1, 120), 3, 8), "in the right order."),
                wrongs,
                otherwise);
        question(
                kinds,
                "predict",
                must(
                        "events",
                        many(
                                new Shape.Thing(
                                        "a prospect",
                                        List.of(
                                                must("event", WORDS, "the event's name."),
                                                may("with", IS, "what its parts must be."),
                                                must("text", new Shape.Text(1, 160), "in words."),
                                                must("feedback", feedback, "said to it."))),
                                2,
                                6),
                        "which of these comes first in the next step?"));
        return kinds;
    }

    private static void question(Map<String, Shape.Thing> kinds, String kind, Shape.Part... parts) {
        List<Shape.Part> all = new ArrayList<>();
        all.add(must("kind", new Shape.Choice(List.of(kind)), "its kind."));
        all.add(must("ask", new Shape.Prose(500), "the question, Markdown."));
        all.addAll(List.of(parts));
        all.add(may("hints", many(SENTENCE, 0, 5), "the smallest first."));
        all.add(may("explain", new Shape.Prose(800), "said once it is answered, Markdown."));
        kinds.put(kind, new Shape.Thing("a " + kind + " question", all));
    }
}
