package shadewalk.ui.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.SetChangeListener;
import shadewalk.read.EventKind;
import shadewalk.read.Thing;
import shadewalk.ui.action.Action;
import shadewalk.ui.action.ActionGroup;
import shadewalk.ui.session.Breakpoints;
import shadewalk.ui.session.Session;

/// Where playing stops by itself.
public final class StopActions {

    private final Session session;
    private final Breakpoints breakpoints;
    private final Consumer<Thing> changed;

    /// @param changed is told of a thing whose breakpoint was set or taken away
    public StopActions(Session session, Breakpoints breakpoints, Consumer<Thing> changed) {
        this.session = session;
        this.breakpoints = breakpoints;
        this.changed = changed;
    }

    public ActionGroup group() {
        List<Action> kinds = new ArrayList<>();
        for (EventKind kind : EventKind.values()) {
            kinds.add(
                    Action.toggle("stop-" + kind.key(), "Shortcut+Alt+" + key(kind), stops(kind)));
        }
        return new ActionGroup(
                "stops",
                List.of(
                        List.of(
                                Action.of("stop-selected", "Shortcut+Alt+T", this::selected)
                                        .when(
                                                new When(
                                                        () ->
                                                                session.selectionProperty()
                                                                        .get()
                                                                        .isPresent(),
                                                        session.selectionProperty())),
                                Action.of("stop-nowhere", "Shortcut+Alt+B", this::nowhere)),
                        kinds));
    }

    private static String key(EventKind kind) {
        return switch (kind) {
            case STEP -> "S";
            case ACCESS -> "A";
            case FAULT -> "F";
            case WALK -> "W";
            case WRITE -> "G";
            case PAGE -> "P";
            case SPTE -> "E";
            case ZAP -> "Z";
            case SYNC -> "U";
            case MMIO -> "D";
            case CPU -> "R";
            case HOST -> "H";
            case COUNT -> "N";
        };
    }

    private BooleanProperty stops(EventKind kind) {
        BooleanProperty on = new SimpleBooleanProperty(breakpoints.kinds().contains(kind));
        on.subscribe(stop -> {
            if (stop) {
                breakpoints.kinds().add(kind);
            } else {
                breakpoints.kinds().remove(kind);
            }
        });
        breakpoints
                .kinds()
                .addListener(
                        (SetChangeListener<EventKind>)
                                _ -> on.set(breakpoints.kinds().contains(kind)));
        return on;
    }

    private void selected() {
        session.selectionProperty()
                .get()
                .ifPresent(thing -> {
                    breakpoints.toggle(thing);
                    changed.accept(thing);
                });
    }

    private void nowhere() {
        breakpoints.kinds().clear();
        breakpoints.things().clear();
    }
}
