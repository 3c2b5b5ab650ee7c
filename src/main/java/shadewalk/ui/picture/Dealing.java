package shadewalk.ui.picture;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import shadewalk.x86.Gva;

/// Deals the address space out to the shadow pages: a cursor goes up from address 0, and each piece
/// of 2 MiB that it reaches gets its page table, each GiB its page directory.
///
/// It has no clock of its own: the window tells it how much time has passed.
public final class Dealing {

    /// Bytes that a shadow page table serves.
    private static final long PIECE = 0x20_0000;

    /// Pieces in a GiB, and in a row of the lens.
    private static final int QUARTER = 512;

    private static final int ROW = 32;
    private static final int LAST = 4 * QUARTER - 1;

    /// So many pieces come one by one before whole rows do, at the start and in each later GiB.
    private static final int SLOW_AT_FIRST = 16;

    private static final int SLOW_LATER = 4;

    /// How long a piece, or a row, stays on screen at speed 1, in seconds.
    private static final double ONE = 0.5;

    private static final double MANY = 0.2;

    private final ReadOnlyObjectWrapper<Optional<Gva>> cursor =
            new ReadOnlyObjectWrapper<>(this, "cursor", Optional.empty());
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper(this, "on");
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
    private double shownFor;

    Dealing() {
        cursor.subscribe(now -> on.set(now.isPresent()));
        playing.subscribe(now -> {
            if (now) {
                play();
            }
        });
    }

    /// How far it has come; nothing while the whole space is shown.
    public ReadOnlyObjectProperty<Optional<Gva>> cursorProperty() {
        return cursor.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    public boolean isOn() {
        return on.get();
    }

    /// Whether the cursor goes up by itself. Setting it begins at address 0, or goes on.
    public BooleanProperty playingProperty() {
        return playing;
    }

    /// Shows the whole space again.
    public void end() {
        playing.set(false);
        cursor.set(Optional.empty());
    }

    /// Somebody moves the cursor, which then waits.
    public void moveTo(Gva address) {
        playing.set(false);
        cursor.set(Optional.of(address));
    }

    /// Moves the cursor up or down by so many bytes, to the beginning of a piece of as many, within
    /// the space.
    void move(long bytes) {
        long piece = Math.abs(bytes);
        long start = Math.floorDiv(at(), piece) * piece + bytes;
        moveTo(new Gva(Math.clamp(start, 0, LAST * PIECE)));
    }

    /// Some time has passed.
    ///
    /// @param speed of the learner's choice; 1 is usual
    public void advance(double seconds, double speed) {
        if (!playing.get()) {
            return;
        }
        shownFor += seconds * speed;
        int now = (int) (at() / PIECE);
        if (shownFor >= dwell(now)) {
            shownFor = 0;
            int next = next(now);
            cursor.set(Optional.of(new Gva(next * PIECE)));
            if (next == LAST) {
                playing.set(false);
            }
        }
    }

    /// How long what is dealt out now stays alone on screen at speed 1, in seconds.
    double dwell() {
        return dwell((int) (at() / PIECE));
    }

    private void play() {
        shownFor = 0;
        if (!isOn() || at() >= LAST * PIECE) {
            cursor.set(Optional.of(new Gva(0)));
        }
    }

    private long at() {
        return cursor.get().map(Gva::raw).orElse(0L);
    }

    private static double dwell(int piece) {
        return single(piece) ? ONE : MANY;
    }

    private static boolean single(int piece) {
        return piece % QUARTER < (piece < QUARTER ? SLOW_AT_FIRST : SLOW_LATER)
                || piece % QUARTER == QUARTER - 1;
    }

    /// The piece that comes after one: the next, or the last of a row.
    private static int next(int piece) {
        int one = piece + 1;
        return single(piece) ? Math.min(LAST, one) : one + ROW - 1 - one % ROW;
    }
}
