package shadewalk.lesson.file;

import static shadewalk.lesson.json.Shape.may;
import static shadewalk.lesson.json.Shape.must;

import java.util.List;
import shadewalk.lesson.json.Shape;

/// Shapes that several parts of a lesson file have in common.
final class Shapes {

    static final Shape ID =
            new Shape.Text(1, 40, "[a-z0-9]+(-[a-z0-9]+)*", "small letters, digits and hyphens");
    static final Shape NAME =
            new Shape.Text(1, 24, "[a-z][A-Za-z0-9_-]*", "a name that begins with a small letter");
    static final Shape WORDS = new Shape.Text(1, 200);
    static final Shape EXPRESSION = new Shape.Text(1, 120);
    static final Shape SENTENCE = new Shape.Text(1, 300);
    static final Shape SIZE = new Shape.Unsigned(true);

    static final Shape ADDRESS =
            new Shape.NumberOrText(
                    "(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20}|[a-z][A-Za-z0-9_-]*(\\.gpa)?)"
                            + "( ?\\+ ?(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20}))?",
                    "an address: a number such as \"0xc0801234\", a name, or a name + a number");

    static final Shape FLAGS =
            new Shape.Text(
                    0, 120, "[a-z-]*( [a-z-]+)*", "flags such as \"user writable accessed dirty\"");

    static final Shape IS =
            new Shape.Dictionary(
                    new Shape.Value(), 20, "[A-Za-z0-9][A-Za-z0-9_/:. -]{0,23}", "a field's name");

    static final Shape.Thing FILTER =
            new Shape.Thing(
                    "an event filter",
                    List.of(
                            must(
                                    "event",
                                    WORDS,
                                    "the event's name, such as ShadowPageGot, or any."),
                            may("with", IS, "what parts of the event must be."),
                            may(
                                    "nth",
                                    new Shape.Whole(1, 10_000),
                                    "which of them, counted from 1.")));

    private Shapes() {}

    static Shape many(Shape of, int min, int max) {
        return new Shape.Many(of, min, max);
    }

    static Shape.Thing thing(String name, Shape.Part... parts) {
        return new Shape.Thing(name, List.of(parts));
    }
}
