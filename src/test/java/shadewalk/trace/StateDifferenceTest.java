package shadewalk.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import shadewalk.scenario.Runner;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;
import shadewalk.scenario.Timeline;
import shadewalk.state.State;
import shadewalk.trace.StateDifference.Item;

/// Two states are told apart by what a reader would name: registers, memory, entries, counters.
class StateDifferenceTest {

    private static final String MACHINE =
            """
            mode 32
            cr0 0x80010011
            cr3 0x1000
            memslot 0 0 0x100000
            mem32 0x1004 0x2007
            mem32 0x2004 0x10007
            ops
            """;

    @Test
    void isEmptyForEqualStates() throws ScenarioProblem {
        Timeline run = run("read s 0x401000\n");

        assertEquals(
                List.of(), StateDifference.between(run.at(run.size()), end("read s 0x401000")));
    }

    @Test
    void namesWhatAReadChanges() throws ScenarioProblem {
        List<Item> items = StateDifference.between(end(""), end("read s 0x401000"));

        assertTrue(
                items.contains(
                        new Item("memory 0x2000", "0x0001000700000000", "0x0001002700000000")),
                items::toString);
        assertTrue(
                items.contains(new Item("sp gfn 1 l2 q0 wux spte 2", "-", "-> sp gfn 2 l1 q0 wux")),
                items::toString);
        assertTrue(items.contains(new Item("pf_taken", "0", "1")), items::toString);
    }

    @Test
    void namesARegister() throws ScenarioProblem {
        List<Item> items = StateDifference.between(end(""), end("cr4 0x10"));

        assertTrue(items.contains(new Item("CR4", "0x0", "0x10")), items::toString);
    }

    private static State end(String steps) throws ScenarioProblem {
        Timeline run = run(steps);
        return run.at(run.size());
    }

    private static Timeline run(String steps) throws ScenarioProblem {
        Scenario scenario = ScenarioText.parse("test", MACHINE + steps);
        return Runner.run(scenario);
    }
}
