package shadewalk.scenario;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Predicate;
import shadewalk.state.MmuEvent;
import shadewalk.state.State;

/// A run as something to move about in: its events, and the state at every position.
///
/// Position n stands after the first n events, so that 0 is the beginning and [#size] the end, and
/// event n leads from position n to position n + 1. A timeline never changes and may be used by
/// several threads.
public final class Timeline {

    /// A state is kept after every so many events.
    static final int SPACING = 1024;

    final MmuEvent[][] chunks;
    final State[] checkpoints;
    final int[] stepStarts;
    private final int size;
    private final State last;
    private final int steps;

    Timeline(
            MmuEvent[][] chunks,
            State[] checkpoints,
            int size,
            State last,
            int[] stepStarts,
            int steps) {
        this.chunks = chunks;
        this.checkpoints = checkpoints;
        this.size = size;
        this.last = last;
        this.stepStarts = stepStarts;
        this.steps = steps;
    }

    /// How many events there are.
    public int size() {
        return size;
    }

    /// Event `i`, 0 to `size - 1`.
    public MmuEvent event(int i) {
        Objects.checkIndex(i, size);
        return chunks[i / SPACING][i % SPACING];
    }

    /// The state after the first `n` events, 0 to `size`. Replays at most 1,023 of them.
    public State at(int n) {
        Objects.checkIndex(n, size + 1);
        if (n == size) {
            return last;
        }
        State state = checkpoints[n / SPACING];
        for (int i = n - n % SPACING; i < n; i++) {
            state = state.after(event(i));
        }
        return state;
    }

    /// How many steps were begun.
    public int steps() {
        return steps;
    }

    /// The position before the first event of a step, 0 to `steps - 1`.
    public int stepStart(int step) {
        return stepStarts[Objects.checkIndex(step, steps)];
    }

    /// The position after the last event of a step, 0 to `steps - 1`.
    public int stepEnd(int step) {
        Objects.checkIndex(step, steps);
        return step + 1 < steps ? stepStarts[step + 1] : size;
    }

    /// The step that the event before position `n` belongs to, or -1 where no step has begun.
    public int stepOf(int n) {
        Objects.checkIndex(n, size + 1);
        int found = Arrays.binarySearch(stepStarts, 0, steps, n);
        return found >= 0 ? found - 1 : -found - 2;
    }

    /// The first position after `from` that stands right behind such an event.
    public OptionalInt next(int from, Predicate<? super MmuEvent> wanted) {
        for (int n = from + 1; n <= size; n++) {
            if (wanted.test(event(n - 1))) {
                return OptionalInt.of(n);
            }
        }
        return OptionalInt.empty();
    }

    /// The last position before `from` that stands right behind such an event.
    public OptionalInt previous(int from, Predicate<? super MmuEvent> wanted) {
        for (int n = from - 1; n > 0; n--) {
            if (wanted.test(event(n - 1))) {
                return OptionalInt.of(n);
            }
        }
        return OptionalInt.empty();
    }
}
