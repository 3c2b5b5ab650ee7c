package shadewalk.ui.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import shadewalk.export.format.Export;
import shadewalk.export.format.ExportChoices;
import shadewalk.export.format.ExportFormat;
import shadewalk.export.format.ExportSource;
import shadewalk.lesson.file.WholeFile;
import shadewalk.text.Texts;
import shadewalk.ui.notice.Notices;
import shadewalk.ui.open.Job;
import shadewalk.ui.open.Jobs;

/// Writes what was chosen to a file, behind the window. It can be stopped, and then leaves nothing.
public final class Exporter {

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
        String extension = chosen.kind().ending();
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
            Export what = chosen.of(source, job::isCancelled, job::report);
            WholeFile.write(file, out -> chosen.kind().write(what, out), true);
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
        return bytes(chosen.kind(), chosen.of(source));
    }

    /// The picture itself, whatever it is written as: one page of several, none of data.
    public static byte[] preview(ExportSource source, ExportChoices chosen) throws IOException {
        return bytes(ExportFormat.PNG, chosen.of(source).carryingNothing());
    }

    private static byte[] bytes(ExportFormat format, Export what) throws IOException {
        var out = new ByteArrayOutputStream();
        format.write(what, out);
        return out.toByteArray();
    }
}
