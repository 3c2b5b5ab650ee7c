package shadewalk.ui.session;

import shadewalk.scenario.Ran;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;
import shadewalk.scenario.Timeline;

/// Small runs for tests.
public final class Runs {

    /// A 32-bit guest with one page directory (gfn 1) and one page table (gfn 5).
    private static final String MACHINE =
            """
            mode 32
            cr0 0x80000011
            cr3 0x1000
            memslot 0 0x0 0x01000000
            mem32 0x00001c08 0x00005007
            mem32 0x00005004 0x00013007
            mem32 0x00005804 0x00014007
            """;

    private Runs() {}

    /// The run of these steps, one a line.
    public static Timeline of(String steps) {
        try {
            return Ran.of(ScenarioText.parse("test", MACHINE + "ops\n" + steps));
        } catch (ScenarioProblem e) {
            throw new IllegalArgumentException(e.at("test"), e);
        }
    }

    /// Two reads of the same page table, in its lower and in its upper half.
    public static Timeline twoHalves() {
        return of("read s 0xc0801234\nread s 0xc0a01234\n");
    }
}
