package shadewalk.ui.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Palette;
import shadewalk.export.PictureFormat;
import shadewalk.export.WholeFile;
import shadewalk.ui.notice.Notices;
import shadewalk.ui.text.Texts;

/// Saves pictures. A file that is there already is only replaced after asking.
public final class PictureSaver {

    /// Pixels to a unit: sharp on a projector and in print.
    private static final double PNG_SCALE = 2;

    private final FileChoice files;
    private final Notices notices;
    private final Texts texts;
    private final Executor background;
    private final Executor window;

    /// @param background where files are written
    /// @param window where notices may be given
    public PictureSaver(
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
    public void save(Diagram diagram, Palette palette, String name, PictureFormat usual) {
        files.toSave(name + "." + usual.extension(), usual)
                .ifPresent(chosen -> save(diagram, palette, chosen, usual));
    }

    /// Asks for a file and saves a text there.
    public void saveText(String text, String suggested) {
        files.toSave(suggested, PictureFormat.TXT)
                .ifPresent(file -> background.execute(() -> put(file, text.getBytes(UTF_8))));
    }

    private void save(Diagram diagram, Palette palette, Path chosen, PictureFormat usual) {
        boolean named = PictureFormat.of(chosen).isPresent();
        Path file =
                named
                        ? chosen
                        : chosen.resolveSibling(chosen.getFileName() + "." + usual.extension());
        PictureFormat format = PictureFormat.of(file).orElse(usual);
        // The chooser asks about the very name it was given, and about no other.
        if (!named && Files.exists(file) && !files.mayReplace(file)) {
            return;
        }
        background.execute(() -> write(diagram, palette, file, format));
    }

    private void write(Diagram diagram, Palette palette, Path file, PictureFormat format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            format.write(diagram, palette, PNG_SCALE, bytes);
            put(file, bytes.toByteArray());
        } catch (IOException e) {
            tellFailure(file, e);
        }
    }

    private void put(Path file, byte[] content) {
        try {
            WholeFile.write(file, content, true);
            window.execute(() -> notices.done(texts.get("export.saved", file)));
        } catch (IOException e) {
            tellFailure(file, e);
        }
    }

    private void tellFailure(Path file, IOException why) {
        String reason = String.valueOf(why.getMessage());
        window.execute(() -> notices.problem(texts.get("export.failed", file, reason)));
    }
}
