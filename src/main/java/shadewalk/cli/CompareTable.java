package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import shadewalk.trace.Comparison;

/// The table that comparing two folders prints: a line for each recording, and a sum.
final class CompareTable {

    private final PrintWriter out;
    private int recordings;
    private int agreeing;
    private long steps;
    private long allSteps;
    private long lines;
    private long allLines;

    CompareTable(PrintWriter out) {
        this.out = out;
        out.printf(
                "%-32s %15s %17s%n",
                COMMANDS.get("compare-table.recording"),
                COMMANDS.get("compare-table.steps"),
                COMMANDS.get("compare-table.lines"));
    }

    /// One recording; without a result if it could not be compared.
    void row(String name, Comparison.@Nullable Result result) {
        recordings++;
        if (result == null) {
            out.printf("%-32s %33s  %s%n", name, "", COMMANDS.get("compare-table.not-compared"));
            return;
        }
        agreeing += result.agrees() ? 1 : 0;
        steps += result.steps();
        allSteps += result.allSteps();
        lines += result.lines();
        allLines += result.allLines();
        String verdict =
                result.difference() == null
                        ? COMMANDS.get("compare-table.agrees")
                        : COMMANDS.get("compare-table.differs-in", result.difference().step());
        out.printf(
                "%-32s %15s %17s  %s%n",
                name,
                result.steps() + "/" + result.allSteps(),
                result.lines() + "/" + result.allLines(),
                verdict);
        out.flush();
    }

    /// The sum.
    ///
    /// @return whether everything agrees
    boolean end() {
        out.println(
                COMMANDS.get(
                        "compare-table.sum",
                        agreeing,
                        recordings,
                        steps,
                        allSteps,
                        lines,
                        allLines));
        return agreeing == recordings;
    }
}
