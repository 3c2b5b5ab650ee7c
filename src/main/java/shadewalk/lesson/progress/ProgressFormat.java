package shadewalk.lesson.progress;

import static shadewalk.lesson.json.Shape.must;

import java.util.List;
import shadewalk.lesson.json.Shape;

/// The shapes of files about what learners have done.
final class ProgressFormat {

    static final int FORMAT = 1;

    static final Shape ID = new Shape.Text(1, 80);

    private static final Shape.Thing ANSWERS =
            thing(
                    "answers to a question",
                    must("given", many(new Shape.Text(1, 400), 1_000), "every answer, in order."),
                    must("right", new Shape.Flag(), "whether one of them is right."),
                    must("revealed", new Shape.Flag(), "whether it was given away."));

    static final Shape ALL_ANSWERS =
            new Shape.Dictionary(ANSWERS, 200, "[a-z0-9-]{1,40}", "the id of a step");

    private static final Shape.Thing LESSON =
            thing(
                    "the progress in a lesson",
                    must("step", ID, "the step that was shown last."),
                    must("finished", new Shape.Flag(), "whether the end was reached."),
                    must("answers", ALL_ANSWERS, "by the ids of the steps."));

    static final Shape.Thing PROGRESS =
            thing(
                    "a progress file",
                    must("format", new Shape.Whole(FORMAT, FORMAT), "the version of the format."),
                    must(
                            "lessons",
                            new Shape.Dictionary(
                                    LESSON, 10_000, "[a-z0-9-]{1,40}", "a lesson's id"),
                            "by their ids."));

    private ProgressFormat() {}

    private static Shape many(Shape of, int max) {
        return new Shape.Many(of, 0, max);
    }

    private static Shape.Thing thing(String name, Shape.Part... parts) {
        return new Shape.Thing(name, List.of(parts));
    }
}
