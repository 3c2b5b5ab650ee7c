package shadewalk.lesson.homework;

import static shadewalk.lesson.json.Shape.may;
import static shadewalk.lesson.json.Shape.must;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.Exercise;
import shadewalk.lesson.json.JsonText;
import shadewalk.lesson.json.Numbers;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.Shape;
import shadewalk.lesson.json.ShapeCheck;
import shadewalk.lesson.progress.AttemptJson;

/// A result as a small file.
///
/// @param result null if there are problems
public record ResultFile(@Nullable Result result, List<Problem> problems) {

    private static final int FORMAT = 1;

    private static final Shape.Thing RESULT =
            new Shape.Thing(
                    "a result",
                    List.of(
                            must("format", new Shape.Whole(FORMAT, FORMAT), "its version, 1."),
                            must("learner", new Shape.Text(0, 200), "who hands it in."),
                            must("lesson", new Shape.Text(1, 80), "the lesson's id."),
                            must("digest", new Shape.Text(1, 80), "which version of it."),
                            may(
                                    "exercise",
                                    new Shape.Thing(
                                            "an exercise",
                                            List.of(
                                                    must("template", new Shape.Text(1, 80), "of."),
                                                    must(
                                                            "seed",
                                                            new Shape.Unsigned(false),
                                                            "the seed."))),
                                    "where the lesson comes from."),
                            must("finished", new Shape.Flag(), "whether the end was reached."),
                            must("answers", AttemptJson.SHAPE, "by the ids of steps.")));

    public ResultFile {
        problems = List.copyOf(problems);
    }

    /// The result as a text that [#read] reads back.
    public static String write(Result result) {
        JsonObject root = new JsonObject();
        root.addProperty("format", FORMAT);
        root.addProperty("learner", result.learner());
        root.addProperty("lesson", result.lesson());
        root.addProperty("digest", result.digest());
        if (result.exercise() != null) {
            JsonObject exercise = new JsonObject();
            exercise.addProperty("template", result.exercise().template());
            exercise.addProperty("seed", Long.toUnsignedString(result.exercise().seed()));
            root.add("exercise", exercise);
        }
        root.addProperty("finished", result.finished());
        root.add("answers", AttemptJson.write(result.answers()));
        return AttemptJson.text(root);
    }

    /// Reads a file. A file that cannot be opened is a problem like any other.
    public static ResultFile read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return of(JsonText.read(stream));
        } catch (NoSuchFileException e) {
            return failed("there is no such file; check its name");
        } catch (IOException e) {
            return failed("the file cannot be read: " + e.getMessage());
        }
    }

    private static ResultFile of(JsonText text) {
        List<Problem> problems = new ArrayList<>(text.problems());
        if (text.root() != null) {
            problems.addAll(ShapeCheck.check(text.root(), RESULT, text.places()));
        }
        return problems.isEmpty() && text.root() instanceof JsonObject json
                ? new ResultFile(result(json), List.of())
                : new ResultFile(null, problems);
    }

    private static Result result(JsonObject json) {
        return new Result(
                json.get("learner").getAsString(),
                json.get("lesson").getAsString(),
                json.get("digest").getAsString(),
                json.has("exercise") ? exercise(json.getAsJsonObject("exercise")) : null,
                json.get("finished").getAsBoolean(),
                AttemptJson.read(json.getAsJsonObject("answers")));
    }

    private static Exercise exercise(JsonObject json) {
        return new Exercise(
                json.get("template").getAsString(),
                Numbers.unsigned(json.getAsJsonPrimitive("seed")).orElseThrow());
    }

    private static ResultFile failed(String sentence) {
        return new ResultFile(null, List.of(new Problem("$", 1, 1, sentence)));
    }
}
