package shadewalk.lesson.file;

import static shadewalk.lesson.json.Shape.may;
import static shadewalk.lesson.json.Shape.must;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.json.JsonText;
import shadewalk.lesson.json.Places;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.Shape;
import shadewalk.lesson.json.ShapeCheck;
import shadewalk.lesson.json.Spelling;

/// The texts of a lesson in another language, in a file beside it: `lesson.de.json` beside
/// `lesson.json`.
///
/// @param lesson the id of the lesson
/// @param texts by the keys of [Texts]
record Translation(String lesson, String language, Map<String, String> texts, Places places) {

    private static final Pattern VALUE = Pattern.compile("\\{\\{[^{}]*}}");

    static final Shape.Thing SHAPE =
            new Shape.Thing(
                    "a translation",
                    List.of(
                            may("$schema", new Shape.Text(0, 300), "for editors."),
                            must("format", new Shape.Whole(1, 1), "its version, 1."),
                            must("lesson", new Shape.Text(1, 40), "the lesson's id."),
                            must("language", new Shape.Text(2, 5), "the language of the texts."),
                            must(
                                    "texts",
                                    new Shape.Dictionary(
                                            new Shape.Prose(3_000),
                                            4_000,
                                            "[a-zA-Z0-9.-]{1,120}",
                                            "a key such as steps.cr3.title"),
                                    "by their keys.")));

    /// Whether a file looks like a translation and not like a lesson.
    static boolean looksLikeOne(@Nullable JsonElement root) {
        return root instanceof JsonObject object && object.has("texts") && !object.has("steps");
    }

    /// What a translator begins with: every text of the lesson by its key.
    static String begin(JsonObject lesson, String language) {
        JsonObject root = new JsonObject();
        root.addProperty("format", 1);
        root.add("lesson", lesson.get("id"));
        root.addProperty("language", language);
        JsonObject texts = new JsonObject();
        Texts.of(lesson).forEach(texts::addProperty);
        root.add("texts", texts);
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        return gson.toJson(root) + "\n";
    }

    /// Reads a translation; what is wrong with it goes to `problems`, and then there is none.
    static @Nullable Translation read(JsonText text, List<Problem> problems) {
        problems.addAll(text.problems());
        if (text.root() != null) {
            problems.addAll(ShapeCheck.check(text.root(), SHAPE, text.places()));
        }
        if (!problems.isEmpty() || !(text.root() instanceof JsonObject json)) {
            return null;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        Parts parts = new Parts(json.getAsJsonObject("texts"));
        json.getAsJsonObject("texts").keySet().forEach(key -> texts.put(key, parts.prose(key)));
        return new Translation(
                json.get("lesson").getAsString(),
                json.get("language").getAsString(),
                texts,
                text.places());
    }

    /// What does not fit the lesson: texts that are missing or too many, and values that a text has
    /// lost or gained.
    List<Problem> problems(JsonObject original) {
        List<Problem> problems = new ArrayList<>();
        if (!Objects.equals(new Parts(original).text("id", ""), lesson)) {
            problems.add(places.problem("$.lesson", "the lesson beside it has another id"));
        }
        Map<String, String> wanted = Texts.of(original);
        for (String key : texts.keySet()) {
            if (!wanted.containsKey(key)) {
                String near =
                        Spelling.nearest(key, wanted.keySet())
                                .map(other -> "did you mean \"" + other + "\"?")
                                .orElse("remove it");
                problems.add(places.problem(path(key), "the lesson has no such text; " + near));
            }
        }
        wanted.forEach((key, text) -> compare(key, text, problems));
        return problems;
    }

    private void compare(String key, String original, List<Problem> problems) {
        String text = texts.get(key);
        if (text == null) {
            problems.add(places.problem("$.texts", "\"" + key + "\" is missing; translate it"));
        } else if (!values(text).equals(values(original))) {
            problems.add(
                    places.problem(
                            path(key),
                            "the values in double braces differ from the lesson's; keep each of"
                                    + " them once"));
        }
    }

    private static List<String> values(String text) {
        return VALUE.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static String path(String key) {
        return "$.texts." + key;
    }

    /// The lesson in this language; texts without translation stay as they are.
    JsonObject apply(JsonObject original) {
        JsonObject translated = Texts.map(original, (key, text) -> texts.getOrDefault(key, text));
        translated.addProperty("language", language);
        return translated;
    }
}
