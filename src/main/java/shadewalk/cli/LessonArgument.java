package shadewalk.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import shadewalk.lesson.BundledLessons;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.play.LessonPlayer;

/// Finds the lesson that a word on the command line means.
final class LessonArgument {

    private LessonArgument() {}

    /// A file of this name, or else a bundled lesson whose name begins so or is so behind its
    /// number. The empty word means the first bundled lesson.
    static Read<Lesson> read(String word) throws IOException {
        Optional<Path> file = file(word);
        if (file.isPresent()) {
            return LessonFile.open(
                    file.get(), Locale.getDefault(Locale.Category.DISPLAY).getLanguage());
        }
        try (InputStream stream = open(word)) {
            return LessonFile.read(stream);
        } catch (NoSuchFileException _) {
            return LessonFile.read(Path.of(word));
        }
    }

    /// The lesson that a word means, at its first scene.
    static LessonPlayer player(String word) throws IOException, Refused {
        return Refused.unless(word, LessonPlayer.open(read(word)));
    }

    /// What the lesson holds that a word means.
    ///
    /// @throws NoSuchFileException if there is none
    static InputStream open(String word) throws IOException {
        Optional<Path> file = file(word);
        if (file.isPresent()) {
            return Files.newInputStream(file.get());
        }
        for (String name : BundledLessons.names()) {
            if (name.startsWith(word) || name.endsWith("-" + word + ".json")) {
                return BundledLessons.open(name);
            }
        }
        throw new NoSuchFileException(word);
    }

    /// The file of this name, if there is one.
    static Optional<Path> file(String word) {
        try {
            return Optional.of(Path.of(word)).filter(path -> !word.isEmpty() && Files.exists(path));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
