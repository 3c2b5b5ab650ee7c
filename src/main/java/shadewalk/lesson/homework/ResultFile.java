package shadewalk.lesson.homework;

import java.nio.file.Path;
import shadewalk.lesson.json.Format;
import shadewalk.lesson.json.JsonText;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.play.AnswerWords;

/// A result as a small file.
public final class ResultFile {

    private static final Format<Result> FORMAT = Format.of(Result.class, AnswerWords.WORDED);

    private ResultFile() {}

    /// The result as a text that [#read] reads back.
    public static String write(Result result) {
        return FORMAT.write(result);
    }

    /// Reads a file. A file that cannot be opened is a problem like any other.
    public static Read<Result> read(Path file) {
        return FORMAT.read(JsonText.read(file, JsonText.MAX_BYTES));
    }
}
