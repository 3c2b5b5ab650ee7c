package shadewalk.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final String RECORDED =
            """
            scenario a.scn
            step 0: start
            set at <t0>+000
            root=<t1> level=3
            result 0: ok

            step 1: nop s
            set at <t0>+008
            result 1: ok
            end of scenario, 1 steps
            """;

    @Test
    void equalTextsAgree() throws RecordingProblem {
        var result = compare(RECORDED);
        assertEquals("2 of 2 steps, 9 of 9 lines agree", result.summary());
        assertNull(result.difference());
    }

    @Test
    void tablesMayHaveOtherNames() throws RecordingProblem {
        assertEquals(
                "2 of 2 steps, 9 of 9 lines agree",
                compare(RECORDED.replace("<t0>", "<t7>").replace("<t1>", "<t0>")).summary());
    }

    @Test
    void theRecordingMayHaveTwoNamesForOneTable() throws RecordingProblem {
        assertEquals(
                "2 of 2 steps, 9 of 9 lines agree",
                compare(RECORDED.replace("<t0>", "<t1>")).summary());
    }

    @Test
    void oneNameOfTheRecordingMayNotMeanTwoTables() throws RecordingProblem {
        var result = compare(RECORDED.replace("<t0>+008", "<t2>+008"));
        assertEquals("1 of 2 steps, 6 of 9 lines agree", result.summary());
    }

    @Test
    void theFirstDifferenceComesWithItsStepAndNeighbours() throws RecordingProblem {
        var result = compare(RECORDED.replace("+008", "+010"));
        assertEquals("1 of 2 steps, 6 of 9 lines agree", result.summary());
        assertEquals(
                new Comparison.Difference(
                        "step 1: nop s",
                        List.of(
                                "set at <t0>+000",
                                "root=<t1> level=3",
                                "result 0: ok",
                                "step 1: nop s"),
                        "set at <t0>+010",
                        "set at <t0>+008",
                        List.of("result 1: ok", "end of scenario, 1 steps"),
                        List.of("result 1: ok", "end of scenario, 1 steps")),
                result.difference());
    }

    @Test
    void aModelThatEndsEarlySaysNothingThere() throws RecordingProblem {
        var result = compare(RECORDED.substring(0, RECORDED.indexOf("result 1")));
        assertEquals("1 of 2 steps, 7 of 9 lines agree", result.summary());
        var difference = Objects.requireNonNull(result.difference());
        assertNull(difference.model());
        assertEquals("result 1: ok", difference.recorded());
    }

    @Test
    void aModelThatGoesOnIsTooMuch() throws RecordingProblem {
        var result = compare(RECORDED + "kvm_page_fault: more\n");
        assertEquals("1 of 2 steps, 9 of 9 lines agree", result.summary());
        var difference = Objects.requireNonNull(result.difference());
        assertEquals("kvm_page_fault: more", difference.model());
        assertNull(difference.recorded());
    }

    @Test
    void aDifferenceBeforeTheFirstStepIsInTheSetup() throws RecordingProblem {
        var result = compare(RECORDED.replace("a.scn", "b.scn"));
        assertEquals("0 of 2 steps, 0 of 9 lines agree", result.summary());
        assertEquals("setup", Objects.requireNonNull(result.difference()).step());
    }

    @Test
    void anUnreadableRecordingIsReportedAtTheEnd() {
        var comparison = new Comparison(recording("mode 32\n"));
        comparison.accept("scenario a.scn");
        comparison.accept("step 0: start");
        assertThrows(RecordingProblem.class, comparison::finish);
    }

    private static Comparison.Result compare(String model) throws RecordingProblem {
        var comparison = new Comparison(recording(RECORDED));
        model.lines().forEach(comparison::accept);
        return comparison.finish();
    }

    private static Recording recording(String text) {
        return Recording.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
