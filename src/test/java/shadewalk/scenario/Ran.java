package shadewalk.scenario;

/// Scenarios that were run.
public final class Ran {

    private Ran() {}

    /// All steps, or those up to the one at which the virtual machine fails.
    public static Timeline of(Scenario scenario) {
        Runner runner = new Runner(scenario.machine());
        runner.start();
        scenario.steps().stream().takeWhile(_ -> !runner.isOver()).forEach(runner::run);
        return runner.timeline();
    }
}
