package shadewalk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import shadewalk.state.Outcome;

/// Steps of a guest without a program: each is its one access and nothing else.
class BareGuestTest {

    private static final String MACHINE =
            """
            mode 32
            cr0 0x80010011
            cr3 0x1000
            memslot 0 0x0 0x01000000
            mem32 0x1000 0x00002067
            mem32 0x2000 0x00003067
            mem32 0x3000 0x12345678
            ops
            """;

    @Test
    void aReadTellsWhatIsThere() throws ScenarioProblem {
        assertEquals(new Outcome.Value(0x12345678, 4), outcome("read s 0x0"));
        assertEquals(new Outcome.Value(0x34, 1), outcome("read s 0x2 1"));
    }

    @Test
    void anExchangeTellsWhatWasThere() throws ScenarioProblem {
        assertEquals(new Outcome.Value(0x12345678, 4), outcome("xchg s 0x0 0x5067"));
    }

    @Test
    void anExchangeStoresItsValue() throws ScenarioProblem {
        assertEquals(new Outcome.Value(0x5067, 4), outcome("xchg u 0x0 0x5067\nread u 0x0"));
    }

    private static Outcome outcome(String steps) throws ScenarioProblem {
        Scenario scenario = ScenarioText.parse("bare.scn", MACHINE + steps + "\n");
        Runner runner = new Runner(scenario.machine());
        Outcome last = runner.start();
        for (Step step : scenario.steps()) {
            last = runner.run(step);
        }
        return last;
    }
}
