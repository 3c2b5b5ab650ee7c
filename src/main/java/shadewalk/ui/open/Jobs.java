package shadewalk.ui.open;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The work that is going on behind the window.
public final class Jobs {

    private final Executor background;
    private final Executor window;
    private final ObservableList<Job> running = FXCollections.observableArrayList();

    /// @param background where the work is done
    /// @param window where results are handed over
    public Jobs(Executor background, Executor window) {
        this.background = background;
        this.window = window;
    }

    public ObservableList<Job> running() {
        return running;
    }

    /// Does some work, and hands over what came of it unless it was cancelled. What nobody foresaw
    /// ends it like anything else, and goes to the thread's handler.
    public <T> void run(String title, Function<Job, T> work, Consumer<T> then) {
        Job job = new Job(title);
        running.add(job);
        background.execute(() -> {
            try {
                T result = work.apply(job);
                window.execute(() -> hand(job, result, then));
            } finally {
                window.execute(() -> running.remove(job));
            }
        });
    }

    private static <T> void hand(Job job, T result, Consumer<T> then) {
        if (!job.isCancelled()) {
            then.accept(result);
        }
    }
}
