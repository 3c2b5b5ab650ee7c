package shadewalk.ui.export;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.StreamSupport;
import shadewalk.export.Album;
import shadewalk.export.scene.Camera;
import shadewalk.export.scene.Slide;
import shadewalk.lesson.session.Framing;

/// Steps that are written one after the other. Before each it is said how much is done, and asked
/// whether to go on.
final class Steps implements Iterable<Slide> {

    private final List<Slide> all;
    private final BooleanSupplier cancelled;
    private final DoubleConsumer progress;
    private final int rounds;
    private int done;

    /// @param progress is told how much is done, 0 to 1
    /// @param rounds how often all steps will be asked for
    Steps(List<Slide> all, BooleanSupplier cancelled, DoubleConsumer progress, int rounds) {
        this.all = all;
        this.cancelled = cancelled;
        this.progress = progress;
        this.rounds = rounds;
    }

    /// @return an iterator whose `next` throws [CancellationException] when it is over
    @Override
    public Iterator<Slide> iterator() {
        return all.stream().map(this::watched).iterator();
    }

    /// The steps as pages, each drawn when it is asked for.
    Iterator<Album.Page> pages(ExportChoices chosen, Framing framing) {
        return StreamSupport.stream(spliterator(), false)
                .map(step -> Camera.page(chosen.of(step), framing))
                .iterator();
    }

    private Slide watched(Slide step) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        progress.accept((double) done++ / (rounds * all.size()));
        return step;
    }
}
