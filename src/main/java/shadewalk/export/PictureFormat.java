package shadewalk.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Palette;

/// The formats a picture can be written in.
public enum PictureFormat {
    /// Scalable, text as text.
    SVG("svg"),
    /// Pixels.
    PNG("png"),
    /// A page of the picture's size, text as text.
    PDF("pdf"),
    /// Lines of at most 72 columns, for mails and commit messages.
    TXT("txt");

    private final String extension;

    PictureFormat(String extension) {
        this.extension = extension;
    }

    /// The usual end of a file's name, without the dot.
    public String extension() {
        return extension;
    }

    /// The format that a file's name asks for.
    public static Optional<PictureFormat> of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith("." + format.extension))
                .findFirst();
    }

    /// Writes a picture; `out` stays open.
    ///
    /// @param scale pixels to a unit, 1 to 4, where the format has pixels
    public void write(Diagram diagram, Palette palette, double scale, OutputStream out)
            throws IOException {
        switch (this) {
            case SVG -> SvgWriter.write(diagram, palette, out);
            case PNG -> PngWriter.write(diagram, palette, scale, out);
            case PDF -> PdfWriter.write(diagram, palette, "", out);
            case TXT -> {
                String text = String.join("\n", diagram.plain()) + "\n";
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
