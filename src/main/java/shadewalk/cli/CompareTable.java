package shadewalk.cli;

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
        out.printf("%-32s %15s %17s%n", "recording", "steps", "lines");
    }

    /// One recording; without a result if it could not be compared.
    void row(String name, Comparison.@Nullable Result result) {
        recordings++;
        if (result == null) {
            out.printf("%-32s %33s  not compared%n", name, "");
            return;
        }
        agreeing += result.agrees() ? 1 : 0;
        steps += result.steps();
        allSteps += result.allSteps();
        lines += result.lines();
        allLines += result.allLines();
        String verdict =
                result.difference() == null ? "agrees" : "differs in " + result.difference().step();
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
        out.printf(
                "%d of %d recordings, %d of %d steps, %d of %d lines agree%n",
                agreeing, recordings, steps, allSteps, lines, allLines);
        return agreeing == recordings;
    }
}
