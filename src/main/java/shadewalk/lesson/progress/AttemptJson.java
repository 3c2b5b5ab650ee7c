package shadewalk.lesson.progress;

import static shadewalk.lesson.json.Shape.must;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shadewalk.lesson.json.Shape;
import shadewalk.lesson.play.Answer;
import shadewalk.lesson.play.Answers;
import shadewalk.lesson.play.Attempt;

/// What learners have answered, as JSON.
public final class AttemptJson {

    /// Attempts by the ids of the steps that asked.
    public static final Shape SHAPE =
            new Shape.Dictionary(
                    new Shape.Thing(
                            "answers to a question",
                            List.of(
                                    must(
                                            "given",
                                            new Shape.Many(new Shape.Text(1, 400), 0, 1_000),
                                            "every answer, in order."),
                                    must(
                                            "right",
                                            new Shape.Flag(),
                                            "whether one of them is right."),
                                    must(
                                            "revealed",
                                            new Shape.Flag(),
                                            "whether it was given away."))),
                    200,
                    "[a-z0-9-]{1,40}",
                    "the id of a step");

    private AttemptJson() {}

    /// A whole file.
    public static String text(JsonObject root) {
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(root)
                + "\n";
    }

    public static JsonObject write(Map<String, Attempt> answers) {
        JsonObject all = new JsonObject();
        answers.forEach((stop, attempt) -> {
            JsonObject one = new JsonObject();
            JsonArray given = new JsonArray();
            attempt.given().forEach(answer -> given.add(Answers.words(answer)));
            one.add("given", given);
            one.addProperty("right", attempt.right());
            one.addProperty("revealed", attempt.revealed());
            all.add(stop, one);
        });
        return all;
    }

    /// Reads what has [#SHAPE]. Words that are no answer are left out.
    public static Map<String, Attempt> read(JsonObject answers) {
        Map<String, Attempt> all = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> entry : answers.entrySet()) {
            JsonObject one = entry.getValue().getAsJsonObject();
            List<Answer> given = new ArrayList<>();
            one.getAsJsonArray("given")
                    .forEach(words -> Answers.parse(words.getAsString()).ifPresent(given::add));
            all.put(
                    entry.getKey(),
                    new Attempt(
                            given,
                            one.get("right").getAsBoolean(),
                            one.get("revealed").getAsBoolean()));
        }
        return all;
    }
}
