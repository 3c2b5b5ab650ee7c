package shadewalk.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shadewalk.export.Album;
import shadewalk.export.PictureFormat;
import shadewalk.export.data.DataFile;
import shadewalk.export.scene.Camera;
import shadewalk.export.scene.Subject;
import shadewalk.export.scene.Wish;

/// Writes pictures and data of a lesson, a scenario, a session, or a picture that carries one.
@Command(
        name = "export",
        description = "Writes pictures or data of a lesson, a scenario, a session or a picture.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description =
                    "a lesson, a scenario (.scn), a session, or a picture that carries one;"
                            + " or the name of a lesson that comes with the program")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private String file;

    @Option(
            names = "--step",
            paramLabel = "N[-M]",
            converter = StepRange.Reader.class,
            description = "the step, or steps as in 3-7; a lesson's count from 1")
    private @Nullable StepRange steps;

    @Option(names = "--all", description = "every step")
    private boolean all;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "svg, png, pdf, tikz, txt, gif, csv or json; else what --out ends in, else svg."
                            + " Several steps become one PDF deck or GIF, and files numbered"
                            + " beside --out in the other formats")
    private @Nullable ExportFormat format;

    @Option(
            names = "--rows",
            paramLabel = "KIND",
            defaultValue = "events",
            description = "what CSV holds: events (up to the step) or tables (at the step)")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private DataFile.Kind rows;

    @Option(
            names = "--pace",
            paramLabel = "MS",
            defaultValue = "4000",
            description = "how long a GIF shows each step, in milliseconds")
    private int pace;

    @Mixin private PictureOptions options = new PictureOptions();
    @Mixin private OutFile out = new OutFile();

    @Override
    public Integer call() throws IOException {
        Optional<String> problem = problem();
        if (problem.isPresent()) {
            return out.failed(problem.get());
        }
        try {
            Played played = Played.open(file);
            List<Subject> chosen = chosen(played);
            return write(played, chosen);
        } catch (Played.Unplayable why) {
            return out.failed(String.valueOf(why.getMessage()));
        }
    }

    private Optional<String> problem() {
        if (all && steps != null) {
            return Optional.of("--all and --step cannot both be; leave one out");
        }
        if (pace < 20 || pace > 60_000) {
            return Optional.of("--pace is " + pace + "; choose 20 to 60000");
        }
        return options.problem();
    }

    private List<Subject> chosen(Played played) throws Played.Unplayable {
        int first = played.first();
        int last = first + played.steps().size() - 1;
        if (all || steps == null && format() == ExportFormat.GIF) {
            return played.steps();
        }
        if (steps == null) {
            return List.of(played.usual());
        }
        if (steps.first() < first || steps.last() > last) {
            int wrong = steps.first() < first ? steps.first() : steps.last();
            throw new Played.Unplayable(
                    "there is no step " + wrong + "; steps are " + first + " to " + last);
        }
        return played.steps().subList(steps.first() - first, steps.last() - first + 1);
    }

    private int write(Played played, List<Subject> chosen) {
        Wish wish = options.over(played.wish());
        Album album = new Album(played.title(), () -> pages(chosen, wish), wish.palette());
        ExportFormat format = format();
        if (format == ExportFormat.GIF) {
            return out.write(to -> album.writeGif(wish.scale(), pace, to));
        }
        boolean several = all || steps != null && steps.last() > steps.first();
        if (!several) {
            Subject subject = chosen.getFirst();
            return out.write(to -> write(subject, wish, format, to));
        }
        if (format == ExportFormat.PDF) {
            return out.write(album::writeDeck);
        }
        if (out.name() == null) {
            return out.failed("several steps need --out; each is written beside that name");
        }
        int number = steps == null ? 1 : steps.first();
        for (Subject subject : chosen) {
            Path beside = numbered(out.name(), number++);
            int exit = out.write(beside, to -> write(subject, wish, format, to));
            if (exit != 0) {
                return exit;
            }
        }
        return 0;
    }

    private static Iterator<Album.Page> pages(List<Subject> subjects, Wish wish) {
        return subjects.stream().map(subject -> Camera.page(subject, wish)).iterator();
    }

    private void write(Subject subject, Wish wish, ExportFormat as, OutputStream to)
            throws IOException {
        PictureFormat picture = as.picture();
        if (picture != null) {
            picture.write(Camera.take(subject, wish), to);
        } else if (as == ExportFormat.CSV) {
            DataFile.csv(rows, subject.timeline(), subject.position(), to);
        } else {
            DataFile.json(subject.caption(), subject.timeline(), subject.position(), to);
        }
    }

    /// `walk.svg` becomes `walk-03.svg`.
    private static Path numbered(Path name, int number) {
        String text = String.valueOf(name.getFileName());
        int dot = text.lastIndexOf('.');
        String stem = dot < 0 ? text : text.substring(0, dot);
        String end = dot < 0 ? "" : text.substring(dot);
        String digits = number < 10 ? "0" + number : String.valueOf(number);
        return name.resolveSibling(stem + "-" + digits + end);
    }

    private ExportFormat format() {
        if (format != null) {
            return format;
        }
        return Optional.ofNullable(out.name()).flatMap(ExportFormat::of).orElse(ExportFormat.SVG);
    }
}
