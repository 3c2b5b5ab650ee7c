package shadewalk.lesson.file;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.json.JsonText;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.ShapeCheck;

/// A lesson file as far as reading goes: a lesson, or what keeps it from being one.
///
/// @param lesson null if there are problems
/// @param problems empty if there is a lesson
public record LessonFile(@Nullable Lesson lesson, List<Problem> problems) {

    public LessonFile {
        problems = List.copyOf(problems);
    }

    /// Reads a file. A file that cannot be opened is a problem like any other.
    public static LessonFile read(Path file) {
        if (Files.isDirectory(file)) {
            return failed("this is a folder; name a lesson file in it");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream);
        } catch (NoSuchFileException _) {
            return failed("there is no such file; check its name");
        } catch (AccessDeniedException _) {
            return failed("the file may not be read; check its permissions");
        } catch (IOException e) {
            return failed("the file cannot be read: " + e.getMessage());
        }
    }

    /// Reads what a stream holds.
    ///
    /// @throws IOException if the stream itself fails
    public static LessonFile read(InputStream stream) throws IOException {
        return of(JsonText.read(stream));
    }

    /// Reads a text.
    public static LessonFile parse(String text) {
        return of(JsonText.parse(text));
    }

    private static LessonFile of(JsonText text) {
        List<Problem> problems = new ArrayList<>(text.problems());
        if (text.root() != null) {
            problems.addAll(ShapeCheck.check(text.root(), LessonFormat.LESSON, text.places()));
        }
        return problems.isEmpty() && text.root() instanceof JsonObject json
                ? new LessonFile(LessonBinder.lesson(json, text.places()), List.of())
                : new LessonFile(null, problems);
    }

    private static LessonFile failed(String sentence) {
        return new LessonFile(null, List.of(new Problem("$", 1, 1, sentence)));
    }

    /// The JSON Schema of lesson files, for editors.
    public static String schema() {
        return LessonFormat.schema();
    }
}
