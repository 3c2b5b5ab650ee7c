package shadewalk.ui.session;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import shadewalk.read.Changes;
import shadewalk.read.EventKind;
import shadewalk.read.Moment;
import shadewalk.read.Thing;
import shadewalk.read.Told;

/// Where playing stops: at kinds of events, and at changes of things.
public final class Breakpoints {

    private final ObservableSet<EventKind> kinds =
            FXCollections.observableSet(EnumSet.noneOf(EventKind.class));
    private final ObservableSet<Thing> things = FXCollections.observableSet(new LinkedHashSet<>());

    public ObservableSet<EventKind> kinds() {
        return kinds;
    }

    public ObservableSet<Thing> things() {
        return things;
    }

    /// Sets the breakpoint at a thing, or takes it away.
    public void toggle(Thing thing) {
        if (!things.remove(thing)) {
            things.add(thing);
        }
    }

    /// Whether what has just happened is one of them.
    boolean stopsAt(Moment moment) {
        int bytes = Math.max(moment.state().cpu().registers().mode().entryBytes(), 4);
        return moment.event().stream()
                .anyMatch(event ->
                        kinds.contains(Told.of(event).kind())
                                || things.stream().anyMatch(t -> Changes.changes(event, t, bytes)));
    }
}
