package shadewalk.ui.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import shadewalk.lesson.file.WholeFile;
import shadewalk.text.Texts;
import shadewalk.ui.notice.Notices;

/// Asks for files and saves sessions, results and lessons. A file that is there already is only
/// replaced after asking.
public final class Saver {

    private final FileChoice files;
    private final Notices notices;
    private final Texts texts;
    private final Executor background;
    private final Executor window;

    /// @param background where files are written
    /// @param window where notices may be given
    public Saver(
            FileChoice files, Notices notices, Texts texts, Executor background, Executor window) {
        this.files = files;
        this.notices = notices;
        this.texts = texts;
        this.background = background;
        this.window = window;
    }

    /// Asks for a file, and saves a session or a result there.
    public void saveJson(String json, String name) {
        saveJson(json, name, _ -> {});
    }

    /// Asks for a file, saves a lesson there, and goes on with the file.
    public void saveJson(String json, String name, Consumer<Path> then) {
        ask(name, "json").ifPresent(file -> save(file, json, then));
    }

    /// A file whose name ends as it should, and that may be written.
    Optional<Path> ask(String name, String extension) {
        return files.toSave(name + "." + extension, extension)
                .flatMap(chosen -> named(chosen, extension));
    }

    private Optional<Path> named(Path chosen, String extension) {
        String name = String.valueOf(chosen.getFileName());
        if (name.toLowerCase(Locale.ROOT).endsWith("." + extension)) {
            return Optional.of(chosen);
        }
        Path file = chosen.resolveSibling(name + "." + extension);
        // The chooser asks about the very name it was given, and about no other.
        return !Files.exists(file) || files.mayReplace(file) ? Optional.of(file) : Optional.empty();
    }

    private void save(Path file, String json, Consumer<Path> then) {
        background.execute(() -> {
            try {
                WholeFile.write(file, json.getBytes(StandardCharsets.UTF_8), true);
                window.execute(() -> {
                    notices.done(texts.get("export.saved", file));
                    then.accept(file);
                });
            } catch (IOException e) {
                String why = String.valueOf(e.getMessage());
                window.execute(() -> notices.problem(texts.get("export.failed", file, why)));
            }
        });
    }
}
