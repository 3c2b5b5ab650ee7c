package shadewalk.scenario;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shadewalk.state.MmuEvent;
import shadewalk.state.Outcome;

/// What a person tries out with a machine: steps one after the other, and branches that leave a run
/// at any event and go on differently. Nothing that was done is ever lost; a branch only grows.
public final class FreePlay {

    /// The most steps a branch may have.
    public static final int MAX_STEPS = 10_000;

    /// The most branches.
    public static final int MAX_BRANCHES = 100;

    private final Machine machine;
    private final List<Strand> strands = new ArrayList<>();

    /// One line of events.
    ///
    /// @param name what the person calls it
    /// @param parent the branch it left, or -1 for the first
    /// @param leftAt the position in the parent at which it left
    /// @param steps what was done since
    /// @param timeline the whole run, the parent's part included
    public record Branch(
            String name, int parent, int leftAt, List<Step> steps, Timeline timeline) {}

    /// A branch while it grows.
    private record Strand(String name, int parent, int leftAt, List<Step> steps, Runner runner) {

        Branch branch() {
            return new Branch(name, parent, leftAt, List.copyOf(steps), runner.timeline());
        }
    }

    /// Starts the machine; branch 0 holds its start.
    public FreePlay(Machine machine, String name) {
        this.machine = machine;
        Runner runner = new Runner(machine);
        runner.start();
        strands.add(new Strand(name, -1, 0, new ArrayList<>(), runner));
    }

    /// Goes on from a run that was made elsewhere, such as a lesson's: branch 0 holds it up to a
    /// position, with the steps that led there.
    public FreePlay(Machine machine, String name, Timeline past, int upTo, List<Step> done) {
        this.machine = machine;
        Runner runner = Runner.fork(machine, past, upTo);
        strands.add(new Strand(name, -1, 0, new ArrayList<>(done), runner));
    }

    public Machine machine() {
        return machine;
    }

    /// How many branches there are.
    public int size() {
        return strands.size();
    }

    /// Branch `i`, 0 the first.
    public Branch branch(int i) {
        return strands.get(i).branch();
    }

    /// All branches, in the order in which they were made.
    public List<Branch> branches() {
        return strands.stream().map(Strand::branch).toList();
    }

    /// All steps that lead to the end of a branch, those before it left its parent included.
    ///
    /// A branch that leaves its parent in the middle of a step has not done that step; neither is
    /// it among these, and a machine that does these may then differ from the branch.
    public List<Step> stepsTo(int branch) {
        Strand strand = strands.get(branch);
        List<Step> steps = new ArrayList<>();
        if (strand.parent() >= 0) {
            List<Step> before = stepsTo(strand.parent());
            steps.addAll(before.subList(0, Math.clamp(wholeSteps(strand), 0, before.size())));
        }
        steps.addAll(strand.steps());
        return steps;
    }

    /// How many steps a parent had ended when a branch left it.
    private int wholeSteps(Strand strand) {
        Timeline past = strands.get(strand.parent()).runner().timeline();
        int whole = 0;
        for (int i = 0; i < strand.leftAt(); i++) {
            whole += past.event(i) instanceof MmuEvent.StepEnded ? 1 : 0;
        }
        // the guest's start is a step of the run that nobody asked for
        return whole - 1;
    }

    /// The step of its parent in the middle of which a branch left, if it did so.
    public Optional<Step> leftWithin(int branch) {
        Strand strand = strands.get(branch);
        if (strand.parent() < 0 || !leftInTheMiddle(strand)) {
            return Optional.empty();
        }
        List<Step> before = stepsTo(strand.parent());
        int whole = wholeSteps(strand);
        return whole >= 0 && whole < before.size()
                ? Optional.of(before.get(whole))
                : Optional.empty();
    }

    /// Whether a branch left its parent, or the one before that, in the middle of a step.
    public boolean leavesInTheMiddle(int branch) {
        Strand strand = strands.get(branch);
        if (strand.parent() < 0) {
            return false;
        }
        return leftInTheMiddle(strand) || leavesInTheMiddle(strand.parent());
    }

    private boolean leftInTheMiddle(Strand strand) {
        Timeline past = strands.get(strand.parent()).runner().timeline();
        return strand.leftAt() > 0
                && !(past.event(strand.leftAt() - 1) instanceof MmuEvent.StepEnded);
    }

    /// Whether a branch can go on.
    public boolean canRun(int branch) {
        Strand strand = strands.get(branch);
        return !strand.runner().isOver() && strand.steps().size() < MAX_STEPS;
    }

    /// Does a step at the end of a branch.
    ///
    /// @throws IllegalStateException if the branch cannot go on
    public Outcome run(int branch, Step step) {
        if (!canRun(branch)) {
            throw new IllegalStateException(PROBLEMS.get("session.over", branch));
        }
        Strand strand = strands.get(branch);
        strand.steps().add(step);
        return strand.runner().run(step);
    }

    /// Leaves a branch at a position, 0 to the size of its timeline.
    ///
    /// @return the number of the new branch
    /// @throws IllegalStateException if there are too many branches
    public int fork(int branch, int position, String name) {
        if (strands.size() == MAX_BRANCHES) {
            throw new IllegalStateException(PROBLEMS.get("session.branches", MAX_BRANCHES));
        }
        Timeline past = strands.get(branch).runner().timeline();
        Runner runner = Runner.fork(machine, past, position);
        strands.add(new Strand(name, branch, position, new ArrayList<>(), runner));
        return strands.size() - 1;
    }
}
