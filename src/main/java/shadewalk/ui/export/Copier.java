package shadewalk.ui.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import shadewalk.export.format.ExportChoices;
import shadewalk.export.format.ExportFormat;
import shadewalk.export.format.ExportSource;
import shadewalk.text.Texts;
import shadewalk.ui.notice.Notices;

/// Puts pictures onto the clipboard, and into the hand that drags them out.
public final class Copier {

    private final Exporter exporter;
    private final Notices notices;
    private final Texts texts;

    public Copier(Exporter exporter, Notices notices, Texts texts) {
        this.exporter = exporter;
        this.notices = notices;
        this.texts = texts;
    }

    /// Copies the picture as it would be exported again.
    public void picture(ExportSource source) {
        picture(source, exporter.choices());
    }

    /// Copies the picture in plain text.
    public void text(ExportSource source) {
        text(source, exporter.choices());
    }

    void picture(ExportSource source, ExportChoices choices) {
        copy("export.copied-picture", content -> content.putImage(image(source, choices)));
    }

    void text(ExportSource source, ExportChoices choices) {
        ExportChoices asText = choices.as(ExportFormat.TXT);
        copy(
                "export.copied",
                content ->
                        content.putString(
                                new String(
                                        Exporter.bytes(source, asText), StandardCharsets.UTF_8)));
    }

    /// The picture as an image of the window's toolkit.
    static Image image(ExportSource source, ExportChoices choices) throws IOException {
        return new Image(new ByteArrayInputStream(Exporter.preview(source, choices)));
    }

    /// What is dragged out of the window: the file that would be saved, in a folder of its own that
    /// goes when the program ends, and its picture for programs that take no files.
    public static ClipboardContent dragged(ExportSource source, ExportChoices choices)
            throws IOException {
        Path folder = Files.createTempDirectory("shadewalk");
        Path file = folder.resolve(source.name() + "." + choices.kind().ending());
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        Files.write(file, Exporter.bytes(source, choices));
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(file.toFile()));
        if (choices.kind().isShownAsPicture()) {
            content.putImage(image(source, choices));
        }
        return content;
    }

    private interface Filling {
        void fill(ClipboardContent content) throws IOException;
    }

    private void copy(String done, Filling filling) {
        try {
            ClipboardContent content = new ClipboardContent();
            filling.fill(content);
            Clipboard.getSystemClipboard().setContent(content);
            notices.done(texts.get(done));
        } catch (IOException e) {
            notices.problem(String.valueOf(e.getMessage()));
        }
    }
}
