package shadewalk.lesson.progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.file.WholeFile;
import shadewalk.lesson.json.Format;
import shadewalk.lesson.json.JsonText;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.play.AnswerWords;

/// Where a learner's progress is kept.
///
/// Saving writes a new file and puts it in the place of the old one in one move, so that a crash in
/// the middle leaves the old one whole.
public final class ProgressFile {

    private static final Format<Progress> FORMAT = Format.of(Progress.class, AnswerWords.WORDED);

    private final Path file;

    public ProgressFile(Path file) {
        this.file = file;
    }

    /// What was read.
    ///
    /// @param progress nothing begun, if the file could not be read
    /// @param problem what is wrong with it, null if nothing is
    public record Loaded(Progress progress, @Nullable Problem problem) {}

    /// Reads the file. That there is none is no problem: nothing has been begun then.
    public Loaded load() {
        if (!Files.exists(file)) {
            return new Loaded(Progress.NONE, null);
        }
        Read<Progress> read = FORMAT.read(JsonText.read(file, JsonText.MAX_BYTES));
        return read.value() != null
                ? new Loaded(read.value(), null)
                : new Loaded(Progress.NONE, read.problems().getFirst());
    }

    /// Writes the file, all or nothing.
    public void save(Progress progress) throws IOException {
        WholeFile.write(file, FORMAT.write(progress));
    }
}
