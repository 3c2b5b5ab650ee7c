package shadewalk.lesson.progress;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.file.WholeFile;
import shadewalk.lesson.json.JsonText;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.ShapeCheck;

/// Where a learner's progress is kept.
///
/// Saving writes a new file and puts it in the place of the old one in one move, so that a crash in
/// the middle leaves the old one whole.
public final class ProgressFile {

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
        try (InputStream stream = Files.newInputStream(file)) {
            JsonText text = JsonText.read(stream);
            List<Problem> problems = new ArrayList<>(text.problems());
            if (text.root() != null) {
                problems.addAll(
                        ShapeCheck.check(text.root(), ProgressFormat.PROGRESS, text.places()));
            }
            return problems.isEmpty() && text.root() instanceof JsonObject json
                    ? new Loaded(progress(json.getAsJsonObject("lessons")), null)
                    : new Loaded(Progress.NONE, problems.getFirst());
        } catch (IOException e) {
            Problem problem = new Problem("$", 1, 1, "the file cannot be read: " + e.getMessage());
            return new Loaded(Progress.NONE, problem);
        }
    }

    /// Writes the file, all or nothing.
    public void save(Progress progress) throws IOException {
        JsonObject root = new JsonObject();
        root.addProperty("format", ProgressFormat.FORMAT);
        JsonObject lessons = new JsonObject();
        progress.lessons()
                .forEach((id, of) -> {
                    JsonObject lesson = new JsonObject();
                    lesson.addProperty("step", of.stop());
                    lesson.addProperty("finished", of.finished());
                    lesson.add("answers", AttemptJson.write(of.answers()));
                    lessons.add(id, lesson);
                });
        root.add("lessons", lessons);
        WholeFile.write(file, AttemptJson.text(root));
    }

    private static Progress progress(JsonObject lessons) {
        Map<String, Progress.OfLesson> all = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> entry : lessons.entrySet()) {
            JsonObject lesson = entry.getValue().getAsJsonObject();
            all.put(
                    entry.getKey(),
                    new Progress.OfLesson(
                            lesson.get("step").getAsString(),
                            lesson.get("finished").getAsBoolean(),
                            AttemptJson.read(lesson.getAsJsonObject("answers"))));
        }
        return new Progress(all);
    }
}
