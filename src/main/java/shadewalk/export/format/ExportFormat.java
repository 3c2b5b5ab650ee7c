package shadewalk.export.format;

import static shadewalk.export.format.ExportFormat.Holds.DATA;
import static shadewalk.export.format.ExportFormat.Holds.LESSON;
import static shadewalk.export.format.ExportFormat.Holds.PICTURE;
import static shadewalk.export.format.ExportFormat.Holds.STEPS;
import static shadewalk.export.format.ExportFormat.Trait.COLOURS;
import static shadewalk.export.format.ExportFormat.Trait.PACE;
import static shadewalk.export.format.ExportFormat.Trait.PIXELS;
import static shadewalk.export.format.ExportFormat.Trait.SESSION;
import static shadewalk.export.format.ExportFormat.Trait.WORDS;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import shadewalk.export.PdfWriter;
import shadewalk.export.PngWriter;
import shadewalk.export.Shot;
import shadewalk.export.SvgWriter;
import shadewalk.export.TikzWriter;
import shadewalk.export.data.DataFile;
import shadewalk.export.page.Handout;

/// What can be exported. Each row says how files of it end, what they hold, how they are written,
/// and what a person can choose about them.
public enum ExportFormat {
    /// Scalable, text as text.
    SVG("svg", PICTURE, shot(SvgWriter::write), COLOURS, WORDS, SESSION),
    PNG("png", PICTURE, shot(PngWriter::write), COLOURS, PIXELS, WORDS, SESSION),
    /// A page of the picture's size, text as text.
    PDF("pdf", PICTURE, shot(PdfWriter::write), COLOURS, WORDS, SESSION),
    /// A LaTeX document that draws it.
    TIKZ("tex", PICTURE, shot(TikzWriter::write), COLOURS, WORDS),
    /// Lines of at most 72 columns, for mails and commit messages.
    TXT("txt", PICTURE, shot(ExportFormat::plain), WORDS),
    /// A page for each step.
    DECK("pdf", STEPS, (what, out) -> what.album().writeDeck(out), COLOURS, WORDS),
    /// One step after the other.
    GIF("gif", STEPS, ExportFormat::gif, COLOURS, PIXELS, WORDS, PACE),
    /// A page for a browser, with what is told and asked.
    PAGE("html", LESSON, ExportFormat::page),
    /// A row for everything that happened so far.
    EVENTS("csv", DATA, (what, out) -> csv(DataFile.Kind.EVENTS, what, out)),
    /// A row for every entry of every table.
    TABLES("csv", DATA, (what, out) -> csv(DataFile.Kind.TABLES, what, out)),
    /// Both.
    JSON("json", DATA, ExportFormat::json);

    /// What a file is of.
    public enum Holds {
        /// One moment, drawn.
        PICTURE,
        /// Several steps, each drawn.
        STEPS,
        /// The steps of a lesson, with what is told and asked.
        LESSON,
        /// Rows of values.
        DATA
    }

    /// What there is to choose about a file.
    public enum Trait {
        /// It is drawn in a theme.
        COLOURS,
        PIXELS,
        /// Words beside things and beneath can be left out.
        WORDS,
        /// It can carry the session it was drawn from.
        SESSION,
        /// Each step stays for a time.
        PACE
    }

    private interface Writer {
        void write(Export what, OutputStream out) throws IOException;
    }

    private interface ShotWriter {
        void write(Shot shot, OutputStream out) throws IOException;
    }

    private final String ending;
    private final Holds holds;

    @SuppressWarnings("ImmutableEnumChecker") // a way of writing has nothing that could change
    private final Writer writer;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes it so
    private final List<Trait> traits;

    ExportFormat(String ending, Holds holds, Writer writer, Trait... traits) {
        this.ending = ending;
        this.holds = holds;
        this.writer = writer;
        this.traits = List.of(traits);
    }

    /// The formats whose files end as this one does; several where a file alone does not tell what
    /// it holds.
    public static List<ExportFormat> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(each -> name.endsWith("." + each.ending)).toList();
    }

    /// Whether a file's name is that of a picture that may carry a session.
    public static boolean mayCarrySession(Path file) {
        return of(file).stream().anyMatch(each -> each.has(SESSION));
    }

    /// The end of a file's name, without the dot.
    public String ending() {
        return ending;
    }

    public boolean holds(Holds what) {
        return holds == what;
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /// Whether it is of several steps, and so takes its time.
    public boolean isLong() {
        return holds == STEPS || holds == LESSON;
    }

    /// How often all steps are asked for: an animation is measured before it is written.
    public int rounds() {
        return this == GIF ? 2 : 1;
    }

    /// Whether a picture shows beforehand what it will be; of several steps, the one that is shown.
    public boolean isShownAsPicture() {
        return has(COLOURS) || holds == LESSON;
    }

    /// The word for it in texts and in what is remembered.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Writes it; `out` stays open.
    public void write(Export what, OutputStream out) throws IOException {
        writer.write(what, out);
    }

    private static Writer shot(ShotWriter writer) {
        return (what, out) -> writer.write(what.shot(), out);
    }

    private static void plain(Shot shot, OutputStream out) throws IOException {
        String text = String.join("\n", shot.diagram().plain()) + "\n";
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void gif(Export what, OutputStream out) throws IOException {
        what.album().writeGif(what.framing().scale(), what.pace(), out);
    }

    private static void page(Export what, OutputStream out) throws IOException {
        Handout.write(what.lesson().orElseThrow(), what.steps(), out);
    }

    private static void csv(DataFile.Kind kind, Export what, OutputStream out) throws IOException {
        DataFile.csv(kind, what.moment().timeline(), what.moment().position(), out);
    }

    private static void json(Export what, OutputStream out) throws IOException {
        String source = what.now().caption();
        DataFile.json(source, what.moment().timeline(), what.moment().position(), out);
    }
}
