package shadewalk.ui.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Palette;
import shadewalk.export.PictureFormat;
import shadewalk.export.Shot;
import shadewalk.export.WholeFile;
import shadewalk.ui.notice.Notices;
import shadewalk.ui.text.Texts;

/// Saves pictures and sessions. A file that is there already is only replaced after asking.
public final class Saver {

    /// Pixels to a unit: sharp on a slide.
    private static final double PNG_SCALE = 2;

    private final FileChoice files;
    private final Notices notices;
    private final Texts texts;
    private final Executor background;
    private final Executor window;

    /// What makes the bytes of a file.
    private interface Content {
        byte[] bytes() throws IOException;
    }

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

    /// Asks for a file, and saves a picture there in the format its name asks for.
    ///
    /// @param name what to suggest, without extension
    public void savePicture(Diagram diagram, Palette palette, String name, PictureFormat usual) {
        ask(name, usual.extension())
                .ifPresent(file -> {
                    PictureFormat format = PictureFormat.of(file).orElse(usual);
                    save(file, () -> picture(diagram, palette, format), _ -> {});
                });
    }

    /// Asks for a file, and saves a session or a result there.
    public void saveJson(String json, String name) {
        saveJson(json, name, _ -> {});
    }

    /// Asks for a file, saves a lesson there, and goes on with the file.
    public void saveJson(String json, String name, Consumer<Path> then) {
        ask(name, "json")
                .ifPresent(file -> save(file, () -> json.getBytes(StandardCharsets.UTF_8), then));
    }

    /// A file whose name ends as it should, and that may be written.
    private Optional<Path> ask(String name, String extension) {
        return files.toSave(name + "." + extension, extension)
                .flatMap(chosen -> named(chosen, extension));
    }

    private Optional<Path> named(Path chosen, String extension) {
        String name = String.valueOf(chosen.getFileName());
        boolean complete =
                PictureFormat.of(chosen).isPresent()
                        || name.toLowerCase(Locale.ROOT).endsWith("." + extension);
        if (complete) {
            return Optional.of(chosen);
        }
        Path file = chosen.resolveSibling(name + "." + extension);
        // The chooser asks about the very name it was given, and about no other.
        return !Files.exists(file) || files.mayReplace(file) ? Optional.of(file) : Optional.empty();
    }

    private static byte[] picture(Diagram diagram, Palette palette, PictureFormat format)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(new Shot(diagram, palette, PNG_SCALE), bytes);
        return bytes.toByteArray();
    }

    private void save(Path file, Content content, Consumer<Path> then) {
        background.execute(() -> {
            try {
                WholeFile.write(file, content.bytes(), true);
                window.execute(() -> {
                    notices.done(texts.get("export.saved", file));
                    then.accept(file);
                });
            } catch (IOException e) {
                window.execute(() -> notices.problem(failure(file, e)));
            }
        });
    }

    private String failure(Path file, IOException e) {
        return texts.get("export.failed", file, String.valueOf(e.getMessage()));
    }
}
