package shadewalk.ui.open;

/// Work that takes its time, told how far it is and whether it should stop.
public final class Job {

    private final String title;
    private volatile double done = -1;
    private volatile boolean cancelled;

    Job(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /// How much is done, 0 to 1; negative while that is not known.
    public double done() {
        return done;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /// Asks the work to stop at the next occasion.
    public void cancel() {
        cancelled = true;
    }

    /// Says how much is done, 0 to 1.
    public void report(double share) {
        done = share;
    }
}
