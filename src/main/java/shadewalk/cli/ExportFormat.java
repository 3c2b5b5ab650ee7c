package shadewalk.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shadewalk.export.PictureFormat;

/// The formats of the export command: those of pictures, an animation, and data.
enum ExportFormat {
    SVG(PictureFormat.SVG),
    PNG(PictureFormat.PNG),
    PDF(PictureFormat.PDF),
    TIKZ(PictureFormat.TIKZ),
    TXT(PictureFormat.TXT),
    GIF(null),
    CSV(null),
    JSON(null);

    private final @Nullable PictureFormat picture;

    ExportFormat(@Nullable PictureFormat picture) {
        this.picture = picture;
    }

    /// The format of the pictures, if these are pictures.
    @Nullable PictureFormat picture() {
        return picture;
    }

    /// Whether it holds what is drawn, not data.
    boolean draws() {
        return picture != null || this == GIF;
    }

    /// Whether one file holds several steps.
    boolean holdsSeveral() {
        return this == PDF || this == GIF;
    }

    /// The format that a file's name asks for.
    static Optional<ExportFormat> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith("." + format.extension()))
                .findFirst();
    }

    /// The ends of files' names that ask for a format: `.svg, .png` and so on.
    static String endings() {
        return Arrays.stream(values())
                .map(format -> "." + format.extension())
                .collect(Collectors.joining(", "));
    }

    private String extension() {
        return picture == null ? name().toLowerCase(Locale.ROOT) : picture.extension();
    }
}
