package shadewalk.lesson.homework;

import static shadewalk.lesson.json.Shape.may;
import static shadewalk.lesson.json.Shape.must;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.json.JsonText;
import shadewalk.lesson.json.Numbers;
import shadewalk.lesson.json.Places;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.Shape;
import shadewalk.lesson.json.ShapeCheck;

/// A template file as far as reading goes: a template, or what keeps it from being one.
///
/// @param template null if there are problems
public record TemplateFile(@Nullable Template template, List<Problem> problems) {

    /// The templates that come with the program.
    public static final List<String> BUNDLED =
            List.of("walk-by-hand", "written-entries", "count-the-faults", "who-gets-in");

    private static final int FORMAT = 1;

    private static final Shape NUMBER = new Shape.Unsigned(true);

    private static final Shape DRAW =
            new Shape.OneOf(
                    "a draw",
                    Map.of(
                            "from",
                            new Shape.Thing(
                                    "a range",
                                    List.of(
                                            must("from", NUMBER, "the least value."),
                                            must("to", NUMBER, "the greatest."),
                                            may("step", NUMBER, "from one to the next; 1."))),
                            "of",
                            new Shape.Thing(
                                    "a choice of values",
                                    List.of(
                                            must(
                                                    "of",
                                                    new Shape.Many(
                                                            new Shape.Text(0, 200), 1, 1_000),
                                                    "the values.")))));

    private static final Shape.Thing TEMPLATE =
            new Shape.Thing(
                    "a template",
                    List.of(
                            must("format", new Shape.Whole(FORMAT, FORMAT), "its version, 1."),
                            must(
                                    "template",
                                    new Shape.Text(1, 30, "[a-z0-9]+(-[a-z0-9]+)*", "a short name"),
                                    "what its exercises are called."),
                            must("title", new Shape.Text(1, 80), "what it is about."),
                            must(
                                    "draw",
                                    new Shape.Dictionary(DRAW, 50, "[a-z][A-Za-z0-9]*", "a name"),
                                    "what the seed decides."),
                            must(
                                    "lesson",
                                    new Shape.Anything(),
                                    "a lesson with ${name} for what is drawn.")));

    public TemplateFile {
        problems = List.copyOf(problems);
    }

    /// Reads a file, or a template that comes with the program.
    public static TemplateFile read(String name) {
        try (InputStream stream = open(name)) {
            return of(JsonText.read(stream));
        } catch (NoSuchFileException e) {
            return failed(
                    "there is no such template; name a file, or one of "
                            + String.join(", ", BUNDLED));
        } catch (IOException e) {
            return failed("the file cannot be read: " + e.getMessage());
        }
    }

    private static InputStream open(String name) throws IOException {
        return BUNDLED.contains(name) ? bundled(name) : Files.newInputStream(Path.of(name));
    }

    private static InputStream bundled(String name) {
        String resource = "/homework/" + name + ".json";
        return Objects.requireNonNull(TemplateFile.class.getResourceAsStream(resource), resource);
    }

    /// The template of this name that comes with the program; null if there is none.
    public static @Nullable Template named(String name) {
        if (!BUNDLED.contains(name)) {
            return null;
        }
        try (InputStream stream = bundled(name)) {
            return of(JsonText.read(stream)).template();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TemplateFile of(JsonText text) {
        List<Problem> problems = new ArrayList<>(text.problems());
        if (text.root() != null) {
            problems.addAll(ShapeCheck.check(text.root(), TEMPLATE, text.places()));
        }
        if (!problems.isEmpty() || !(text.root() instanceof JsonObject json)) {
            return new TemplateFile(null, problems);
        }
        Map<String, Draw> draws = draws(json.getAsJsonObject("draw"), text.places(), problems);
        if (!(json.get("lesson") instanceof JsonObject lesson)) {
            problems.add(text.places().problem("$.lesson", "write a lesson in { } here"));
            return new TemplateFile(null, problems);
        }
        Template template =
                new Template(
                        json.get("template").getAsString(),
                        json.get("title").getAsString(),
                        draws,
                        lesson);
        return new TemplateFile(problems.isEmpty() ? template : null, problems);
    }

    private static Map<String, Draw> draws(JsonObject json, Places places, List<Problem> problems) {
        Map<String, Draw> draws = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
            JsonObject draw = entry.getValue().getAsJsonObject();
            if (draw.has("of")) {
                List<String> of = new ArrayList<>();
                draw.getAsJsonArray("of").forEach(value -> of.add(value.getAsString()));
                draws.put(entry.getKey(), new Draw.OneOf(of));
            } else {
                long from = number(draw, "from", 0);
                long to = number(draw, "to", 0);
                long step = number(draw, "step", 1);
                if (from < 0 || to < from || step < 1) {
                    problems.add(
                            places.problem(
                                    "$.draw." + entry.getKey(),
                                    "the range is empty; write from, to and step upwards"));
                }
                draws.put(entry.getKey(), new Draw.Range(from, to, Math.max(step, 1)));
            }
        }
        return draws;
    }

    private static long number(JsonObject draw, String name, long otherwise) {
        if (!draw.has(name)) {
            return otherwise;
        }
        var value = draw.getAsJsonPrimitive(name);
        var plain = Numbers.unsigned(value);
        return plain.isPresent()
                ? plain.getAsLong()
                : Numbers.size(value.getAsString()).orElse(otherwise);
    }

    private static TemplateFile failed(String sentence) {
        return new TemplateFile(null, List.of(new Problem("$", 1, 1, sentence)));
    }
}
