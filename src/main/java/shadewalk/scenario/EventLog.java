package shadewalk.scenario;

import java.util.Arrays;
import java.util.List;
import shadewalk.state.MmuEvent;
import shadewalk.state.State;

/// The record of a run while it grows: every event, and every so often the state after it.
///
/// One thread appends. Each [#timeline] is a view of what was there at that moment and may be given
/// to any other thread; it costs nothing to make.
public final class EventLog {

    private MmuEvent[][] chunks = new MmuEvent[16][];
    private State[] checkpoints = new State[16];
    private int[] stepStarts = new int[64];
    private int size;
    private int steps;
    private State last;

    /// An empty record of a run that begins in this state.
    public EventLog(State start) {
        checkpoints[0] = start;
        last = start;
    }

    /// A record that begins like another run up to position `upTo`, and may go on differently.
    ///
    /// All chunks but the last are shared with it, so that a branch costs the same wherever it
    /// leaves.
    public EventLog(Timeline other, int upTo) {
        chunks = other.chunks.clone();
        checkpoints = other.checkpoints.clone();
        stepStarts = other.stepStarts.clone();
        steps = other.stepOf(upTo) + 1;
        size = upTo;
        last = other.at(upTo);
        if (size % Timeline.SPACING != 0) {
            int begun = size / Timeline.SPACING;
            chunks[begun] = chunks[begun].clone();
        }
    }

    /// A run of nothing, on a machine without memory.
    public static Timeline ofNothing() {
        Machine machine =
                new Machine(
                        Mode.PT32,
                        0,
                        0,
                        0,
                        0,
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        0,
                        Machine.MMIO_VALUE,
                        false,
                        false);
        return new EventLog(machine.initialState()).timeline();
    }

    /// Adds one event and the state it led to.
    public void append(State after, MmuEvent event) {
        if (event instanceof MmuEvent.StepStarted) {
            stepStarts = roomFor(stepStarts, steps);
            stepStarts[steps++] = size;
        }
        int chunk = size / Timeline.SPACING;
        if (size % Timeline.SPACING == 0) {
            chunks = roomFor(chunks, chunk);
            chunks[chunk] = new MmuEvent[Timeline.SPACING];
        }
        chunks[chunk][size % Timeline.SPACING] = event;
        size++;
        last = after;
        if (size % Timeline.SPACING == 0) {
            checkpoints = roomFor(checkpoints, size / Timeline.SPACING);
            checkpoints[size / Timeline.SPACING] = after;
        }
    }

    /// The state after the last event.
    public State last() {
        return last;
    }

    /// The run up to now.
    public Timeline timeline() {
        return new Timeline(chunks, checkpoints, size, last, stepStarts, steps);
    }

    /// Growing makes a new array, and what is filled is never written again, so that timelines can
    /// share the arrays they were made with.
    private static <T> T[] roomFor(T[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, array.length * 2);
    }

    private static int[] roomFor(int[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, array.length * 2);
    }
}
