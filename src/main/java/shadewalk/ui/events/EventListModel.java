package shadewalk.ui.events;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import shadewalk.read.EventKind;
import shadewalk.read.Told;
import shadewalk.read.tell.EventLine;
import shadewalk.scenario.EventLog;
import shadewalk.scenario.Timeline;
import shadewalk.state.MmuEvent;
import shadewalk.ui.session.Session;

/// Which events stand in the list: of the kinds that are shown, with the words that are looked for,
/// and none that is still locked.
public final class EventListModel {

    private final Session session;
    private final Executor background;
    private final Executor window;
    private final Rows rows = new Rows();
    private final ObservableSet<EventKind> hidden =
            FXCollections.observableSet(EnumSet.of(EventKind.COUNT));
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final BooleanProperty kernelOnly = new SimpleBooleanProperty(this, "kernelOnly", false);
    private int request;

    /// The run that the rows are of; the session may be at another one already.
    private Timeline listed = EventLog.ofNothing();

    /// What to list.
    private record Wanted(
            Timeline run,
            int limit,
            Set<EventKind> hidden,
            List<String> words,
            boolean kernelOnly) {

        private boolean takes(MmuEvent event) {
            if (hidden.contains(Told.of(event).kind())) {
                return false;
            }
            if (words.isEmpty() && !kernelOnly) {
                return true;
            }
            EventLine line = EventLine.of(event);
            return (line.kernels() || !kernelOnly) && line.holds(words);
        }

        int[] positions() {
            int[] found = new int[limit];
            int count = 0;
            for (int i = 0; i < limit; i++) {
                if (takes(run.event(i))) {
                    found[count++] = i + 1;
                }
            }
            return Arrays.copyOf(found, count);
        }
    }

    /// @param background where a long list is searched
    /// @param window where the list may be changed
    public EventListModel(Session session, Executor background, Executor window) {
        this.session = session;
        this.background = background;
        this.window = window;
        session.timelineProperty().subscribe(this::refresh);
        session.limitProperty().subscribe(this::refresh);
        search.subscribe(this::refresh);
        kernelOnly.subscribe(this::refresh);
        hidden.addListener((SetChangeListener<EventKind>) _ -> refresh());
        refresh();
    }

    /// The positions behind the listed events.
    public ObservableList<Integer> rows() {
        return rows;
    }

    /// Kinds that are left out.
    public ObservableSet<EventKind> hidden() {
        return hidden;
    }

    /// Words an event must have, separated by blanks; letters may be large or small.
    public StringProperty searchProperty() {
        return search;
    }

    /// Whether only what the kernel's tracepoints print is listed.
    public BooleanProperty kernelOnlyProperty() {
        return kernelOnly;
    }

    /// Whether a listed event has not happened yet, where the session is.
    boolean isLater(int position) {
        return position > session.position();
    }

    /// Whether a listed event is past: others that are not listed have happened since.
    boolean isPast(int position) {
        return position < session.position();
    }

    /// How many events there are to choose from.
    public int all() {
        return session.limit();
    }

    /// The row that stands for where the session is; -1 if there is none yet.
    public int currentRow() {
        return rows.rowOf(session.position());
    }

    public void go(int row) {
        if (listed.equals(session.timeline())) {
            session.jump(rows.get(row));
        }
    }

    /// Listed events as lines of text, to be pasted elsewhere.
    public String text() {
        StringBuilder text = new StringBuilder();
        rows.forEach(position -> text.append(line(position, event(position))));
        return text.toString();
    }

    /// The event that has just happened, as a line of text; empty at the beginning.
    public String currentText() {
        return session.moment().event().map(event -> line(session.position(), event)).orElse("");
    }

    private static String line(int position, MmuEvent event) {
        return "%6d  %s\n".formatted(position, EventLine.of(event).words());
    }

    MmuEvent event(int position) {
        return listed.event(position - 1);
    }

    private void refresh() {
        Wanted wanted =
                new Wanted(
                        session.timeline(),
                        Math.min(session.limit(), session.timeline().size()),
                        hidden.isEmpty() ? Set.of() : EnumSet.copyOf(hidden),
                        words(),
                        kernelOnly.get());
        int mine = ++request;
        background.execute(() -> {
            int[] positions = wanted.positions();
            window.execute(() -> show(mine, wanted.run(), positions));
        });
    }

    private void show(int asked, Timeline run, int[] positions) {
        if (asked == request) {
            listed = run;
            rows.replace(positions);
        }
    }

    private List<String> words() {
        String text = search.get().strip().toLowerCase(Locale.ROOT);
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }
}
