package shadewalk.lesson.json;

import static shadewalk.text.Texts.PROBLEMS;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// Compares a file with the shape it should have.
public final class ShapeCheck {

    /// More problems than this help nobody.
    private static final int ENOUGH = 100;

    private final JsonPlaces places;
    private final List<Problem> problems = new ArrayList<>();

    private ShapeCheck(JsonPlaces places) {
        this.places = places;
    }

    /// Everything in which the value differs from the shape; empty if it fits.
    public static List<Problem> check(JsonElement root, JsonShape shape, JsonPlaces places) {
        ShapeCheck check = new ShapeCheck(places);
        check.value(root, shape, "$");
        return List.copyOf(check.problems);
    }

    private void value(JsonElement value, JsonShape shape, String path) {
        if (problems.size() >= ENOUGH) {
            return;
        }
        switch (shape) {
            case JsonShape.Text text -> text(value, text, path);
            case JsonShape.Prose prose -> prose(value, prose, path);
            case JsonShape.Choice choice -> choice(value, choice, path);
            case JsonShape.Whole whole -> whole(value, whole, path);
            case JsonShape.Real real -> real(value, real, path);
            case JsonShape.Unsigned number -> number(value, number, path);
            case JsonShape.Flag _ -> {
                if (!(value instanceof JsonPrimitive flag && flag.isBoolean())) {
                    wrong(path, PROBLEMS.get("shape.flag"), value);
                }
            }
            case JsonShape.Value _ -> {
                if (!value.isJsonPrimitive()) {
                    wrong(path, PROBLEMS.get("shape.value"), value);
                }
            }
            case JsonShape.NumberOrText either -> numberOrText(value, either, path);
            case JsonShape.Many many -> many(value, many, path);
            case JsonShape.Dictionary dictionary -> dictionary(value, dictionary, path);
            case JsonShape.Thing thing -> {
                if (value instanceof JsonObject object) {
                    thing(object, thing, path);
                } else {
                    wrong(path, PROBLEMS.get("shape.thing", thing.name()), value);
                }
            }
            case JsonShape.Kinds kinds -> kinds(value, kinds, path);
            case JsonShape.OneOf oneOf -> oneOf(value, oneOf, path);
            case JsonShape.Anything _ -> {}
        }
    }

    private void text(JsonElement value, JsonShape.Text shape, String path) {
        if (!(value instanceof JsonPrimitive text && text.isString())) {
            wrong(path, PROBLEMS.get("shape.text"), value);
        } else if (length(text.getAsString(), shape.min(), shape.max(), path)
                && !shape.pattern().isEmpty()
                && !text.getAsString().matches(shape.pattern())) {
            report(path, PROBLEMS.get("shape.form", shortened(text.getAsString()), shape.form()));
        }
    }

