package shadewalk.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Palette;
import shadewalk.diagram.bits.BitsPicture;
import shadewalk.diagram.note.Notes;
import shadewalk.diagram.quadrants.QuadrantsPicture;
import shadewalk.diagram.tables.TablesPicture;
import shadewalk.diagram.walk.WalkPicture;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.read.EntryPair;
import shadewalk.read.Mask;
import shadewalk.read.Note;
import shadewalk.read.Picture;
import shadewalk.read.Seen;
import shadewalk.read.Telling;
import shadewalk.read.View;
import shadewalk.scenario.Ran;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;
import shadewalk.scenario.Timeline;
import shadewalk.x86.Gva;

/// Draws pictures of a scenario into a folder, to be looked at: `FOLDER VIEW FILE STEP [EVENT...]`,
/// where EVENT is the simple name of an event kind; without one the end of the step is drawn.
public final class Gallery {

    private Gallery() {}

    public static void main(String[] args) throws IOException, ScenarioProblem {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        Path file = Path.of(args[2]);
        Timeline timeline = timeline(file);
        int step = Integer.parseInt(args[3]);
        int start = timeline.stepStart(step);
        int end = timeline.stepEnd(step);
        List<String> kinds = List.of(args).subList(4, args.length);
        for (int n = start; n <= end; n++) {
            String kind = n == 0 ? "" : timeline.event(n - 1).getClass().getSimpleName();
            boolean wanted =
                    kinds.isEmpty()
                            ? n == end
                            : n > start && (kinds.contains(kind) || kinds.contains("all"));
            if (wanted) {
                String name = file.getFileName().toString().replaceFirst("[.](scn|json)$", "");
                String stem = "%s-%s-%d-%03d-%s".formatted(args[1], name, step, n - start, kind);
                save(draw(args[1], timeline, n), folder.resolve(stem));
            }
        }
    }

    /// A scenario, or what a lesson does up to its end.
    private static Timeline timeline(Path file) throws ScenarioProblem {
        if (file.toString().endsWith(".json")) {
            LessonPlayer player = LessonPlayer.open(LessonFile.read(file)).value();
            return Objects.requireNonNull(player, file + " cannot be played")
                    .performance()
                    .scenes()
                    .getLast()
                    .timeline();
        }
        return Ran.of(ScenarioText.read(file));
    }

    private static Diagram draw(String view, Timeline timeline, int n) {
        Seen seen = View.of(Picture.WALK, timeline, n, new Gva(0)).seen();
        return switch (view) {
            case "walk" -> WalkPicture.of(seen);
            case "quadrants" -> QuadrantsPicture.of(seen);
            case "noted" ->
                    Notes.on(
                            WalkPicture.of(seen),
                            List.of(
                                    new Note("gfn5/e1", "PTE 1 serves the lower half"),
                                    new Note("sp3/spte4", "even: quadrant 0"),
                                    new Note("sp3/spte5", "odd: quadrant 1")),
                            "");
            case "tables" -> TablesPicture.of(seen);
            case "bits" -> BitsPicture.of(seen);
            case "pde" -> bits(EntryPair.of(seen.state(), seen.story().gva(), 2), Set.of());
            case "masks" -> bits(seen.pair(), Set.of(Mask.Family.values()));
            default -> throw new IllegalArgumentException("no view " + view);
        };
    }

    private static Diagram bits(EntryPair pair, Set<Mask.Family> masks) {
        return BitsPicture.of(pair, masks, Telling.ALL);
    }

    private static void save(Diagram diagram, Path stem) throws IOException {
        diagram.byId();
        Files.write(stem.resolveSibling(stem.getFileName() + ".txt"), diagram.plain());
        for (Palette palette : Palette.all()) {
            Path file = stem.resolveSibling(stem.getFileName() + "-" + palette + ".png");
            try (OutputStream out = Files.newOutputStream(file)) {
                PngWriter.write(new Shot(diagram, palette, 1), out);
            }
        }
        Path svg = stem.resolveSibling(stem.getFileName() + ".svg");
        try (OutputStream out = Files.newOutputStream(svg)) {
            SvgWriter.write(new Shot(diagram, Palette.LIGHT, 1), out);
        }
    }
}
