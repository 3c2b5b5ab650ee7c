package shadewalk.lesson.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/// Settings as they were kept before version 1: keys and values of a `settings.properties`.
final class FormerSettings {

    private static final int LONGEST = 64 * 1024;
    private static final Set<String> WORDS = Set.of("language", "theme", "lesson", "view");

    private FormerSettings() {}

    /// The same as JSON. A value that makes no sense stays one.
    ///
    /// @throws IllegalArgumentException if it has a broken escape
    static String json(Path file) throws IOException {
        Properties old = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            old.load(new StringReader(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8)));
        }
        JsonObject now = new JsonObject();
        JsonObject window = new JsonObject();
        JsonObject sizes = new JsonObject();
        for (String key : old.stringPropertyNames()) {
            String value = old.getProperty(key);
            if (key.startsWith("window.")) {
                window.add(key.substring("window.".length()), value(value));
            } else if (key.startsWith("size.")) {
                sizes.add(key.substring("size.".length()), value(value));
            } else if (key.equals("shown")) {
                now.add(key, list(value));
            } else if (key.equals("reduce-motion")) {
                now.add("reduceMotion", value(value));
            } else {
                now.add(key, WORDS.contains(key) ? new JsonPrimitive(value) : value(value));
            }
        }
        now.add("window", window);
        now.add("sizes", sizes);
        return now.toString();
    }

    private static JsonElement value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return new JsonPrimitive(Boolean.parseBoolean(text));
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? new JsonPrimitive(number) : new JsonPrimitive(text);
        } catch (NumberFormatException _) {
            return new JsonPrimitive(text);
        }
    }

    private static JsonArray list(String text) {
        JsonArray list = new JsonArray();
        for (String word : List.of(text.split(","))) {
            if (!word.isBlank()) {
                list.add(word);
            }
        }
        return list;
    }
}
