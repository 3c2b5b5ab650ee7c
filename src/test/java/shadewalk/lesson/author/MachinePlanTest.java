package shadewalk.lesson.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shadewalk.read.GuestWalk;
import shadewalk.read.Operations;
import shadewalk.read.Thing;
import shadewalk.scenario.FreePlay;
import shadewalk.scenario.Mode;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.StepReader;
import shadewalk.state.State;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;

class MachinePlanTest {

    private static final Gva HERE = new Gva(0x80_1234);

    private static MachinePlan plan(Mode mode, String slot, String pages) {
        List<MachinePlan.Range> ranges =
                mode == Mode.NONPAGING
                        ? List.of()
                        : List.of(
                                new MachinePlan.Range(
                                        "0x800000", "0x10000", pages, "4K", "user writable"));
        return new MachinePlan(mode, List.of("WP"), List.of(), List.of(), List.of(slot), ranges);
    }

    private static FreePlay made(MachinePlan plan) {
        return assertInstanceOf(MachinePlan.Result.Made.class, plan.make("mine")).play();
    }

    private static State end(FreePlay play) {
        var run = play.branch(0).timeline();
        return run.at(run.size());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void everyModeStartsAndEveryOperationCanBeDone(Mode mode) throws ScenarioProblem {
        FreePlay play = made(plan(mode, "0 0x0 0x1000000", "16"));
        if (mode != Mode.NONPAGING) {
            assertEquals(new Gpa(0x11234), GuestWalk.of(end(play), HERE).gpa());
        }
        StepReader reader = new StepReader(play.machine());
        for (var operation : Operations.of(end(play), HERE, Optional.empty())) {
            FreePlay fresh = made(plan(mode, "0 0x0 0x1000000", "16"));
            fresh.run(0, reader.read(operation.text()));
            assertEquals(1, fresh.branch(0).steps().size(), operation.text());
        }
    }

    @Test
    void whatIsWrongIsSaid() {
        for (MachinePlan wrong :
                List.of(
                        plan(Mode.PT32, "0 zero 0x1000000", "16"),
                        plan(Mode.PT32, "0 0x0 0x1000000 fast", "16"),
                        plan(Mode.PT32, "0 0x0 0x1000000", "many"),
                        plan(Mode.PT32, "0 0x0 0x1000000", "1000000"),
                        plan(Mode.PT32, "0 0x0 0x1001", "1"))) {
            var refused = assertInstanceOf(MachinePlan.Result.Wrong.class, wrong.make("mine"));
            assertTrue(!refused.sentences().isEmpty());
            assertTrue(refused.sentences().stream().noneMatch(String::isBlank));
        }
    }

    @Test
    void anEntryIsWrittenByTheGuestWhereItSeesItAndElseByTheHost() {
        MachinePlan plain = plan(Mode.PT32, "0 0x0 0x1000000", "1");
        Thing.GuestEntry entry = new Thing.GuestEntry(new Gfn(1), 2);
        assertEquals("poke32 0x1008 0x7", Operations.write(end(made(plain)), entry, 7));
        MachinePlan seen =
                new MachinePlan(
                        Mode.PT32,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new MachinePlan.Range("0x800000", "0x0", "16", "4K", "writable")));
        assertEquals("write s 0x801008 0x7 4", Operations.write(end(made(seen)), entry, 7));
    }
}
