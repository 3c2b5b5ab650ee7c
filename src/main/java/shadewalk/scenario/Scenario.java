package shadewalk.scenario;

import java.util.List;

/// A start and what is done from there.
///
/// Step 0 of a run starts the guest; `steps.get(0)` is step 1.
///
/// @param name what a trace calls it; for one read from a file, the file's name
public record Scenario(String name, Machine machine, List<Step> steps) {

    public Scenario {
        steps = List.copyOf(steps);
    }
}