    private void prose(JsonElement value, JsonShape.Prose shape, String path) {
        if (value instanceof JsonPrimitive text && text.isString()) {
            length(text.getAsString(), 1, shape.max(), path);
        } else if (value instanceof JsonArray lines) {
            int total = 0;
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i) instanceof JsonPrimitive line && line.isString()) {
                    total += line.getAsString().length() + 1;
                } else {
                    wrong(path + "[" + i + "]", PROBLEMS.get("shape.text"), lines.get(i));
                }
            }
            if (lines.isEmpty() || total > shape.max()) {
                report(path, PROBLEMS.get("shape.length", total, 1, shape.max()));
            }
        } else {
            wrong(path, PROBLEMS.get("shape.prose"), value);
        }
    }

    private boolean length(String text, int min, int max, String path) {
        if (text.length() < min || text.length() > max) {
            report(path, PROBLEMS.get("shape.length", text.length(), min, max));
            return false;
        }
        return true;
    }

    private void choice(JsonElement value, JsonShape.Choice shape, String path) {
        if (!(value instanceof JsonPrimitive text && text.isString())) {
            wrong(path, PROBLEMS.get("shape.choice", listed(shape.of())), value);
        } else if (!shape.of().contains(text.getAsString())) {
            unknown(path, text.getAsString(), shape.of());
        }
    }

    private void unknown(String path, String word, Collection<String> known) {
        report(path, PROBLEMS.get("shape.unknown", shortened(word), instead(word, known)));
    }

    private static String instead(String word, Collection<String> known) {
        return Spelling.nearest(word, known)
                .map(near -> PROBLEMS.get("shape.near", near))
                .orElseGet(() ->
                        known.isEmpty()
                                ? PROBLEMS.get("shape.remove")
                                : PROBLEMS.get("shape.instead", listed(known)));
    }

    private void whole(JsonElement value, JsonShape.Whole shape, String path) {
        OptionalLong number =
                value instanceof JsonPrimitive plain ? Numbers.whole(plain) : OptionalLong.empty();
        String range = PROBLEMS.get("shape.whole", shape.min(), shape.max());
        if (number.isEmpty()) {
            wrong(path, range, value);
        } else if (number.getAsLong() < shape.min() || number.getAsLong() > shape.max()) {
            report(path, PROBLEMS.get("shape.range", number.getAsLong(), range));
        }
    }

    private void real(JsonElement value, JsonShape.Real shape, String path) {
        String range = PROBLEMS.get("shape.real", shape.min(), shape.max());
        if (!(value instanceof JsonPrimitive plain && plain.isNumber())) {
            wrong(path, range, value);
        } else if (plain.getAsDouble() < shape.min() || plain.getAsDouble() > shape.max()) {
            report(path, PROBLEMS.get("shape.range", shortened(plain.getAsString()), range));
        }
    }

    private void number(JsonElement value, JsonShape.Unsigned shape, String path) {
        OptionalLong number = OptionalLong.empty();
        if (value instanceof JsonPrimitive plain) {
            number = Numbers.unsigned(plain);
            if (number.isEmpty() && shape.units() && plain.isString()) {
                number = Numbers.size(plain.getAsString());
            }
        }
        if (number.isEmpty()) {
            wrong(path, PROBLEMS.get(shape.units() ? "shape.size" : "shape.unsigned"), value);
        }
    }

    private void numberOrText(JsonElement value, JsonShape.NumberOrText shape, String path) {
        if (!(value instanceof JsonPrimitive plain) || plain.isBoolean()) {
            wrong(path, shape.form(), value);
        } else if (plain.isString()
                ? !plain.getAsString().matches(shape.pattern())
                : Numbers.unsigned(plain).isEmpty()) {
            wrong(path, shape.form(), value);
        }
    }

    private void many(JsonElement value, JsonShape.Many shape, String path) {
        if (!(value instanceof JsonArray list)) {
            wrong(path, PROBLEMS.get("shape.list"), value);
            return;
        }
        if (list.size() < shape.min() || list.size() > shape.max()) {
            report(path, PROBLEMS.get("shape.entries", list.size(), shape.min(), shape.max()));
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            value(list.get(i), shape.of(), path + "[" + i + "]");
        }
    }

    private void dictionary(JsonElement value, JsonShape.Dictionary shape, String path) {
        if (!(value instanceof JsonObject object)) {
            wrong(path, PROBLEMS.get("shape.names"), value);
            return;
        }
        if (object.size() > shape.max()) {
            report(path, PROBLEMS.get("shape.many-names", object.size(), shape.max()));
            return;
        }
        for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
            String inside = path + "." + entry.getKey();
            if (!entry.getKey().matches(shape.names().pattern())) {
                report(
                        inside,
                        PROBLEMS.get(
                                "shape.form", shortened(entry.getKey()), shape.names().form()));
            } else {
                value(entry.getValue(), shape.of(), inside);
            }
        }
    }

    private void thing(JsonObject object, JsonShape.Thing shape, String path) {
        List<String> known = shape.parts().stream().map(JsonShape.Part::name).toList();
        for (String name : object.keySet()) {
            if (!shape.open() && !known.contains(name)) {
                report(
                        path + "." + name,
                        PROBLEMS.get(
                                "shape.no-part",
                                shortened(name),
                                shape.name(),
                                instead(name, known)));
            }
        }
        for (JsonShape.Part part : shape.parts()) {
            if (object.has(part.name())) {
                value(object.get(part.name()), part.shape(), path + "." + part.name());
            } else if (part.required()) {
                report(
                        path,
                        PROBLEMS.get("shape.needs", shape.name(), part.name(), part.meaning()));
            }
        }
    }

    private void kinds(JsonElement value, JsonShape.Kinds shape, String path) {
        if (!(value instanceof JsonObject object)) {
            wrong(path, PROBLEMS.get("shape.thing", shape.name()), value);
        } else if (!(object.get(shape.by()) instanceof JsonPrimitive kind && kind.isString())) {
            report(
                    path,
                    PROBLEMS.get(
                            "shape.needs-kind",
                            shape.name(),
                            shape.by(),
                            listed(shape.kinds().keySet())));
        } else {
            JsonShape.Thing thing = shape.kinds().get(kind.getAsString());
            if (thing == null) {
                unknown(path + "." + shape.by(), kind.getAsString(), shape.kinds().keySet());
            } else {
                thing(object, thing, path);
            }
        }
    }

    private void oneOf(JsonElement value, JsonShape.OneOf shape, String path) {
        if (!(value instanceof JsonObject object)) {
            wrong(path, PROBLEMS.get("shape.thing", shape.name()), value);
            return;
        }
        List<String> named = shape.kinds().keySet().stream().filter(object::has).toList();
        if (named.size() == 1) {
            JsonShape.Thing thing = shape.kinds().get(named.getFirst());
            if (thing != null) {
                thing(object, thing, path);
            }
            return;
        }
        report(
                path,
                named.isEmpty()
                        ? PROBLEMS.get(
                                "shape.needs-one", shape.name(), listed(shape.kinds().keySet()))
                        : PROBLEMS.get("shape.one-only", shape.name(), listed(named)));
    }

    private void wrong(String path, String wanted, JsonElement found) {
        report(path, PROBLEMS.get("shape.wrong", wanted, kind(found)));
    }

    private static String kind(JsonElement value) {
        if (value.isJsonObject()) {
            return "{ }";
        }
        if (value.isJsonArray()) {
            return PROBLEMS.get("shape.a-list");
        }
        if (value.isJsonNull()) {
            return "null";
        }
        JsonPrimitive plain = value.getAsJsonPrimitive();
        return plain.isString()
                ? "\"" + shortened(plain.getAsString()) + "\""
                : shortened(plain.toString());
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }

    private static String listed(Collection<String> words) {
        return words.stream().collect(Collectors.joining("\", \"", "\"", "\""));
    }

    private void report(String path, String sentence) {
        problems.add(places.problem(path, sentence));
    }
}
