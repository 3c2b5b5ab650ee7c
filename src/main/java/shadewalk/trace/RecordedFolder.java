package shadewalk.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;

/// A folder of recordings beside the folder of the scenarios they are of: `first.ev`, `first.trace`
/// or `first.ev.gz` in the one belongs to `first.scn` or `first.scn.gz` in the other.
public final class RecordedFolder {

    private static final Pattern SCENARIO = Pattern.compile("(.+)\\.scn(\\.gz)?");
    private static final Pattern RECORDING = Pattern.compile("(.+)\\.(ev|trace)(\\.gz)?");

    private RecordedFolder() {}

    /// A scenario and a recording of it.
    ///
    /// @param name the name of both files without their endings
    public record Pair(String name, Path scenario, Path recording) {

        @Override
        public String toString() {
            return name;
        }

        /// Runs the scenario and compares. Recordings name their scenario as `NAME.scn`.
        public Comparison.Result compare() throws ScenarioProblem, RecordingProblem, IOException {
            Scenario read = ScenarioText.read(scenario);
            try (Recording recorded = Recording.open(recording)) {
                Comparison comparison = new Comparison(recorded);
                TraceWriter.run(
                        new Scenario(name + ".scn", read.machine(), read.steps()),
                        comparison::accept);
                return comparison.finish();
            }
        }
    }

    /// All recordings whose scenario is there too, by name.
    public static List<Pair> pairs(Path scenarios, Path recordings) throws IOException {
        Map<String, Path> byName = new HashMap<>();
        for (Path file : files(scenarios)) {
            var matcher = SCENARIO.matcher(name(file));
            if (matcher.matches()) {
                byName.put(matcher.group(1), file);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (Path file : files(recordings)) {
            var matcher = RECORDING.matcher(name(file));
            Path scenario = matcher.matches() ? byName.get(matcher.group(1)) : null;
            if (scenario != null) {
                pairs.add(new Pair(matcher.group(1), scenario, file));
            }
        }
        return pairs;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
