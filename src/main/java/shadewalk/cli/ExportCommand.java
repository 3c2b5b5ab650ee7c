package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shadewalk.diagram.Diagram;
import shadewalk.export.Crop;
import shadewalk.export.Film;
import shadewalk.export.data.DataFile;
import shadewalk.export.format.Export;
import shadewalk.export.format.ExportFormat;
import shadewalk.export.format.ExportFormat.Holds;
import shadewalk.export.format.ExportFormat.Trait;
import shadewalk.export.scene.Slide;
import shadewalk.lesson.session.Framing;

/// Writes pictures and data of a lesson, a scenario, a session, or a picture that carries one.
@Command(name = "export", mixinStandardHelpOptions = true)
final class ExportCommand extends TerminalCommand {

    @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private String file;

    @Option(names = "--step", paramLabel = "N[-M]", converter = StepRange.Reader.class)
    private @Nullable StepRange steps;

    @Option(names = "--all")
    private boolean all;

    @Option(names = "--format", paramLabel = "FORMAT", converter = FormatWord.Reader.class)
    private @Nullable FormatWord format;

    @Option(names = "--rows", paramLabel = "KIND")
    private DataFile.@Nullable Kind rows;

    @Option(names = "--pace", paramLabel = "MS")
    private @Nullable Integer pace;

    @Option(names = "--film", paramLabel = "N")
    private @Nullable Integer film;

    @Mixin private PictureOptions options = new PictureOptions();
    @Mixin private OutFile out = new OutFile();

    @Override
    int run() throws IOException, Refused {
        Optional<String> problem = problem();
        if (problem.isPresent()) {
            throw Refused.words(problem.get());
        }
        Played played = Played.open(file);
        if (steps != null) {
            played.require(steps.first(), steps.last());
        }
        List<Slide> chosen = options.looked(chosen(played));
        Framing framing = options.over(played.framing());
        if (draws()) {
            refuseLost(chosen, framing);
        }
        write(played.title(), chosen, framing);
        return 0;
    }

    private Optional<String> problem() {
        if (all && steps != null) {
            return Optional.of(COMMANDS.get("export-command.all-step-cannot"));
        }
        if (pace != null && (pace < 20 || pace > 60_000)) {
            return Optional.of(COMMANDS.get("export-command.pace-choose-20", pace));
        }
        if (film != null && (film < Film.FEWEST || film > Film.MOST)) {
            return Optional.of(
                    COMMANDS.get("export-command.film-choose", film, Film.FEWEST, Film.MOST));
        }
        return options.problem().or(this::mismatch).or(this::idle);
    }

    /// Where the file's name and the format do not go together.
    private Optional<String> mismatch() {
        Optional<FormatWord> named = named();
        if (format == null && out.name() != null && named.isEmpty()) {
            return Optional.of(
                    COMMANDS.get("export-command.out-does-not", out.name(), FormatWord.endings()));
        }
        if (format != null && named.isPresent() && !named.get().agreesWith(format)) {
            return Optional.of(
                    COMMANDS.get(
                            "export-command.format-out-contradict", format.word(), out.name()));
        }
        return several() && out.name() == null && !format().holds(Holds.STEPS)
                ? Optional.of(COMMANDS.get("export-command.several-steps-need"))
                : Optional.empty();
    }

    /// The option that would do nothing, if there is one.
    private Optional<String> idle() {
        if (film != null && (format() != ExportFormat.PNG || several())) {
            return Optional.of(COMMANDS.get("export-command.film-for-png"));
        }
        if (rows != null && !word().formats().contains(row(rows))) {
            return Optional.of(COMMANDS.get("export-command.rows-for-csv", word().word()));
        }
        if (pace != null && !format().has(Trait.PACE)) {
            return Optional.of(COMMANDS.get("export-command.pace-for-gif", word().word()));
        }
        if (!draws()) {
            return options.given()
                    .map(option ->
                            COMMANDS.get(
                                    "export-command.for-pictures-data", option, word().word()));
        }
        return Optional.empty();
    }

    private boolean draws() {
        return !format().holds(Holds.DATA);
    }

    private boolean several() {
        return all || steps != null && steps.last() > steps.first();
    }

    /// Refuses to cut around what none of the pictures has.
    private static void refuseLost(List<Slide> chosen, Framing framing) throws Refused {
        List<String> missing = framing.around();
        List<String> there = List.of();
        for (Slide slide : chosen) {
            if (missing.isEmpty()) {
                break;
            }
            Diagram picture = Slide.whole(slide.view(), framing);
            missing = Crop.missing(picture, missing);
            there = Crop.some(picture);
        }
        if (!missing.isEmpty()) {
            throw Refused.file(
                    COMMANDS.get(
                            "export-command.crop-not-in",
                            String.join(", ", missing),
                            String.join(", ", there)));
        }
    }

    private List<Slide> chosen(Played played) {
        int first = played.first();
        if (all || steps == null && format().holds(Holds.STEPS)) {
            return played.steps();
        }
        if (steps == null) {
            return List.of(played.usual());
        }
        return played.steps().subList(steps.first() - first, steps.last() - first + 1);
    }

    private void write(String title, List<Slide> chosen, Framing framing) throws Refused {
        if (film != null) {
            Film strip = chosen.getFirst().film(framing, film);
            out.write(to -> strip.write(framing.scale(), to));
            return;
        }
        ExportFormat format = format();
        int milliseconds = pace == null ? Export.USUAL_PACE : pace;
        Export first =
                new Export(
                        title, chosen.getFirst(), chosen, Optional.empty(), framing, milliseconds);
        if (!several() || format.holds(Holds.STEPS)) {
            out.write(to -> format.write(first, to));
            return;
        }
        Path name = Objects.requireNonNull(out.name());
        int number = steps == null ? 1 : steps.first();
        for (Slide slide : chosen) {
            Path beside = numbered(name, number++);
            out.write(beside, to -> format.write(Export.of(slide, framing), to));
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
        return rows != null && word().formats().contains(row(rows))
                ? row(rows)
                : word().format(several());
    }

    private static ExportFormat row(DataFile.Kind rows) {
        return switch (rows) {
            case EVENTS -> ExportFormat.EVENTS;
            case TABLES -> ExportFormat.TABLES;
        };
    }

    private FormatWord word() {
        return format != null ? format : named().orElse(FormatWord.USUAL);
    }

    private Optional<FormatWord> named() {
        return Optional.ofNullable(out.name()).flatMap(FormatWord::of);
    }
}
