package shadewalk.ui.export;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.StreamSupport;
import shadewalk.export.Album;
import shadewalk.export.scene.Camera;
import shadewalk.export.scene.Subject;
import shadewalk.export.scene.Wish;

/// Steps that are written one after the other. Before each it is said how much is done, and asked
/// whether to go on.
final class Steps implements Iterable<Subject> {

    private final List<Subject> all;
    private final BooleanSupplier cancelled;
    private final DoubleConsumer progress;
    private final int rounds;
    private int done;

    /// @param progress is told how much is done, 0 to 1
    /// @param rounds how often all steps will be asked for
    Steps(List<Subject> all, BooleanSupplier cancelled, DoubleConsumer progress, int rounds) {
        this.all = all;
        this.cancelled = cancelled;
        this.progress = progress;
        this.rounds = rounds;
    }

    /// @return an iterator whose `next` throws [CancellationException] when it is over
    @Override
    public Iterator<Subject> iterator() {
        return all.stream().map(this::watched).iterator();
    }

    /// The steps as pages, each drawn when it is asked for.
    Iterator<Album.Page> pages(Wish wish) {
        return StreamSupport.stream(spliterator(), false)
                .map(step -> Camera.page(step, wish))
                .iterator();
    }

    private Subject watched(Subject step) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        progress.accept((double) done++ / (rounds * all.size()));
        return step;
    }
}
