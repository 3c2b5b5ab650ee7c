package shadewalk.lesson.author;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import shadewalk.lesson.BundledLessons;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.file.LessonFile;

/// What the lessons that come with the program are called, by their ids.
record BundledTitles(Map<String, String> byId) {

    BundledTitles {
        byId = Map.copyOf(byId);
    }

    /// Reads them.
    static BundledTitles read() {
        Map<String, String> titles = new LinkedHashMap<>();
        for (String name : BundledLessons.names()) {
            try (InputStream stream = BundledLessons.open(name)) {
                Lesson lesson = Objects.requireNonNull(LessonFile.read(stream).value(), name);
                titles.put(lesson.id(), lesson.title());
            } catch (IOException e) {
                throw new UncheckedIOException("the bundled lesson " + name, e);
            }
        }
        return new BundledTitles(titles);
    }

    /// The title of a lesson, or the id of one that did not come with the program.
    String of(String id) {
        return byId.getOrDefault(id, id);
    }
}
