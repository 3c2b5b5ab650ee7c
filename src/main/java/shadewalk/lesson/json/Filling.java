package shadewalk.lesson.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import shadewalk.bits.Hex;

/// Between a file, in which much may be left out or written in several ways, and the full tree that
/// Gson reads into records.
final class Filling {

    private Filling() {}

    /// A tree that has its shape, with everything in it that was left out, and each value in the
    /// one way in which Gson takes it.
    static JsonElement full(JsonElement value, JsonShape shape) {
        return full(value, shape, 0);
    }

    /// @param number in the list around it, from 1
    private static JsonElement full(JsonElement value, JsonShape shape, int number) {
        return switch (shape) {
            case JsonShape.Prose _ -> new JsonPrimitive(prose(value));
            case JsonShape.Value _, JsonShape.NumberOrText _ ->
                    new JsonPrimitive(value.getAsString());
            case JsonShape.Unsigned _ -> new JsonPrimitive(unsigned(value.getAsJsonPrimitive()));
            case JsonShape.Many many -> {
                JsonArray list = new JsonArray();
                for (JsonElement each : value.getAsJsonArray()) {
                    list.add(full(each, many.of(), list.size() + 1));
                }
                yield list;
            }
            case JsonShape.Dictionary dictionary -> {
                JsonObject names = new JsonObject();
                value.getAsJsonObject()
                        .asMap()
                        .forEach((name, each) -> names.add(name, full(each, dictionary.of(), 0)));
                yield names;
            }
            case JsonShape.Thing thing -> thing(value.getAsJsonObject(), thing, number);
            case JsonShape.Kinds _, JsonShape.OneOf _ ->
                    thing(value.getAsJsonObject(), kind(value.getAsJsonObject(), shape), number);
            case JsonShape.Text _,
                    JsonShape.Choice _,
                    JsonShape.Whole _,
                    JsonShape.Real _,
                    JsonShape.Flag _,
                    JsonShape.Anything _ ->
                    value;
        };
    }

    private static JsonObject thing(JsonObject value, JsonShape.Thing shape, int number) {
        JsonObject all = new JsonObject();
        for (JsonShape.Part part : shape.parts()) {
            JsonElement found = value.get(part.name());
            if (found != null) {
                all.add(part.name(), full(found, part.shape(), 0));
            } else if (part.otherwise() != null) {
                all.add(part.name(), full(numbered(part.otherwise(), number), part.shape(), 0));
            }
        }
        return all;
    }

    private static JsonElement numbered(JsonElement otherwise, int number) {
        return otherwise instanceof JsonPrimitive text && text.isString()
                ? new JsonPrimitive(text.getAsString().replace("#", Integer.toString(number)))
                : otherwise;
    }

    private static String prose(JsonElement value) {
        if (!(value instanceof JsonArray lines)) {
            return value.getAsString();
        }
        List<String> all = new ArrayList<>();
        lines.forEach(line -> all.add(line.getAsString()));
        return String.join("\n", all);
    }

    private static long unsigned(JsonPrimitive value) {
        OptionalLong plain = Numbers.unsigned(value);
        return plain.isPresent()
                ? plain.getAsLong()
                : Numbers.size(value.getAsString()).orElseThrow();
    }

    /// Which of several a thing is.
    static JsonShape.Thing kind(JsonObject value, JsonShape shape) {
        return switch (shape) {
            case JsonShape.Kinds kinds ->
                    Objects.requireNonNull(
                            kinds.kinds().get(value.get(kinds.by()).getAsString()), kinds::name);
            case JsonShape.OneOf oneOf ->
                    oneOf.kinds().entrySet().stream()
                            .filter(kind -> value.has(kind.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElseThrow();
            default -> throw new IllegalArgumentException(shape + " is not one of several");
        };
    }

    /// What a file says for a full tree: without what may as well be left out.
    static JsonElement brief(JsonElement value, JsonShape shape) {
        return brief(value, shape, 0);
    }

    private static JsonElement brief(JsonElement value, JsonShape shape, int number) {
        return switch (shape) {
            case JsonShape.Prose prose -> prose.lines() ? lines(value.getAsString()) : value;
            case JsonShape.Unsigned form -> new JsonPrimitive(written(value.getAsLong(), form));
            case JsonShape.Many many -> {
                JsonArray list = new JsonArray();
                value.getAsJsonArray()
                        .forEach(each -> list.add(brief(each, many.of(), list.size() + 1)));
                yield list;
            }
            case JsonShape.Dictionary dictionary -> {
                JsonObject names = new JsonObject();
                value.getAsJsonObject()
                        .asMap()
                        .forEach((name, each) -> names.add(name, brief(each, dictionary.of())));
                yield names;
            }
            case JsonShape.Thing thing -> parts(value.getAsJsonObject(), thing, number);
            case JsonShape.Kinds _, JsonShape.OneOf _ ->
                    parts(value.getAsJsonObject(), kind(value.getAsJsonObject(), shape), number);
            case JsonShape.Text _,
                    JsonShape.NumberOrText _,
                    JsonShape.Value _,
                    JsonShape.Choice _,
                    JsonShape.Whole _,
                    JsonShape.Real _,
                    JsonShape.Flag _,
                    JsonShape.Anything _ ->
                    value;
        };
    }

    private static JsonObject parts(JsonObject value, JsonShape.Thing shape, int number) {
        JsonObject said = new JsonObject();
        for (JsonShape.Part part : shape.parts()) {
            JsonElement found = value.get(part.name());
            if (found == null && part.required()) {
                said.add(part.name(), part.otherwise()); // a constant
            } else if (found != null && !isSpare(found, part, number)) {
                said.add(part.name(), brief(found, part.shape()));
            }
        }
        return said;
    }

    private static boolean isSpare(JsonElement found, JsonShape.Part part, int number) {
        return !part.required()
                && part.otherwise() != null
                && full(numbered(part.otherwise(), number), part.shape()).equals(found);
    }

    private static JsonArray lines(String text) {
        JsonArray lines = new JsonArray();
        text.lines().forEach(lines::add);
        return lines;
    }

    private static String written(long number, JsonShape.Unsigned shape) {
        return shape.decimal() ? Long.toUnsignedString(number) : Hex.prefixed(number);
    }
}
