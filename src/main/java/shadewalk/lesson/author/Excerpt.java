package shadewalk.lesson.author;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import shadewalk.lesson.json.JsonText;

/// Some lines of a file around a place in it, with their numbers.
public final class Excerpt {

    private static final int AROUND = 3;
    private static final int WIDEST = 200;

    private Excerpt() {}

    /// The lines around a line, that one marked; nothing if the file cannot be read any more.
    ///
    /// @param line counted from 1
    public static List<String> of(Path file, int line) {
        List<String> all = lines(file);
        List<String> some = new ArrayList<>();
        int from = Math.max(line - AROUND, 1);
        int to = Math.min(line + AROUND, all.size());
        for (int number = from; number <= to; number++) {
            String text = all.get(number - 1);
            String mark = number == line ? "\u25b6" : " ";
            String shown = text.length() > WIDEST ? text.substring(0, WIDEST) + "\u2026" : text;
            some.add("%s %4d  %s".formatted(mark, number, shown));
        }
        return some;
    }

    private static List<String> lines(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(JsonText.MAX_BYTES);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
