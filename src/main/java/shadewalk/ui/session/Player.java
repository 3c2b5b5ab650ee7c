package shadewalk.ui.session;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import shadewalk.read.EventKind;
import shadewalk.read.Told;

/// Lets a session go by at the learner's pace.
///
/// It has no clock of its own: the window tells it how much time has passed.
public final class Player {

    public static final double SLOWEST = 0.25;
    public static final double FASTEST = 4;

    /// How long an ordinary event stays on screen at speed 1, in seconds.
    private static final double DWELL = 1.1;

    /// What is shown between two stops.
    public enum Pace {
        EVENT,
        STEP
    }

    private final Session session;
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1);
    private final ObjectProperty<Pace> pace = new SimpleObjectProperty<>(this, "pace", Pace.EVENT);
    private final Breakpoints breakpoints = new Breakpoints();

    private double shownFor;
    private int target = Integer.MAX_VALUE;
    private double hurry = 1;

    public Player(Session session) {
        this.session = session;
        session.momentProperty().subscribe(_ -> shownFor = 0);
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    public boolean playing() {
        return playing.get();
    }

    /// How fast, [#SLOWEST] to [#FASTEST].
    public DoubleProperty speedProperty() {
        return speed;
    }

    public ObjectProperty<Pace> paceProperty() {
        return pace;
    }

    /// Where playing stops by itself.
    public Breakpoints breakpoints() {
        return breakpoints;
    }

    /// Plays to the end; from the end, once more from the beginning.
    public void play() {
        if (session.position() >= session.limit() && session.limit() == session.timeline().size()) {
            session.toStart();
        }
        playTo(Integer.MAX_VALUE);
    }

    /// Plays to a position and stops there.
    public void playTo(int position) {
        playTo(position, Double.POSITIVE_INFINITY);
    }

    /// Plays to a position within so many seconds at speed 1, and stops there.
    public void playTo(int position, double seconds) {
        target = position;
        shownFor = 0;
        hurry = Math.min(1, seconds / duration(Math.min(position, session.limit())));
        playing.set(session.position() < Math.min(target, session.limit()));
    }

    public void pause() {
        playing.set(false);
    }

    public void toggle() {
        if (playing()) {
            pause();
        } else {
            play();
        }
    }

    public void faster() {
        speed.set(Math.min(FASTEST, speed.get() * 2));
    }

    public void slower() {
        speed.set(Math.max(SLOWEST, speed.get() / 2));
    }

    /// How long the current picture stays before the next one, in seconds.
    public double dwell() {
        double weight =
                pace.get() == Pace.STEP
                        ? 2
                        : session.moment()
                                .event()
                                .map(event -> Told.of(event).kind())
                                .map(EventKind::weight)
                                .orElse(0.5);
        return DWELL * weight * hurry / speed.get();
    }

    /// How long the events from here to a position take at speed 1, in seconds.
    private double duration(int end) {
        double sum = 0;
        for (int i = session.position(); i < end; i++) {
            sum += DWELL * Told.of(session.timeline().event(i)).kind().weight();
        }
        return Math.max(sum, DWELL);
    }

    /// Some time has passed.
    public void advance(double seconds) {
        if (!playing()) {
            return;
        }
        shownFor += seconds;
        if (shownFor < dwell()) {
            return;
        }
        int next =
                pace.get() == Pace.STEP
                        ? session.chapters().boundaryAfter(session.position())
                        : session.position() + 1;
        session.jump(Math.min(next, target));
        if (session.position() >= Math.min(target, session.limit())
                || session.flag().isPresent()
                || breakpoints.stopsAt(session.moment())) {
            pause();
        }
    }
}
