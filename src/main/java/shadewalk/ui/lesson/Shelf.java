package shadewalk.ui.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import shadewalk.lesson.BundledLessons;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.Stop;
import shadewalk.lesson.file.LessonFile;

/// The lessons that come with the program.
public final class Shelf {

    private final List<String> names = BundledLessons.names();
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();

    /// A lesson on the shelf.
    ///
    /// @param file its name
    /// @param answers the question that it answers, may be empty
    /// @param questions how many it asks
    /// @param steps their titles
    public record Entry(
            String file,
            String id,
            String title,
            String answers,
            int minutes,
            int questions,
            List<String> steps) {

        static Entry of(String file, Lesson lesson) {
            List<String> steps = lesson.stops().stream().map(Stop::title).toList();
            int questions =
                    (int) lesson.stops().stream().filter(stop -> stop.question() != null).count();
            return new Entry(
                    file,
                    lesson.id(),
                    lesson.title(),
                    lesson.answers(),
                    lesson.minutes(),
                    questions,
                    steps);
        }

        public Entry {
            steps = List.copyOf(steps);
        }
    }

    /// Reads the titles behind the window.
    public void fill(Executor background, Executor window) {
        background.execute(() -> {
            List<Entry> read = new ArrayList<>();
            names.forEach(name -> read(name).ifPresent(read::add));
            window.execute(() -> entries.setAll(read));
        });
    }

    private static Optional<Entry> read(String name) {
        try (InputStream stream = BundledLessons.open(name)) {
            Lesson lesson = LessonFile.read(stream).value();
            return Optional.ofNullable(lesson).map(read -> Entry.of(name, read));
        } catch (IOException _) {
            // what cannot be read says so when it is opened
            return Optional.empty();
        }
    }

    /// The lessons in their order; empty until they have been read.
    public ObservableList<Entry> entries() {
        return entries;
    }

    /// The file of the first lesson.
    public Optional<String> first() {
        return names.stream().findFirst();
    }

    public boolean has(String file) {
        return names.contains(file);
    }

    /// The lesson behind one.
    public Optional<String> after(String file) {
        int at = names.indexOf(file);
        return at < 0 || at + 1 >= names.size() ? Optional.empty() : Optional.of(names.get(at + 1));
    }
}
