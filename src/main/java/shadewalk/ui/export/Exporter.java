package shadewalk.ui.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import shadewalk.diagram.Palette;
import shadewalk.export.Album;
import shadewalk.export.PictureFormat;
import shadewalk.export.Shot;
import shadewalk.export.data.DataFile;
import shadewalk.export.page.Handout;
import shadewalk.export.scene.Camera;
import shadewalk.export.scene.Slide;
import shadewalk.lesson.file.WholeFile;
import shadewalk.lesson.session.Framing;
import shadewalk.read.Moment;
import shadewalk.text.Texts;
import shadewalk.ui.notice.Notices;
import shadewalk.ui.open.Job;
import shadewalk.ui.open.Jobs;

/// Writes what was chosen to a file, behind the window. It can be stopped, and then leaves nothing.
public final class Exporter {

    /// How long an animation shows each step, in milliseconds.
    private static final int PACE = 4000;

    private final Saver saver;
    private final Jobs jobs;
    private final Notices notices;
    private final Texts texts;
    private final Path memory;
    private ExportChoices choices;

    /// @param memory where the choices are remembered
    public Exporter(Saver saver, Jobs jobs, Notices notices, Texts texts, Path memory) {
        this.saver = saver;
        this.jobs = jobs;
        this.notices = notices;
        this.texts = texts;
        this.memory = memory;
        choices = recall(memory);
    }

    private static ExportChoices recall(Path memory) {
        try {
            return Files.exists(memory)
                    ? ExportChoices.of(Files.readString(memory))
                    : ExportChoices.FIRST;
        } catch (IOException _) {
            return ExportChoices.FIRST; // the next export writes it anew
        }
    }

    /// The choices of the last time.
    public ExportChoices choices() {
        return choices;
    }

    /// Asks for a file and writes to it.
    public void save(ExportSource source, ExportChoices chosen) {
        String extension = chosen.kind().extension();
        saver.ask(source.name(), extension)
                .ifPresent(file ->
                        jobs.run(
                                texts.get("export.job", file.getFileName()),
                                job -> write(file, source, chosen, job),
                                problem -> tell(file, problem)));
    }

    private void tell(Path file, String problem) {
        if (problem.isEmpty()) {
            notices.done(texts.get("export.saved", file));
        } else {
            notices.problem(texts.get("export.failed", file, problem));
        }
    }

    /// Writes the file, and remembers how.
    ///
    /// @return what went wrong, or an empty text
    private String write(Path file, ExportSource source, ExportChoices chosen, Job job) {
        choices = chosen;
        try {
            WholeFile.write(
                    file, out -> write(source, chosen, job::isCancelled, job::report, out), true);
            WholeFile.write(memory, chosen.toText());
            return "";
        } catch (CancellationException _) {
            return "";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /// The bytes of what was chosen, for the clipboard and for dragging.
    public static byte[] bytes(ExportSource source, ExportChoices chosen) throws IOException {
        var out = new ByteArrayOutputStream();
        write(source, chosen, () -> false, _ -> {}, out);
        return out.toByteArray();
    }

    /// The picture itself, whatever it is written as: one page of several, none of data.
    public static byte[] preview(ExportSource source, ExportChoices chosen) throws IOException {
        var out = new ByteArrayOutputStream();
        Framing framing = chosen.framing(source).carryingNothing();
        Shot shot = Camera.take(chosen.of(source.now()), framing);
        PictureFormat.PNG.write(shot, out);
        return out.toByteArray();
    }

    private static void write(
            ExportSource source,
            ExportChoices chosen,
            BooleanSupplier cancelled,
            DoubleConsumer progress,
            OutputStream out)
            throws IOException {
        Framing framing = chosen.framing(source);
        Slide now = source.now();
        Moment moment = now.view().moment();
        Optional<PictureFormat> picture = chosen.kind().picture();
        if (picture.isPresent()) {
            picture.get().write(Camera.take(chosen.of(now), framing), out);
            return;
        }
        switch (chosen.kind()) {
            case DECK -> album(source, chosen, cancelled, progress, 1).writeDeck(out);
            case GIF ->
                    album(source, chosen, cancelled, progress, 2)
                            .writeGif(framing.scale(), PACE, out);
            case PAGE -> {
                Steps steps = new Steps(source.steps(), cancelled, progress, 1);
                Handout.write(source.lesson().orElseThrow(), steps, out);
            }
            case EVENTS ->
                    DataFile.csv(DataFile.Kind.EVENTS, moment.timeline(), moment.position(), out);
            case TABLES ->
                    DataFile.csv(DataFile.Kind.TABLES, moment.timeline(), moment.position(), out);
            case JSON -> DataFile.json(now.caption(), moment.timeline(), moment.position(), out);
            case SVG, PNG, PDF, TIKZ, TXT -> {} // pictures are written above
        }
    }

    /// @param rounds how often all pages are asked for
    private static Album album(
            ExportSource source,
            ExportChoices chosen,
            BooleanSupplier cancelled,
            DoubleConsumer progress,
            int rounds) {
        Steps steps = new Steps(source.steps(), cancelled, progress, rounds);
        Framing framing = chosen.framing(source);
        return new Album(
                source.title(), () -> steps.pages(chosen, framing), Palette.named(framing.theme()));
    }
}
