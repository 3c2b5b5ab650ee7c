package shadewalk.trace;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shadewalk.scenario.ScenarioProblem;

/// Every recorded scenario, line by line, against what Linux 6.1 did with `kvm-amd npt=0`.
///
/// `-Dshadewalk.recording=20000` leaves out recordings whose packed file is larger than so many
/// bytes.
class OracleTest {

    private static final Path ORACLE = Path.of("src/test/resources/oracle");

    private static final long LARGEST = Long.getLong("shadewalk.recording", Long.MAX_VALUE);

    /// Folders of scenarios, and the folders of their recordings.
    private static final List<List<String>> FOLDERS =
            List.of(
                    List.of("scenarios", "traces/6.1"),
                    List.of("scenarios", "traces/6.1-fatal"),
                    List.of("mix", "mix-traces/6.1"));

    static List<RecordedFolder.Pair> recordings() throws IOException {
        List<RecordedFolder.Pair> pairs = new ArrayList<>();
        for (List<String> folders : FOLDERS) {
            pairs.addAll(
                    RecordedFolder.pairs(
                            ORACLE.resolve(folders.get(0)), ORACLE.resolve(folders.get(1))));
        }
        List<RecordedFolder.Pair> taken = new ArrayList<>();
        for (RecordedFolder.Pair pair : pairs) {
            if (Files.size(pair.recording()) <= LARGEST) {
                taken.add(pair);
            }
        }
        return taken;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordings")
    void theModelDoesWhatTheKernelDid(RecordedFolder.Pair recorded)
            throws IOException, ScenarioProblem, RecordingProblem {
        Comparison.Result result = recorded.compare();
        assertTrue(result.agrees(), () -> String.join("\n", result.report()));
    }
}
