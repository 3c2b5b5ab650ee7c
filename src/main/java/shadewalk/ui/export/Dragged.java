package shadewalk.ui.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.ClipboardContent;
import shadewalk.export.format.ExportChoices;
import shadewalk.export.format.ExportSource;

/// What is dragged out of the window: the file that would be saved, and its picture for programs
/// that take no files.
public final class Dragged {

    private Dragged() {}

    /// Writes the file into a folder of its own, which goes when the program ends.
    public static ClipboardContent of(ExportSource source, ExportChoices choices)
            throws IOException {
        Path folder = Files.createTempDirectory("shadewalk");
        Path file = folder.resolve(source.name() + "." + choices.kind().ending());
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        Files.write(file, Exporter.bytes(source, choices));
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(file.toFile()));
        if (choices.kind().isShownAsPicture()) {
            content.putImage(Copier.image(source, choices));
        }
        return content;
    }
}
