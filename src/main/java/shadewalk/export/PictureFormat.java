package shadewalk.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The formats a picture can be written in.
public enum PictureFormat {
    /// Scalable, text as text.
    SVG("svg"),
    /// Pixels.
    PNG("png"),
    /// A page of the picture's size, text as text.
    PDF("pdf"),
    /// A LaTeX document that draws it.
    TIKZ("tex"),
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

    /// Whether a file of this format can carry the session it was drawn from.
    public boolean carriesSession() {
        return switch (this) {
            case SVG, PNG, PDF -> true;
            case TIKZ, TXT -> false;
        };
    }

    /// Writes a picture; `out` stays open.
    public void write(Shot shot, OutputStream out) throws IOException {
        switch (this) {
            case SVG -> SvgWriter.write(shot.diagram(), shot.palette(), shot.session(), out);
            case PNG ->
                    PngWriter.write(
                            shot.diagram(), shot.palette(), shot.scale(), shot.session(), out);
            case PDF -> PdfWriter.write(shot.diagram(), shot.palette(), shot.session(), out);
            case TIKZ -> TikzWriter.write(shot.diagram(), shot.palette(), out);
            case TXT -> {
                String text = String.join("\n", shot.diagram().plain()) + "\n";
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
