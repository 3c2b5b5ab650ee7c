package shadewalk.ui.session;

import shadewalk.scenario.Timeline;

/// The positions between steps: the beginning, and the end of each step.
public final class Steps {

    private Steps() {}

    /// The first boundary behind position `n`; the end of the run if there is none.
    public static int boundaryAfter(Timeline run, int n) {
        for (int step = Math.max(run.stepOf(n), 0); step < run.steps(); step++) {
            if (run.stepEnd(step) > n) {
                return run.stepEnd(step);
            }
        }
        return run.size();
    }

    /// The last boundary before position `n`; 0 if there is none.
    public static int boundaryBefore(Timeline run, int n) {
        for (int step = run.stepOf(n); step >= 0; step--) {
            if (run.stepEnd(step) < n) {
                return run.stepEnd(step);
            }
        }
        return 0;
    }
}
