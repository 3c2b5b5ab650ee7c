package shadewalk.lesson.homework;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.Constant;
import shadewalk.lesson.json.Marks.Many;
import shadewalk.lesson.json.Marks.Must;
import shadewalk.lesson.json.Marks.Text;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.play.LessonCheck;

/// A lesson with gaps that a seed fills: `${page}` in any of its texts stands for a drawn value.
///
/// A draw that makes a bad lesson, for instance because a wrong answer happens to be right, is
/// drawn again; which draw is used follows from the seed alone.
@Called("a template")
@Constant(name = "format", is = "1", means = "its version, 1.")
public record Template(
        @Must(value = "what its exercises are called.", as = "template")
                @Text(max = 30, pattern = "[a-z0-9]+(-[a-z0-9]+)*", form = "a short name")
                String id,
        @Must("what it is about.") @Text(max = 80) String title,
        @Must(value = "what the seed decides.", as = "draw") @Many(max = 50)
                Map<@Text(max = 200, pattern = "[a-z][A-Za-z0-9]*", form = "a name") String, Draw>
                        draws,
        @Must("a lesson with ${name} for what is drawn.") JsonElement lesson) {

    private static final int ATTEMPTS = 64;
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /// An exercise.
    ///
    /// @param text the lesson file
    /// @param file what reading it gives
    public record Made(String text, Read<Lesson> file) {}

    /// The exercise of a seed. Its lesson is checked; if no draw makes a good one, its file holds
    /// the problems of the last.
    public Made make(long seed, Glossary glossary) {
        Made made = null;
        List<Problem> problems = List.of();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            made = draw(seed, attempt);
            problems = LessonCheck.check(made.file(), glossary);
            if (problems.isEmpty()) {
                return made;
            }
        }
        return new Made(made == null ? "" : made.text(), new Read<>(null, problems));
    }

    private Made draw(long seed, int attempt) {
        Seed random = new Seed(seed * ATTEMPTS + attempt);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("seed", Long.toUnsignedString(seed));
        draws.forEach((name, draw) -> values.put(name, draw.value(random.next())));
        JsonObject filled = fill(lesson, values).getAsJsonObject();
        filled.addProperty("id", id + "-" + Long.toUnsignedString(seed));
        JsonObject exercise = new JsonObject();
        exercise.addProperty("template", id);
        exercise.addProperty("seed", Long.toUnsignedString(seed));
        filled.add("exercise", exercise);
        String text = GSON.toJson(filled) + "\n";
        return new Made(text, LessonFile.parse(text));
    }

    private static JsonElement fill(JsonElement element, Map<String, String> values) {
        if (element instanceof JsonObject object) {
            JsonObject filled = new JsonObject();
            object.entrySet().forEach(e -> filled.add(e.getKey(), fill(e.getValue(), values)));
            return filled;
        }
        if (element instanceof JsonArray array) {
            JsonArray filled = new JsonArray();
            array.forEach(each -> filled.add(fill(each, values)));
            return filled;
        }
        if (element instanceof JsonPrimitive plain && plain.isString()) {
            String text = plain.getAsString();
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}", value.getValue());
            }
            return new JsonPrimitive(text);
        }
        return element;
    }
}
