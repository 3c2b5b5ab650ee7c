package shadewalk.scenario;

import java.util.Arrays;
import shadewalk.state.MmuEvent;
import shadewalk.state.State;

/// The record of a run while it grows: every event, and every so often the state after it.
///
/// One thread appends. Each [#timeline] is a view of what was there at that moment and may be given
/// to any other thread; it costs nothing to make.
public final class EventLog {

    /// A state is kept after every so many events.
    static final int SPACING = 1024;

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
    public EventLog(Timeline other, int upTo) {
        this(other.at(0));
        other.copyTo(this, upTo);
    }

    /// Begins with what another run has. All chunks but the last are shared with it, so that a
    /// branch costs the same wherever it leaves.
    void begin(
            MmuEvent[][] otherChunks,
            State[] otherCheckpoints,
            int[] otherStepStarts,
            int otherSteps,
            int upTo,
            State after) {
        chunks = otherChunks.clone();
        checkpoints = otherCheckpoints.clone();
        stepStarts = otherStepStarts.clone();
        steps = otherSteps;
        size = upTo;
        last = after;
        if (size % SPACING != 0) {
            chunks[size / SPACING] = chunks[size / SPACING].clone();
        }
    }

    /// Adds one event and the state it led to.
    public void append(State after, MmuEvent event) {
        if (event instanceof MmuEvent.StepStarted) {
            stepStarts = roomFor(stepStarts, steps);
            stepStarts[steps++] = size;
        }
        int chunk = size / SPACING;
        if (size % SPACING == 0) {
            chunks = roomFor(chunks, chunk);
            chunks[chunk] = new MmuEvent[SPACING];
        }
        chunks[chunk][size % SPACING] = event;
        size++;
        last = after;
        if (size % SPACING == 0) {
            checkpoints = roomFor(checkpoints, size / SPACING);
            checkpoints[size / SPACING] = after;
        }
    }

    /// The state after the last event.
    public State last() {
        return last;
    }

    public int size() {
        return size;
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
