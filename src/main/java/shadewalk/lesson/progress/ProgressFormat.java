package shadewalk.lesson.progress;

import static shadewalk.lesson.json.Shape.must;

import java.util.List;
import shadewalk.lesson.json.Shape;

/// The shapes of files about what learners have done.
final class ProgressFormat {

    static final int FORMAT = 1;

    private static final Shape ID = new Shape.Text(1, 80);

    private static final Shape.Thing LESSON =
            thing(
                    "the progress in a lesson",
                    must("step", ID, "the step that was shown last."),
                    must("finished", new Shape.Flag(), "whether the end was reached."),
                    must("answers", AttemptJson.SHAPE, "by the ids of the steps."));

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

    private static Shape.Thing thing(String name, Shape.Part... parts) {
        return new Shape.Thing(name, List.of(parts));
    }
}
