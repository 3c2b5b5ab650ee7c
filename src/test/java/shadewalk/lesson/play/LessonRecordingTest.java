package shadewalk.lesson.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shadewalk.export.scene.PictureCheck;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.file.LessonFile;
import shadewalk.scenario.Ran;
import shadewalk.scenario.Scenario;
import shadewalk.trace.Comparison;
import shadewalk.trace.Recording;
import shadewalk.trace.RecordingProblem;
import shadewalk.trace.TraceWriter;

/// What every shipped lesson does, line by line, against what Linux 6.1 did when it was made to do
/// the same with `kvm-amd npt=0`.
///
/// The recordings were made from what `shadewalk scenario LESSON --out FOLDER` writes. A lesson
/// whose machine or actions change needs a new one.
class LessonRecordingTest {

    private static final Path MODES = Path.of("src/test/resources/modes");
    private static final Path RECORDINGS = Path.of("src/test/resources/lessons");

    static Stream<Scenario> scenarios() throws IOException, Unresolved {
        List<Scenario> all = new ArrayList<>();
        for (Path folder : List.of(Path.of("lessons"), MODES)) {
            for (Path file : lessons(folder)) {
                var player = LessonPlayer.open(LessonFile.read(file)).value();
                if (player == null) {
                    throw new AssertionError(file + " cannot be played");
                }
                all.addAll(LessonScenario.of(player.performance()));
            }
        }
        return all.stream();
    }

    private static List<Path> lessons(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }

    /// The other paging modes, of which no shipped lesson makes use.
    @Test
    void lessonsInEveryPagingModeAreTrue() throws IOException {
        for (Path file : lessons(MODES)) {
            assertEquals(List.of(), PictureCheck.check(file, Glossary.load()), file.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void linuxDoesWhatTheLessonShows(Scenario scenario) throws IOException, RecordingProblem {
        Path file = RECORDINGS.resolve(scenario.name() + ".ev.gz");
        Scenario named =
                new Scenario(scenario.name() + ".scn", scenario.machine(), scenario.steps());
        try (var recording = Recording.of(new GZIPInputStream(Files.newInputStream(file)))) {
            Comparison comparison = new Comparison(recording);
            TraceWriter.print(named, Ran.of(named), comparison::accept);
            Comparison.Result result = comparison.finish();
            assertTrue(result.agrees(), () -> file + "\n" + String.join("\n", result.report()));
        }
    }

    @Test
    void noRecordingIsLeftOver() throws IOException, Unresolved {
        Set<String> wanted =
                scenarios()
                        .map(scenario -> scenario.name() + ".ev.gz")
                        .collect(Collectors.toCollection(TreeSet::new));
        try (var files = Files.list(RECORDINGS)) {
            Set<String> there =
                    files.map(file -> String.valueOf(file.getFileName()))
                            .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(wanted, there);
        }
    }
}
