package shadewalk.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import shadewalk.lesson.BundledLessons;
import shadewalk.lesson.file.LessonFile;

/// Finds the lesson that a word on the command line means.
final class LessonArgument {

    private LessonArgument() {}

    /// A file of this name, or else a bundled lesson whose name begins so or is so behind its
    /// number. The empty word means the first bundled lesson.
    static LessonFile read(String word) throws IOException {
        if (!word.isEmpty() && isFile(word)) {
            return LessonFile.open(Path.of(word), Locale.getDefault().getLanguage());
        }
        List<String> names = BundledLessons.names();
        for (String name : names) {
            if (name.startsWith(word) || name.endsWith("-" + word + ".json")) {
                try (InputStream stream = BundledLessons.open(name)) {
                    return LessonFile.read(stream);
                }
            }
        }
        return LessonFile.read(Path.of(word));
    }

    private static boolean isFile(String word) {
        try {
            return Files.exists(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
