package shadewalk.export.format;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import shadewalk.export.scene.Slide;

/// Steps that are written one after the other. Before each it is said how much is done, and asked
/// whether to go on.
public final class Steps implements Iterable<Slide> {

    private final List<Slide> all;
    private final int rounds;
    private final BooleanSupplier cancelled;
    private final DoubleConsumer progress;
    private int done;

    /// @param rounds how often all steps will be asked for
    /// @param progress is told how much is done, 0 to 1
    public Steps(List<Slide> all, int rounds, BooleanSupplier cancelled, DoubleConsumer progress) {
        this.all = List.copyOf(all);
        this.rounds = rounds;
        this.cancelled = cancelled;
        this.progress = progress;
    }

    /// @return an iterator whose `next` throws [CancellationException] when it is over
    @Override
    public Iterator<Slide> iterator() {
        return all.stream().map(this::watched).iterator();
    }

    private Slide watched(Slide step) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        progress.accept((double) done++ / (rounds * all.size()));
        return step;
    }
}
