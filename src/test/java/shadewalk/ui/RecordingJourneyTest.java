package shadewalk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;
import shadewalk.trace.TraceWriter;

/// A reviewer holds the open run against what a kernel recorded.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX and JUnit fill the fields
class RecordingJourneyTest {

    private static final String STEPS =
            """
            read s 0x401234
            write s 0x401234 7
            """;

    private Path home;
    private ChosenFiles files;
    private Journey journey;

    @Start
    void start(Stage stage) throws IOException {
        home = Files.createTempDirectory("shadewalk-recording");
        files = new ChosenFiles(home);
        journey = Journey.begin(stage, home, files);
    }

    @BeforeEach
    void openScenario() throws IOException, TimeoutException {
        journey.openPlay(STEPS);
    }

    /// The lines of the run, recorded under another name.
    private static List<String> lines() throws ScenarioProblem {
        Scenario read = ScenarioText.parse("other.scn", Journey.SMALL_GUEST + STEPS);
        List<String> lines = new ArrayList<>();
        TraceWriter.run(read, lines::add);
        return lines;
    }

    private void compareWith(List<String> lines) throws IOException {
        Path recording = home.resolve("kernel.ev");
        Files.write(recording, lines);
        files.willOpen(recording);
        journey.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
    }

    @Test
    void aRecordingThatAgreesSaysSo() throws ScenarioProblem, IOException {
        compareWith(lines());
        journey.untilThereIs("#comparison-summary");
        String summary = journey.get(() -> journey.label("#comparison-summary"));
        assertTrue(summary.startsWith("kernel.ev agrees with this run: all 3 actions"), summary);
        assertFalse(journey.sees("#comparison-report"));
    }

    @Test
    void theFirstDifferenceIsShownWhereItIs() throws ScenarioProblem, IOException {
        List<String> lines = lines();
        int second = 0;
        while (!lines.get(second).startsWith("step 2:")) {
            second++;
        }
        lines.set(second + 1, "kvm_mmu_spte_requested: something else");

        compareWith(lines);
        journey.untilThereIs("#comparison-summary");

        String summary = journey.get(() -> journey.label("#comparison-summary"));
        assertTrue(summary.contains(lines.get(second)), summary);
        assertTrue(summary.contains("2 of 3 actions"), summary);
        journey.fire("#comparison-show");
        int step = journey.get(() -> journey.workspace().session().moment().step());
        assertEquals(2, step);
    }

    @Test
    void aFileThatIsNoRecordingIsExplainedAndTheRunStays() throws IOException, TimeoutException {
        int position = journey.position();
        compareWith(List.of("hello", "world"));
        journey.until("a notice says so", () -> !journey.workspace().notices().shown().isEmpty());
        String notice = journey.get(() -> journey.workspace().notices().shown().getFirst().text());
        assertTrue(notice.contains("kernel.ev:1: this is not a recording"), notice);
        assertEquals(position, journey.position());
    }
}
