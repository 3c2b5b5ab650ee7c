package shadewalk.lesson.json;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes a [JsonShape] as JSON Schema 2020-12, for editors.
public final class JsonSchema {

    private final JsonObject definitions = new JsonObject();

    private JsonSchema() {}

    /// The schema as a JSON text that ends with a line break.
    ///
    /// @param id the schema's own address
    public static String of(JsonShape.Thing shape, String id, String title) {
        JsonSchema schema = new JsonSchema();
        JsonObject top = new JsonObject();
        top.addProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
        top.addProperty("$id", id);
        top.addProperty("title", title);
        schema.members(shape).entrySet().forEach(e -> top.add(e.getKey(), e.getValue()));
        top.add("$defs", schema.definitions);
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(top)
                + "\n";
    }

    private JsonObject schema(JsonShape shape) {
        return switch (shape) {
            case JsonShape.Text text -> text(text);
            case JsonShape.Prose prose -> prose(prose);
            case JsonShape.Choice choice -> with("enum", strings(choice.of()));
            case JsonShape.Whole whole -> {
                JsonObject schema = type("integer");
                schema.addProperty("minimum", whole.min());
                schema.addProperty("maximum", whole.max());
                yield schema;
            }
            case JsonShape.Real real -> {
                JsonObject schema = type("number");
                schema.addProperty("minimum", real.min());
                schema.addProperty("maximum", real.max());
                yield schema;
            }
            case JsonShape.Unsigned number -> number(number);
            case JsonShape.NumberOrText either -> {
                JsonObject text = type("string");
                text.add("pattern", whole(either.pattern()));
                JsonObject plain = type("integer");
                plain.addProperty("minimum", 0);
                yield with("anyOf", array(plain, text));
            }
            case JsonShape.Flag _ -> type("boolean");
            case JsonShape.Value _ -> with("type", strings(List.of("number", "string", "boolean")));
            case JsonShape.Many many -> {
                JsonObject schema = type("array");
                schema.add("items", schema(many.of()));
                schema.addProperty("minItems", many.min());
                schema.addProperty("maxItems", many.max());
                yield schema;
            }
            case JsonShape.Dictionary dictionary -> {
                JsonObject schema = type("object");
                schema.add("propertyNames", with("pattern", whole(dictionary.names().pattern())));
                schema.add("additionalProperties", schema(dictionary.of()));
                schema.addProperty("maxProperties", dictionary.max());
                yield schema;
            }
            case JsonShape.Thing thing -> reference(thing);
            case JsonShape.Kinds kinds -> either(kinds.kinds());
            case JsonShape.OneOf oneOf -> either(oneOf.kinds());
            case JsonShape.Anything _ -> new JsonObject();
        };
    }

    private static JsonObject text(JsonShape.Text text) {
        JsonObject schema = type("string");
        schema.addProperty("minLength", text.min());
        schema.addProperty("maxLength", text.max());
        if (!text.pattern().isEmpty()) {
            schema.add("pattern", whole(text.pattern()));
        }
        return schema;
    }

    private static JsonObject prose(JsonShape.Prose prose) {
        JsonObject string = type("string");
        string.addProperty("minLength", 1);
        string.addProperty("maxLength", prose.max());
        JsonObject lines = type("array");
        lines.add("items", type("string"));
        lines.addProperty("minItems", 1);
        return with("anyOf", array(string, lines));
    }

    private static JsonObject number(JsonShape.Unsigned number) {
        JsonObject plain = type("integer");
        plain.addProperty("minimum", 0);
        JsonObject text = type("string");
        text.add(
                "pattern",
                new JsonPrimitive(
                        number.units()
                                ? "^(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20})[kKmMgGtT]?$"
                                : "^(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20})$"));
        return with("anyOf", array(plain, text));
    }

    private JsonObject either(Map<String, JsonShape.Thing> kinds) {
        JsonArray all = new JsonArray();
        kinds.values().forEach(thing -> all.add(reference(thing)));
        return with("oneOf", all);
    }

    private JsonObject reference(JsonShape.Thing thing) {
        String name = thing.name().replaceFirst("^(a|an|the) ", "");
        String key = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        if (!definitions.has(key)) {
            definitions.add(key, new JsonObject()); // its place, should it contain itself
            definitions.add(key, members(thing));
        }
        return with("$ref", new JsonPrimitive("#/$defs/" + key));
    }

    private JsonObject members(JsonShape.Thing thing) {
        JsonObject properties = new JsonObject();
        for (JsonShape.Part part : thing.parts()) {
            JsonObject schema = schema(part.shape());
            schema.addProperty("description", part.meaning());
            properties.add(part.name(), schema);
        }
        JsonObject schema = type("object");
        schema.add("properties", properties);
        schema.add(
                "required",
                strings(
                        thing.parts().stream()
                                .filter(JsonShape.Part::required)
                                .map(JsonShape.Part::name)
                                .toList()));
        schema.addProperty("additionalProperties", thing.open());
        return schema;
    }

    private static JsonPrimitive whole(String pattern) {
        return new JsonPrimitive("^(" + pattern + ")$");
    }

    private static JsonObject type(String name) {
        return with("type", new JsonPrimitive(name));
    }

    private static JsonObject with(String name, JsonElement value) {
        JsonObject schema = new JsonObject();
        schema.add(name, value);
        return schema;
    }

    private static JsonArray strings(Collection<String> words) {
        JsonArray array = new JsonArray();
        words.forEach(array::add);
        return array;
    }

    private static JsonArray array(JsonElement... elements) {
        JsonArray array = new JsonArray();
        for (JsonElement element : elements) {
            array.add(element);
        }
        return array;
    }
}
