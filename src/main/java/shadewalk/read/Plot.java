package shadewalk.read;

import java.util.Optional;
import shadewalk.scenario.Timeline;
import shadewalk.state.MmuEvent;

/// The turns of the plot: where somebody who watches a run wants to look twice.
public final class Plot {

    private Plot() {}

    /// Whether a position stands right behind a turn: a fault or an exit, a page that was made,
    /// something that went away, a table that fell out of sync or was brought back, a device that
    /// was met. Several of a kind in a row are one turn, which is over with the last of them.
    public static boolean turns(Timeline run, int position) {
        Optional<EventKind> now = turn(run, position);
        return now.isPresent() && !turn(run, position + 1).equals(now);
    }

    /// The position right behind the last event of its step that changed a table or an entry; the
    /// moment's own if none did.
    public static int lastChange(Moment moment) {
        Timeline run = moment.timeline();
        int start = moment.step() < 0 ? 0 : run.stepStart(moment.step());
        for (int at = moment.position(); at > start; at--) {
            if (changes(run.event(at - 1))) {
                return at;
            }
        }
        return moment.position();
    }

    private static boolean changes(MmuEvent event) {
        return Told.of(event).touch().filter(t -> t.kind() != Touch.Kind.READ).isPresent();
    }

    private static Optional<EventKind> turn(Timeline run, int position) {
        if (position < 1 || position > run.size()) {
            return Optional.empty();
        }
        MmuEvent event = run.event(position - 1);
        Told told = Told.of(event);
        boolean made = told.touch().filter(t -> t.kind() == Touch.Kind.MADE).isPresent();
        return switch (told.kind()) {
            case FAULT, ZAP, SYNC, MMIO -> Optional.of(told.kind());
            case PAGE -> made ? Optional.of(EventKind.PAGE) : Optional.empty();
            case STEP, ACCESS, WALK, WRITE, SPTE, CPU, HOST, COUNT -> Optional.empty();
        };
    }
}
