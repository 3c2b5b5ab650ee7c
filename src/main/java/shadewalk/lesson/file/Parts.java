package shadewalk.lesson.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import shadewalk.lesson.json.Numbers;

/// The parts of an object whose shape has been checked: what is asked for is there and of the right
/// kind, or has been left out.
final class Parts {

    private final JsonObject json;

    Parts(JsonObject json) {
        this.json = json;
    }

    boolean has(String name) {
        return json.has(name);
    }

    String text(String name) {
        return json.get(name).getAsString();
    }

    /// The text, or `otherwise` if it was left out. Numbers and flags become texts.
    String text(String name, String otherwise) {
        return json.has(name) ? json.get(name).getAsString() : otherwise;
    }

    /// Running text; its lines joined, empty if it was left out.
    String prose(String name) {
        JsonElement value = json.get(name);
        if (value instanceof JsonArray lines) {
            return stream(lines).map(JsonElement::getAsString).collect(Collectors.joining("\n"));
        }
        return value == null ? "" : value.getAsString();
    }

    int whole(String name, int otherwise) {
        return json.has(name) ? json.get(name).getAsInt() : otherwise;
    }

    /// A number of up to 64 bits, with or without a unit.
    long number(String name, long otherwise) {
        return json.get(name) instanceof JsonPrimitive value ? number(value) : otherwise;
    }

    private static long number(JsonPrimitive value) {
        OptionalLong plain = Numbers.unsigned(value);
        return plain.isPresent()
                ? plain.getAsLong()
                : Numbers.size(value.getAsString()).orElseThrow();
    }

    boolean flag(String name) {
        return json.has(name) && json.get(name).getAsBoolean();
    }

    List<String> texts(String name) {
        return stream(array(name)).map(JsonElement::getAsString).toList();
    }

    List<Long> numbers(String name) {
        return stream(array(name)).map(value -> number(value.getAsJsonPrimitive())).toList();
    }

    Parts object(String name) {
        return new Parts(json.getAsJsonObject(name));
    }

    Optional<Parts> optional(String name) {
        return json.has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    List<Parts> objects(String name) {
        return stream(array(name)).map(value -> new Parts(value.getAsJsonObject())).toList();
    }

    /// Names that are the author's, and their values as texts; empty if it was left out.
    Map<String, String> dictionary(String name) {
        if (!json.has(name)) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        json.getAsJsonObject(name).entrySet().stream()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().getAsString()));
        return Collections.unmodifiableMap(values);
    }

    private JsonArray array(String name) {
        return json.has(name) ? json.getAsJsonArray(name) : new JsonArray();
    }

    private static Stream<JsonElement> stream(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
