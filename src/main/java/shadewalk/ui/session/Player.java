package shadewalk.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import shadewalk.lesson.settings.Settings;
import shadewalk.read.EventKind;
import shadewalk.read.Plot;
import shadewalk.read.Told;
import shadewalk.text.ReadingTime;

/// Lets a session go by at the learner's pace.
///
/// It has no clock of its own: the window tells it how much time has passed.
public final class Player {

    /// How long an ordinary event stays on screen at speed 1, in seconds.
    private static final double DWELL = 1.1;

    /// How much of its time an event takes that changes nothing in the picture.
    private static final double UNSEEN = 0.25;

    /// How long words take to come, in seconds.
    private static final double SETTLE = 0.7;

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

    private IntPredicate rests = _ -> false;
    private final List<IntSupplier> words = new ArrayList<>();
    private BooleanSupplier unseen = () -> false;
    private boolean through;
    private int coming = -1;
    private double shownFor;
    private int target = Integer.MAX_VALUE;
    private double hurry = 1;

    public Player(Session session) {
        this.session = session;
        session.momentProperty()
                .subscribe(_ -> {
                    shownFor = 0;
                    coming = -1;
                });
        restAtTurns();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    public boolean playing() {
        return playing.get();
    }

    /// How fast, [Settings#SLOWEST] to [Settings#FASTEST].
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

    /// Where playing rests, by position.
    public void setRests(IntPredicate positions) {
        rests = positions;
    }

    /// Playing rests at the turns of the plot.
    public void restAtTurns() {
        rests = position -> Plot.turns(session.timeline(), position);
    }

    /// Tells how many words have come with the current moment, for which the run waits.
    public void waitFor(IntSupplier coming) {
        words.add(coming);
    }

    /// Tells whether the current moment changed nothing in the picture, which then need not be
    /// looked at for long.
    public void hurryIf(BooleanSupplier nothingChanged) {
        unseen = nothingChanged;
    }

    /// Plays to the next rest or to the end; from the end, once more from the beginning.
    public void play() {
        begin(false);
    }

    /// The same without any rest.
    public void playThrough() {
        begin(true);
    }

    private void begin(boolean withoutRest) {
        if (session.position() >= session.limit() && session.limit() == session.timeline().size()) {
            session.toStart();
        }
        start(Integer.MAX_VALUE, Double.POSITIVE_INFINITY, withoutRest);
    }

    /// Plays to the next rest, or to a position if that comes first, and stops there.
    public void playOn(int position, double seconds) {
        start(position, seconds, false);
    }

    /// Plays to a position without any rest, and stops there. All that need not be read takes
    /// together no longer than so many seconds at speed 1.
    public void playTo(int position, double seconds) {
        start(position, seconds, true);
    }

    private void start(int position, double seconds, boolean withoutRest) {
        target = position;
        through = withoutRest;
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
        speed.set(Math.min(Settings.FASTEST, speed.get() * 2));
    }

    public void slower() {
        speed.set(Math.max(Settings.SLOWEST, speed.get() / 2));
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
        double look = DWELL * weight * hurry * (unseen.getAsBoolean() ? UNSEEN : 1);
        return Math.max(look, reading()) / speed.get();
    }

    /// How long it takes until the words of the moment have come and were read, in seconds.
    private double reading() {
        if (coming < 0) {
            coming = words.stream().mapToInt(IntSupplier::getAsInt).sum();
        }
        return coming == 0 ? 0 : SETTLE + ReadingTime.seconds(coming);
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
                || restsHere()
                || breakpoints.stopsAt(session.moment())) {
            pause();
        }
    }

    private boolean restsHere() {
        return !through
                && (session.flag().isPresent()
                        || pace.get() == Pace.EVENT && rests.test(session.position()));
    }
}
