package shadewalk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shadewalk.state.Outcome;

class MemslotStepTest {

    private static final Outcome INVALID = new Outcome.Refused("memslot", -22);

    @ParameterizedTest
    @CsvSource({
        "0x10000123, 0x1000",
        "0x10000000, 0x1001",
        "0xfffffffffffff000, 0x2000",
        "0x10000000, 0",
        "0x123, 0"
    })
    void whatIsNoRangeOfPagesIsRefused(String base, String bytes) throws ScenarioProblem {
        Scenario scenario =
                ScenarioText.parse(
                        "slots.scn",
                        "mode nonpaging\ncr0 0x11\nmemslot 0 0 0x1000000\nops\nmemslot 5 %s %s\n"
                                .formatted(base, bytes));
        Runner runner = new Runner(scenario.machine());
        runner.start();
        assertEquals(INVALID, runner.run(scenario.steps().get(0)));
    }
}
