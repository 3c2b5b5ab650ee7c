package shadewalk.ui.export;

import java.util.Locale;
import java.util.Optional;
import shadewalk.export.PictureFormat;

/// What can be exported.
public enum ExportKind {
    SVG(Optional.of(PictureFormat.SVG)),
    PNG(Optional.of(PictureFormat.PNG)),
    PDF(Optional.of(PictureFormat.PDF)),
    TIKZ(Optional.of(PictureFormat.TIKZ)),
    TXT(Optional.of(PictureFormat.TXT)),
    /// All steps so far, a page each.
    DECK(Optional.empty()),
    /// All steps so far, one after the other.
    GIF(Optional.empty()),
    /// All steps of a lesson so far, with what is told and asked, as a page for a browser.
    PAGE(Optional.empty()),
    /// Everything that happened so far, as CSV.
    EVENTS(Optional.empty()),
    /// Every entry of every table, as CSV.
    TABLES(Optional.empty()),
    /// Both, as JSON.
    JSON(Optional.empty());

    @SuppressWarnings("ImmutableEnumChecker") // an Optional of an enum never changes
    private final Optional<PictureFormat> picture;

    ExportKind(Optional<PictureFormat> picture) {
        this.picture = picture;
    }

    /// The format, if this is one picture.
    public Optional<PictureFormat> picture() {
        return picture;
    }

    /// Whether it has colours that can be chosen.
    public boolean isDrawn() {
        return picture.filter(PictureFormat.TXT::equals).isEmpty() && !isData() && this != PAGE;
    }

    /// Whether it has pixels.
    public boolean hasPixels() {
        return this == PNG || this == GIF;
    }

    /// Whether a file can carry the session it was drawn from.
    public boolean carriesSession() {
        return picture.filter(PictureFormat::carriesSession).isPresent();
    }

    /// Whether a picture shows beforehand what it will be; of several steps, the one that is shown.
    public boolean isShownAsPicture() {
        return this != TXT && !isData();
    }

    /// Whether it is rows of values.
    public boolean isData() {
        return this == EVENTS || this == TABLES || this == JSON;
    }

    /// Whether it is of several steps.
    public boolean isAlbum() {
        return this == DECK || this == GIF || this == PAGE;
    }

    /// Whether words beside things and beneath can be left out.
    public boolean isWorded() {
        return !isData() && this != PAGE;
    }

    /// The end of a file's name, without the dot.
    public String extension() {
        return switch (this) {
            case DECK -> "pdf";
            case GIF -> "gif";
            case PAGE -> "html";
            case EVENTS, TABLES -> "csv";
            case JSON -> "json";
            case SVG, PNG, PDF, TIKZ, TXT -> picture.map(PictureFormat::extension).orElse("");
        };
    }

    /// The word for it in texts and in what is remembered.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
