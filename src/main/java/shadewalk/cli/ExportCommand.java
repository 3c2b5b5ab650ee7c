package shadewalk.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Palette;
import shadewalk.export.PdfWriter;
import shadewalk.export.PictureFormat;
import shadewalk.export.RunPicture;
import shadewalk.export.WholeFile;
import shadewalk.lesson.Lesson;

/// Writes pictures of a lesson, a scenario or a session.
@Command(
        name = "export",
        description = "Writes the picture of a step of a lesson, scenario or session.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    /// The themes.
    enum Theme {
        LIGHT,
        DARK,
        PRINT;

        private Palette palette() {
            return switch (this) {
                case LIGHT -> Palette.LIGHT;
                case DARK -> Palette.DARK;
                case PRINT -> Palette.PRINT;
            };
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "a lesson, a scenario (.scn) or a session; or a bundled lesson's name")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private String file;

    @Option(names = "--step", paramLabel = "N", description = "the step; a lesson's count from 1")
    private @Nullable Integer step;

    @Option(
            names = "--all",
            description = "every step, into files numbered beside --out; in PDF, into one deck")
    private boolean all;

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            defaultValue = "walk",
            description = "which picture: walk, tables, bits or quadrants")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private RunPicture.View view;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "svg, png, pdf or txt; else what --out ends in, else svg")
    private @Nullable PictureFormat format;

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            defaultValue = "light",
            description = "light, dark or print")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Theme theme;

    @Option(
            names = "--scale",
            paramLabel = "N",
            defaultValue = "2",
            description = "pixels to a unit in PNG, 1 to 4")
    private double scale;

    @Option(names = "--out", paramLabel = "FILE", description = "the file; else standard output")
    private @Nullable Path out;

    @Option(names = "--force", description = "replace a file that is there already")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        if (scale < 1 || scale > 4) {
            return failed("--scale is " + scale + "; choose 1 to 4");
        }
        Played played;
        try {
            played = Played.open(file);
        } catch (Played.Unplayable why) {
            return failed(String.valueOf(why.getMessage()));
        }
        return all ? writeAll(played) : writeOne(played);
    }

    private int writeOne(Played played) throws IOException {
        boolean lesson = !file.endsWith(".scn");
        int first = lesson ? 1 : 0;
        int count = played.stops().size();
        int wanted = step == null ? first + count - 1 : step;
        if (wanted < first || wanted >= first + count) {
            return failed(
                    "there is no step "
                            + wanted
                            + "; steps are "
                            + first
                            + " to "
                            + (first + count - 1));
        }
        return write(played.stops().get(wanted - first), out);
    }

    private int writeAll(Played played) throws IOException {
        if (out == null) {
            return failed("--all needs --out; each step is written beside that name");
        }
        if (format(out) == PictureFormat.PDF) {
            return writeDeck(played, out);
        }
        for (int i = 0; i < played.stops().size(); i++) {
            int exit = write(played.stops().get(i), numbered(out, i + 1));
            if (exit != 0) {
                return exit;
            }
        }
        return 0;
    }

    private int writeDeck(Played played, Path to) throws IOException {
        List<PdfWriter.Slide> slides = new ArrayList<>();
        for (Played.Stop stop : played.stops()) {
            String caption =
                    "%s \u00b7 step %s of %s \u00b7 Linux %s"
                            .formatted(
                                    played.title(),
                                    slides.size() + 1,
                                    played.stops().size(),
                                    Lesson.KERNEL);
            slides.add(new PdfWriter.Slide(stop.title(), picture(stop), caption));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfWriter.writeDeck(played.title(), slides, theme.palette(), bytes);
        return save(bytes.toByteArray(), to);
    }

    private Diagram picture(Played.Stop stop) {
        return RunPicture.of(view, stop.timeline(), stop.position(), stop.address());
    }

    /// `walk.svg` becomes `walk-03.svg`.
    private static Path numbered(Path name, int number) {
        String text = name.getFileName().toString();
        int dot = text.lastIndexOf('.');
        String stem = dot < 0 ? text : text.substring(0, dot);
        String end = dot < 0 ? "" : text.substring(dot);
        return name.resolveSibling("%s-%02d%s".formatted(stem, number, end));
    }

    private int write(Played.Stop stop, @Nullable Path to) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format(to).write(picture(stop), theme.palette(), scale, bytes);
        if (to == null) {
            spec.commandLine().getOut().flush();
            System.out.write(bytes.toByteArray());
            System.out.flush();
            return 0;
        }
        return save(bytes.toByteArray(), to);
    }

    private int save(byte[] content, Path to) {
        try {
            WholeFile.write(to, content, force);
            return 0;
        } catch (FileAlreadyExistsException _) {
            return failed(to + " is there already; name another file or add --force");
        } catch (IOException e) {
            return failed(to + " cannot be written: " + e.getMessage());
        }
    }

    private PictureFormat format(@Nullable Path to) {
        if (format != null) {
            return format;
        }
        return Optional.ofNullable(to).flatMap(PictureFormat::of).orElse(PictureFormat.SVG);
    }

    private int failed(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(sentence);
        err.flush();
        return 1;
    }
}
