package shadewalk.lesson.json;

import static shadewalk.text.Texts.PROBLEMS;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A JSON text, read strictly and within bounds.
///
/// @param root the outermost value, or null if the text could not be read
/// @param places where each value begins
/// @param problems why it could not be read, or names that stand twice in one object
public record JsonText(@Nullable JsonElement root, JsonPlaces places, List<Problem> problems) {

    /// The most bytes a file may have that a person writes.
    public static final int MAX_BYTES = 1 << 20;

    private static final int MAX_NESTING = 32;
    private static final Pattern PLACE_IN_MESSAGE =
            Pattern.compile("(.*?) at line (\\d+) column (\\d+) path (\\S+)", Pattern.DOTALL);

    public JsonText {
        problems = List.copyOf(problems);
    }

    /// Reads at most [#MAX_BYTES] bytes of UTF-8.
    ///
    /// @throws IOException if the stream itself fails
    public static JsonText read(InputStream stream) throws IOException {
        return read(stream, MAX_BYTES);
    }

    /// Reads at most so many bytes of UTF-8.
    ///
    /// @param most a whole number of MiB
    /// @throws IOException if the stream itself fails
    public static JsonText read(InputStream stream, int most) throws IOException {
        byte[] bytes = stream.readNBytes(most + 1);
        if (bytes.length > most) {
            return unreadable(PROBLEMS.get("file.large", most >> 20));
        }
        try {
            return parse(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            return unreadable(PROBLEMS.get("file.no-text"));
        }
    }

    /// Reads a file of at most so many bytes. One that cannot be opened is a problem like any
    /// other.
    public static JsonText read(Path file, int most) {
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream, most);
        } catch (NoSuchFileException _) {
            return unreadable(PROBLEMS.get("file.absent"));
        } catch (AccessDeniedException _) {
            return unreadable(PROBLEMS.get("file.forbidden"));
        } catch (IOException e) {
            return unreadable(PROBLEMS.get("file.unreadable", e.getMessage()));
        }
    }

    private static JsonText unreadable(String sentence) {
        return new JsonText(null, JsonPlaces.NONE, List.of(Problem.ofFile(sentence)));
    }

    /// Reads a text of any length.
    public static JsonText parse(String text) {
        try (var reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(MAX_NESTING);
            Builder builder = new Builder(reader, JsonPlaces.of(text));
            JsonElement root = builder.value("$");
            var _ = reader.peek(); // throws unless the text ends here
            return new JsonText(root, builder.places, builder.problems);
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            return new JsonText(null, JsonPlaces.none(text), List.of(malformed(e)));
        }
    }

    /// What Gson found, with the place that its message ends in.
    private static Problem malformed(Exception e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        Matcher place = PLACE_IN_MESSAGE.matcher(message);
        if (!place.find()) {
            return new Problem("$", 1, 1, PROBLEMS.get("json.empty"));
        }
        return new Problem(
                place.group(4),
                Integer.parseInt(place.group(2)),
                Integer.parseInt(place.group(3)),
                PROBLEMS.get("json.malformed", reason(place.group(1))));
    }

    private static String reason(String gson) {
        if (gson.contains("Nesting limit")) {
            return PROBLEMS.get("json.nested", MAX_NESTING);
        }
        if (gson.contains("End of input")) {
            return PROBLEMS.get("json.ends");
        }
        String plain =
                gson.replace("Use JsonReader.setStrictness(Strictness.LENIENT) to accept", "");
        return PROBLEMS.get("json.look", plain.strip());
    }

    /// Builds the tree and notes where each value stands.
    private static final class Builder {

        private final JsonReader reader;
        private final JsonPlaces places;
        private final List<Problem> problems = new ArrayList<>();
        private int position;

        Builder(JsonReader reader, JsonPlaces places) {
            this.reader = reader;
            this.places = places;
        }

        JsonElement value(String path) throws IOException {
            places.put(path, position++);
            return switch (reader.peek()) {
                case BEGIN_OBJECT -> object(path);
                case BEGIN_ARRAY -> array(path);
                case STRING -> new JsonPrimitive(reader.nextString());
                case NUMBER -> new JsonPrimitive(new BigDecimal(reader.nextString()));
                case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
                case NULL -> nothing();
                case END_OBJECT, END_ARRAY, NAME, END_DOCUMENT ->
                        throw new IllegalStateException("no value where one was announced");
            };
        }

        private JsonElement nothing() throws IOException {
            reader.nextNull();
            return JsonNull.INSTANCE;
        }

        private JsonObject object(String path) throws IOException {
            JsonObject object = new JsonObject();
            reader.beginObject();
            while (reader.hasNext()) {
                String name = reader.nextName();
                String inside = path + "." + name;
                if (object.has(name)) {
                    problems.add(places.problem(inside, PROBLEMS.get("json.twice", name)));
                }
                object.add(name, value(inside));
            }
            reader.endObject();
            return object;
        }

        private JsonArray array(String path) throws IOException {
            JsonArray array = new JsonArray();
            reader.beginArray();
            while (reader.hasNext()) {
                array.add(value(path + "[" + array.size() + "]"));
            }
            reader.endArray();
            return array;
        }
    }
}
