package shadewalk.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Hex;
import shadewalk.read.differ.ShadowChange;
import shadewalk.read.differ.ShadowChanges;
import shadewalk.read.tell.TraceWords;
import shadewalk.scenario.Machine;
import shadewalk.scenario.Runner;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.Timeline;
import shadewalk.state.MmuEvent;
import shadewalk.state.Outcome;
import shadewalk.state.State;
import shadewalk.state.Stats;

/// Prints a run as the recorder of kernel traces prints a real one: the kernel's own lines, and
/// between them markers that say which step begins, how it ended, and what it changed in watched
/// memory, in the shadow tables and in the counters.
///
/// It is fed event by event and keeps nothing but what the next lines are compared with, so a run
/// of any length can pass through. Lines have no line end.
public final class TraceWriter {

    private final Scenario scenario;
    private final Machine machine;
    private final Consumer<String> lines;
    private final Labels labels = new Labels();
    private final TraceWords words = new TraceWords(labels);
    private final WatchedMemory memory;
    private final ShadowChanges shadow = new ShadowChanges();
    private final Map<Long, String> shown = new HashMap<>();
    private Stats stats = Stats.ZERO;
    private int step;
    private boolean failed;

    /// A printer that hands its lines to `lines`.
    public TraceWriter(Scenario scenario, Consumer<String> lines) {
        this.scenario = scenario;
        this.machine = scenario.machine();
        this.lines = lines;
        this.memory = new WatchedMemory(machine.mode(), machine.watches());
    }

    /// Prints a run that is over.
    public static void print(Scenario scenario, Timeline run, Consumer<String> lines) {
        TraceWriter writer = new TraceWriter(scenario, lines);
        State state = run.at(0);
        writer.begin(state);
        for (int i = 0; i < run.size(); i++) {
            MmuEvent event = run.event(i);
            state = state.after(event);
            writer.accept(state, event);
        }
        writer.end();
    }

    /// Runs a scenario and prints it on the way, without keeping the run.
    public static void run(Scenario scenario, Consumer<String> lines) {
        TraceWriter writer = new TraceWriter(scenario, lines);
        writer.begin(scenario.machine().initialState());
        Runner.run(scenario, writer::accept);
        writer.end();
    }

    /// Prints how the machine is set up. Comes first.
    public void begin(State start) {
        line("scenario " + scenario.name());
        if (machine.mmuPages() != 0) {
            line("config mmupages=" + machine.mmuPages());
        }
        line(MarkerWords.machine(machine));
        start.slots().slots().forEach(slot -> line(MarkerWords.memslot(slot)));
        memory.look(start, (_, _, _) -> {});
    }

    /// Prints one event, if it is one that shows.
    ///
    /// @param after the state it led to
    public void accept(State after, MmuEvent event) {
        memory.saw(event);
        shadow.saw(event);
        lineIfAny(words.of(event));
        if (event instanceof MmuEvent.StepStarted(var number, var text)) {
            step = number;
            line("step " + number + ": " + text);
        } else if (event instanceof MmuEvent.StepEnded(var number, var outcome)) {
            stepEnded(number, outcome, after);
        } else if (event instanceof MmuEvent.MmioExited exit) {
            line(MarkerWords.exit(step, exit));
        } else if (event instanceof MmuEvent.RunFailed(var reason)) {
            line("fatal " + step + ": " + reason);
        }
    }

    /// Prints that the scenario is over. Comes last.
    public void end() {
        if (!failed) {
            line("end of scenario, " + step + " steps");
        }
    }

    private void stepEnded(int number, Outcome outcome, State after) {
        if (outcome instanceof Outcome.Fatal) {
            // Where the recorder itself gave up, not the machine, it has said nothing of it.
            failed = true;
            return;
        }
        lineIfAny(MarkerWords.result(number, outcome, machine.mode()));
        memory.look(after, this::memoryChanged);
        if (machine.shadow() && ranGuest(number)) {
            shadow.look(after, new ShadowLines());
        }
        if (machine.stats()) {
            lineIfAny(MarkerWords.stats(number, stats, after.stats()));
            stats = after.stats();
        }
    }

    private boolean ranGuest(int number) {
        return number == 0
                || number > scenario.steps().size()
                || scenario.steps().get(number - 1).runsGuest();
    }

    private void memoryChanged(long gpa, long was, long now) {
        int digits = machine.mode().wordBytes() * 2;
        line(
                "guestmem "
                        + step
                        + ": gpa="
                        + Hex.padded(gpa, 8)
                        + " old="
                        + Hex.padded(was, digits)
                        + " new="
                        + Hex.padded(now, digits));
    }

    private void lineIfAny(@Nullable String words) {
        if (words != null) {
            line(words);
        }
    }

    private void line(String words) {
        lines.accept(words);
    }

    /// Prints the differences of the shadow tables. What an entry was is repeated as it was printed
    /// then, even if its frame has another name by now.
    private final class ShadowLines implements ShadowChange {

        @Override
        public void root(int page, int level) {
            String table = page < 0 ? labels.paeRoot() : labels.table(page);
            line("shadow " + step + ": root=" + table + " level=" + level);
        }

        @Override
        public void entry(int level, long gva, long was, long now, int child) {
            String text = child < 0 ? labels.leaf(now) : labels.link(now, child);
            long place = gva | level;
            String before = now == 0 ? shown.remove(place) : shown.put(place, text);
            line(
                    "shadow "
                            + step
                            + ": l"
                            + level
                            + " gva="
                            + Hex.padded(gva, machine.mode().addressDigits())
                            + " spte="
                            + text
                            + (was == 0 ? "" : " (was " + before + ")"));
        }
    }
}
