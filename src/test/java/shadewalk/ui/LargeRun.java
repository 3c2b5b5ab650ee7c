package shadewalk.ui;

import shadewalk.scenario.Runner;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;
import shadewalk.scenario.Timeline;

/// A run with thousands of shadow pages, built in the language of scenarios: a guest with many page
/// tables, each of them used in both halves.
public final class LargeRun {

    private static final long FIRST_TABLE = 0x10000;

    private LargeRun() {}

    /// Uses two pages of each table, and goes on until there are enough events.
    ///
    /// @param tables 1 to 1,000 page tables; twice as many shadow pages stand for them
    public static Timeline of(int tables, int events) {
        Scenario scenario = scenario(tables);
        Runner runner = new Runner(scenario.machine());
        runner.start();
        for (int i = 0; i < scenario.steps().size() || runner.timeline().size() < events; i++) {
            runner.run(scenario.steps().get(i % scenario.steps().size()));
        }
        return runner.timeline();
    }

    private static Scenario scenario(int tables) {
        try {
            return ScenarioText.parse("large", text(tables, 1));
        } catch (ScenarioProblem e) {
            throw new AssertionError(e.at("large"), e);
        }
    }

    /// The same as a file of a scenario, which uses all pages so many times.
    static String text(int tables, int rounds) {
        StringBuilder text = new StringBuilder();
        text.append("mode 32\ncr0 0x80000011\ncr3 0x1000\nmemslot 0 0x0 0x20000000\n");
        text.append("mmupages 4000\n");
        for (int i = 1; i <= tables; i++) {
            long table = FIRST_TABLE + i << 12;
            text.append("mem32 0x%x 0x%x\n".formatted(0x1000 + 4 * i, table | 7));
            text.append("mem32 0x%x 0x100067\n".formatted(table));
            text.append("mem32 0x%x 0x101067\n".formatted(table + 0x800));
        }
        text.append("ops\n");
        for (int i = 0; i < tables * rounds; i++) {
            long gva = (long) (i % tables + 1) << 22;
            text.append("read u 0x%x\nread u 0x%x\n".formatted(gva, gva + 0x20_0000));
        }
        return text.toString();
    }
}
