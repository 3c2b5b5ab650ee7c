package shadewalk.lesson.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/// The texts of a lesson that can be said in another language, by keys that stay the same when
/// steps are moved: `steps.cr3.question.ask`.
final class Texts {

    private static final Set<String> TRANSLATED =
            Set.of(
                    "title",
                    "goal",
                    "narration",
                    "alt",
                    "text",
                    "ask",
                    "feedback",
                    "otherwise",
                    "explain",
                    "hints",
                    "items",
                    "belief",
                    "notes",
                    "note",
                    "discussion");

    private Texts() {}

    /// All texts of a lesson, by key.
    static Map<String, String> of(JsonObject lesson) {
        Map<String, String> texts = new LinkedHashMap<>();
        map(
                lesson,
                (key, text) -> {
                    texts.put(key, text);
                    return text;
                });
        return texts;
    }

    /// The lesson with each text replaced.
    ///
    /// @param change gets the key and the text
    static JsonObject map(JsonObject lesson, BinaryOperator<String> change) {
        return object(lesson, "", false, change);
    }

    private static JsonObject object(
            JsonObject object, String path, boolean teaching, BinaryOperator<String> change) {
        JsonObject mapped = new JsonObject();
        for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
            String name = entry.getKey();
            String key = path.isEmpty() ? name : path + "." + name;
            boolean inTeaching = teaching || name.equals("teaching");
            boolean isText =
                    TRANSLATED.contains(name) && !isTitleOfSource(path)
                            || inTeaching && name.equals("answer");
            mapped.add(name, element(entry.getValue(), key, inTeaching, isText, change));
        }
        return mapped;
    }

    /// The title of a manual or a paper stays as it is printed.
    private static boolean isTitleOfSource(String path) {
        return path.startsWith("sources.");
    }

    private static JsonElement element(
            JsonElement value,
            String key,
            boolean teaching,
            boolean isText,
            BinaryOperator<String> change) {
        return switch (value) {
            case JsonObject object -> object(object, key, teaching, change);
            case JsonArray lines when isText && isProse(key) ->
                    new JsonPrimitive(change.apply(key, joined(lines)));
            case JsonArray array -> array(array, key, teaching, isText, change);
            case JsonPrimitive text when isText && text.isString() ->
                    new JsonPrimitive(change.apply(key, text.getAsString()));
            default -> value;
        };
    }

    /// Whether a list is the lines of one text.
    private static boolean isProse(String key) {
        String name = key.substring(key.lastIndexOf('.') + 1);
        return Set.of("narration", "alt", "ask", "explain", "notes").contains(name);
    }

    private static String joined(JsonArray lines) {
        StringBuilder text = new StringBuilder();
        for (JsonElement line : lines) {
            text.append(text.isEmpty() ? "" : "\n").append(line.getAsString());
        }
        return text.toString();
    }

    private static JsonArray array(
            JsonArray array,
            String key,
            boolean teaching,
            boolean isText,
            BinaryOperator<String> change) {
        JsonArray mapped = new JsonArray();
        for (int i = 0; i < array.size(); i++) {
            String place = key.equals("steps") ? id(array.get(i), i) : Integer.toString(i + 1);
            mapped.add(element(array.get(i), key + "." + place, teaching, isText, change));
        }
        return mapped;
    }

    private static String id(JsonElement step, int number) {
        return step instanceof JsonObject object
                        && object.get("id") instanceof JsonPrimitive id
                        && id.isString()
                ? id.getAsString()
                : "step-" + (number + 1);
    }
}
