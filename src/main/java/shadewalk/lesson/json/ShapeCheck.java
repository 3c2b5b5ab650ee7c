package shadewalk.lesson.json;

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

    private final Places places;
    private final List<Problem> problems = new ArrayList<>();

    private ShapeCheck(Places places) {
        this.places = places;
    }

    /// Everything in which the value differs from the shape; empty if it fits.
    public static List<Problem> check(JsonElement root, Shape shape, Places places) {
        ShapeCheck check = new ShapeCheck(places);
        check.value(root, shape, "$");
        return List.copyOf(check.problems);
    }

    private void value(JsonElement value, Shape shape, String path) {
        if (problems.size() >= ENOUGH) {
            return;
        }
        switch (shape) {
            case Shape.Text text -> text(value, text, path);
            case Shape.Prose prose -> prose(value, prose, path);
            case Shape.Choice choice -> choice(value, choice, path);
            case Shape.Whole whole -> whole(value, whole, path);
            case Shape.Real real -> real(value, real, path);
            case Shape.Unsigned number -> number(value, number, path);
            case Shape.Flag _ -> {
                if (!(value instanceof JsonPrimitive flag && flag.isBoolean())) {
                    wrong(path, "true or false", value);
                }
            }
            case Shape.Value _ -> {
                if (!value.isJsonPrimitive()) {
                    wrong(path, "a number, a text or true or false", value);
                }
            }
            case Shape.NumberOrText either -> numberOrText(value, either, path);
            case Shape.Many many -> many(value, many, path);
            case Shape.Dictionary dictionary -> dictionary(value, dictionary, path);
            case Shape.Thing thing -> {
                if (value instanceof JsonObject object) {
                    thing(object, thing, path);
                } else {
                    wrong(path, thing.name() + " in { }", value);
                }
            }
            case Shape.Kinds kinds -> kinds(value, kinds, path);
            case Shape.OneOf oneOf -> oneOf(value, oneOf, path);
            case Shape.Anything _ -> {}
        }
    }

    private void text(JsonElement value, Shape.Text shape, String path) {
        if (!(value instanceof JsonPrimitive text && text.isString())) {
            wrong(path, "a text in quotes", value);
        } else if (length(text.getAsString(), shape.min(), shape.max(), path)
                && !shape.pattern().isEmpty()
                && !text.getAsString().matches(shape.pattern())) {
            report(path, "\"" + shortened(text.getAsString()) + "\" must be " + shape.form());
        }
    }

    private void prose(JsonElement value, Shape.Prose shape, String path) {
        if (value instanceof JsonPrimitive text && text.isString()) {
            length(text.getAsString(), 1, shape.max(), path);
        } else if (value instanceof JsonArray lines) {
            int total = 0;
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i) instanceof JsonPrimitive line && line.isString()) {
                    total += line.getAsString().length() + 1;
                } else {
                    wrong(path + "[" + i + "]", "a text in quotes", lines.get(i));
                }
            }
            if (lines.isEmpty() || total > shape.max()) {
                report(path, "has " + total + " characters; 1 to " + shape.max() + " fit");
            }
        } else {
            wrong(path, "a text in quotes, or a list of its lines", value);
        }
    }

    private boolean length(String text, int min, int max, String path) {
        if (text.length() < min || text.length() > max) {
            report(path, "has " + text.length() + " characters; " + min + " to " + max + " fit");
            return false;
        }
        return true;
    }

    private void choice(JsonElement value, Shape.Choice shape, String path) {
        if (!(value instanceof JsonPrimitive text && text.isString())) {
            wrong(path, "one of " + listed(shape.of()), value);
        } else if (!shape.of().contains(text.getAsString())) {
            unknown(path, text.getAsString(), shape.of());
        }
    }

    private void unknown(String path, String word, Collection<String> known) {
        report(path, "\"" + shortened(word) + "\" is not known here; " + instead(word, known));
    }

    private static String instead(String word, Collection<String> known) {
        return Spelling.nearest(word, known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElseGet(() -> known.isEmpty() ? "remove it" : "write one of " + listed(known));
    }

    private void whole(JsonElement value, Shape.Whole shape, String path) {
        OptionalLong number =
                value instanceof JsonPrimitive plain ? Numbers.whole(plain) : OptionalLong.empty();
        String range = "a whole number from " + shape.min() + " to " + shape.max();
        if (number.isEmpty()) {
            wrong(path, range, value);
        } else if (number.getAsLong() < shape.min() || number.getAsLong() > shape.max()) {
            report(path, number.getAsLong() + " is out of range; write " + range);
        }
    }

    private void real(JsonElement value, Shape.Real shape, String path) {
        String range = "a number from " + shape.min() + " to " + shape.max();
        if (!(value instanceof JsonPrimitive plain && plain.isNumber())) {
            wrong(path, range, value);
        } else if (plain.getAsDouble() < shape.min() || plain.getAsDouble() > shape.max()) {
            report(path, shortened(plain.getAsString()) + " is out of range; write " + range);
        }
    }

    private void number(JsonElement value, Shape.Unsigned shape, String path) {
        OptionalLong number = OptionalLong.empty();
        if (value instanceof JsonPrimitive plain) {
            number = Numbers.unsigned(plain);
            if (number.isEmpty() && shape.units() && plain.isString()) {
                number = Numbers.size(plain.getAsString());
            }
        }
        if (number.isEmpty()) {
            String example = shape.units() ? "4096, \"0x1000\" or \"16M\"" : "4096 or \"0x1000\"";
            wrong(path, "a number of up to 64 bits without sign, such as " + example, value);
        }
    }

    private void numberOrText(JsonElement value, Shape.NumberOrText shape, String path) {
        if (!(value instanceof JsonPrimitive plain) || plain.isBoolean()) {
            wrong(path, shape.form(), value);
        } else if (plain.isString()
                ? !plain.getAsString().matches(shape.pattern())
                : Numbers.unsigned(plain).isEmpty()) {
            wrong(path, shape.form(), value);
        }
    }

    private void many(JsonElement value, Shape.Many shape, String path) {
        if (!(value instanceof JsonArray list)) {
            wrong(path, "a list in [ ]", value);
            return;
        }
        if (list.size() < shape.min() || list.size() > shape.max()) {
            report(
                    path,
                    "has " + list.size() + " entries; write " + shape.min() + " to " + shape.max());
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            value(list.get(i), shape.of(), path + "[" + i + "]");
        }
    }

    private void dictionary(JsonElement value, Shape.Dictionary shape, String path) {
        if (!(value instanceof JsonObject object)) {
            wrong(path, "names and values in { }", value);
            return;
        }
        if (object.size() > shape.max()) {
            report(path, "has " + object.size() + " names; at most " + shape.max() + " fit");
            return;
        }
        for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
            String inside = path + "." + entry.getKey();
            if (!entry.getKey().matches(shape.names().pattern())) {
                report(
                        inside,
                        "\"" + shortened(entry.getKey()) + "\" must be " + shape.names().form());
            } else {
                value(entry.getValue(), shape.of(), inside);
            }
        }
    }

    private void thing(JsonObject object, Shape.Thing shape, String path) {
        List<String> known = shape.parts().stream().map(Shape.Part::name).toList();
        for (String name : object.keySet()) {
            if (!shape.open() && !known.contains(name)) {
                report(
                        path + "." + name,
                        "\"%s\" is no part of %s; %s"
                                .formatted(shortened(name), shape.name(), instead(name, known)));
            }
        }
        for (Shape.Part part : shape.parts()) {
            if (object.has(part.name())) {
                value(object.get(part.name()), part.shape(), path + "." + part.name());
            } else if (part.required()) {
                report(
                        path,
                        "%s needs \"%s\": %s".formatted(shape.name(), part.name(), part.meaning()));
            }
        }
    }

    private void kinds(JsonElement value, Shape.Kinds shape, String path) {
        if (!(value instanceof JsonObject object)) {
            wrong(path, shape.name() + " in { }", value);
        } else if (!(object.get(shape.by()) instanceof JsonPrimitive kind && kind.isString())) {
            report(
                    path,
                    "%s needs \"%s\": one of %s"
                            .formatted(shape.name(), shape.by(), listed(shape.kinds().keySet())));
        } else {
            Shape.Thing thing = shape.kinds().get(kind.getAsString());
            if (thing == null) {
                unknown(path + "." + shape.by(), kind.getAsString(), shape.kinds().keySet());
            } else {
                thing(object, thing, path);
            }
        }
    }

    private void oneOf(JsonElement value, Shape.OneOf shape, String path) {
        if (!(value instanceof JsonObject object)) {
            wrong(path, shape.name() + " in { }", value);
            return;
        }
        List<String> named = shape.kinds().keySet().stream().filter(object::has).toList();
        if (named.size() == 1) {
            Shape.Thing thing = shape.kinds().get(named.getFirst());
            if (thing != null) {
                thing(object, thing, path);
            }
            return;
        }
        report(
                path,
                named.isEmpty()
                        ? shape.name() + " needs one of " + listed(shape.kinds().keySet())
                        : shape.name() + " can be about one thing only, not " + listed(named));
    }

    private void wrong(String path, String wanted, JsonElement found) {
        report(path, "write " + wanted + " here, not " + kind(found));
    }

    private static String kind(JsonElement value) {
        if (value.isJsonObject()) {
            return "{ }";
        }
        if (value.isJsonArray()) {
            return "a list";
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
