package shadewalk.lesson.play;

import java.util.ArrayList;
import java.util.List;
import shadewalk.lesson.json.Read;
import shadewalk.scenario.Machine;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.Step;
import shadewalk.scenario.Watch;
import shadewalk.x86.Gpa;
import shadewalk.x86.Page;

/// Turns a lesson into scenarios that a recorder can play on a real kernel: the lesson's machine
/// with the recorder's guest program in free address space, and one scenario for each run of the
/// lesson.
public final class LessonScenario {

    private LessonScenario() {}

    /// The scenarios of a lesson, the main run first; a run that another one repeats and goes on
    /// from is left out. They are named after the lesson's id, `two-level-walk-1`.
    ///
    /// @throws Unresolved if the lesson leaves no room for the guest program
    public static List<Scenario> of(Performance performance) throws Unresolved {
        AgentPlace.Placed placed =
                new AgentPlace(performance.lesson().machine(), performance.stage()).place();
        Read<Stage> built = MachineBuilder.build(placed.plan(), performance.lesson().places());
        if (built.value() == null) {
            throw new Unresolved(built.problems().getFirst().sentence());
        }
        Machine machine = withAgent(built.value(), placed);
        List<Scenario> scenarios = new ArrayList<>();
        for (List<Step> run : runs(performance)) {
            String name = performance.lesson().id() + "-" + (scenarios.size() + 1);
            scenarios.add(new Scenario(name, machine, run));
        }
        return scenarios;
    }

    private static List<List<Step>> runs(Performance performance) {
        List<List<Step>> all = new ArrayList<>();
        for (Scene scene : performance.scenes()) {
            if (scene.run() < all.size()) {
                all.set(scene.run(), scene.trail());
            } else {
                all.add(scene.trail());
            }
        }
        List<List<Step>> longest = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!isRepeated(all.get(i), i, all)) {
                longest.add(all.get(i));
            }
        }
        return longest;
    }

    /// Whether another run begins like this one; of equal runs the first stays.
    private static boolean isRepeated(List<Step> run, int number, List<List<Step>> all) {
        for (int i = 0; i < all.size(); i++) {
            List<Step> other = all.get(i);
            boolean begins = other.size() >= run.size() && other.subList(0, run.size()).equals(run);
            if (i != number && begins && (other.size() > run.size() || i < number)) {
                return true;
            }
        }
        return false;
    }

    /// The machine with the guest program, and every table watched for A and D bits.
    private static Machine withAgent(Stage stage, AgentPlace.Placed placed) {
        Machine machine = stage.machine();
        List<Watch> watches =
                stage.tables().stream()
                        .map(table -> new Watch(new Gpa(table.gpa()), Page.SIZE))
                        .toList();
        return new Machine(
                machine.mode(),
                machine.cr0(),
                machine.cr3(),
                machine.cr4(),
                machine.efer(),
                machine.memslots(),
                machine.memory(),
                placed.agent(),
                watches,
                machine.mmuPages(),
                machine.mmioValue(),
                true,
                true);
    }
}
