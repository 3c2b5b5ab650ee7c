package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.EventFilter;
import shadewalk.lesson.Show;
import shadewalk.read.Changes;
import shadewalk.read.Note;
import shadewalk.read.Thing;
import shadewalk.read.View;
import shadewalk.scenario.Machine;
import shadewalk.scenario.Timeline;
import shadewalk.state.MmuEvent;
import shadewalk.state.Outcome;
import shadewalk.state.State;
import shadewalk.x86.Gva;

/// One stop of a lesson that is being played: the state there, and what happened since the stop
/// before. Expressions of the lesson are looked up in it; [Expressions] lists them.
public final class Stretch {

    private final Stage stage;
    private final Timeline timeline;
    private final int from;
    private final int to;
    private final State state;

    /// @param from position at which the stop begins
    /// @param to position at which it ends
    Stretch(Stage stage, Timeline timeline, int from, int to) {
        this.stage = stage;
        this.timeline = timeline;
        this.from = from;
        this.to = to;
        this.state = timeline.at(to);
    }

    Stage stage() {
        return stage;
    }

    /// The lesson's machine.
    public Machine machine() {
        return stage.machine();
    }

    Timeline timeline() {
        return timeline;
    }

    /// The position at which the stop ends.
    int to() {
        return to;
    }

    /// The position behind the last change of a thing in the stop.
    OptionalInt lastChange(Thing thing) {
        OptionalInt last = Changes.last(timeline, to, thing);
        return last.isPresent() && last.getAsInt() > from ? last : OptionalInt.empty();
    }

    /// The state at the end of the stop.
    public State state() {
        return state;
    }

    /// The state at its beginning.
    State before() {
        return timeline.at(from);
    }

    /// How the last action that ended in this stop ended; null if none did.
    @Nullable Outcome outcome() {
        for (int i = to - 1; i >= from; i--) {
            if (timeline.event(i) instanceof MmuEvent.StepEnded(_, var outcome)) {
                return outcome;
            }
        }
        return null;
    }

    /// What an expression comes to here.
    ///
    /// @throws Unresolved if it comes to nothing, with the reason
    public Value evaluate(String expression) throws Unresolved {
        return new Expressions(this).evaluate(expression);
    }

    /// The address that a number, a name, or a name with an offset stands for.
    ///
    /// @throws Unresolved if there is no such name
    public long address(String text) throws Unresolved {
        return stage.names().address(text);
    }

    /// The thing that an expression names.
    ///
    /// @throws Unresolved if it names nothing that is here, with the reason
    public Thing thing(String expression) throws Unresolved {
        return new Things(this).thing(expression);
    }

    /// What the thing is called that an expression names.
    ///
    /// @throws Unresolved if it names nothing that is here, with the reason
    String words(String expression) throws Unresolved {
        return new Things(this).words(expression);
    }

    /// The same; nothing for an empty expression, or for one that comes to nothing, which was
    /// reported when the lesson was checked.
    public Optional<String> idOf(String expression) {
        try {
            return expression.isEmpty() ? Optional.empty() : Optional.of(thing(expression).id());
        } catch (Unresolved _) {
            return Optional.empty();
        }
    }

    /// The address that a text stands for, in the same way.
    Optional<Gva> addressOf(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new Gva(address(text)));
        } catch (Unresolved _) {
            return Optional.empty();
        }
    }

    /// What a stop's author wants seen at its end.
    ///
    /// @param usual the address to show where neither the lesson nor an event names one
    View view(Show show, Gva usual) {
        var end = new shadewalk.read.Moment(timeline, to, state);
        List<Note> notes = new ArrayList<>();
        for (Show.Callout callout : show.callouts()) {
            idOf(callout.at()).ifPresent(id -> notes.add(new Note(id, callout.text())));
        }
        Gva address = addressOf(show.address()).orElseGet(() -> end.address(usual));
        View view =
                View.of(show.view(), end, address)
                        .selecting(idOf(show.select()).orElse(""))
                        .noting(notes);
        return show.sizes() == null ? view : view.sized(show.sizes().tables());
    }

    /// Whether a value is what a text says: a word, a number, or an expression of the same value.
    boolean matches(Value value, String expected) throws Unresolved {
        if (value.is(expected)) {
            return true;
        }
        if (value.number() == null || !Expressions.looksLikeOne(expected, stage.names())) {
            return false;
        }
        return value.number().equals(evaluate(expected).number());
    }

    /// How many events of the stop fit.
    int count(EventFilter filter) throws Unresolved {
        EventFilter plain = plain(filter);
        int count = 0;
        for (int i = from; i < to; i++) {
            if (EventParts.fits(timeline.event(i), plain.event(), plain.with())) {
                count++;
            }
        }
        return count;
    }

    /// A part of an event of this name in the stop.
    ///
    /// @param nth which one, counted from 1
    Value part(String name, String part, long nth) throws Unresolved {
        int found = 0;
        for (int i = from; i < to; i++) {
            MmuEvent event = timeline.event(i);
            if (EventParts.fits(event, name, Map.of()) && ++found == nth) {
                return Pages.part(EventParts.of(event), part, PROBLEMS.get("moment.event", name));
            }
        }
        throw new Unresolved(
                found == 0
                        ? PROBLEMS.get("moment.no-event-happens", name)
                        : PROBLEMS.get("moment.there-no-event", name, nth, found));
    }

    /// The position behind the event of the stop that fits; nothing if there is none.
    OptionalInt behind(EventFilter filter) {
        return allBehind(filter).stream().mapToInt(position -> position).findFirst();
    }

    /// The positions behind the events of the stop that fit, from the nth of them on.
    List<Integer> allBehind(EventFilter filter) {
        List<Integer> behind = new ArrayList<>();
        try {
            EventFilter plain = plain(filter);
            for (int i = from; i < to; i++) {
                if (EventParts.fits(timeline.event(i), plain.event(), plain.with())) {
                    behind.add(i + 1);
                }
            }
        } catch (Unresolved _) {
            return List.of();
        }
        return behind.subList(Math.min(filter.nth() - 1, behind.size()), behind.size());
    }

    /// The filter with every expression in it replaced by what it comes to.
    EventFilter plain(EventFilter filter) throws Unresolved {
        return new EventFilter(filter.event(), plain(filter.with()), filter.nth());
    }

    /// Words stay words; expressions become their numbers. A name for a gfn means its frame.
    Map<String, String> plain(Map<String, String> with) throws Unresolved {
        Map<String, String> plain = new LinkedHashMap<>();
        for (Map.Entry<String, String> part : with.entrySet()) {
            boolean frame =
                    part.getKey().equals("gfn")
                            && stage.names().has(Expressions.base(part.getValue()));
            plain.put(
                    part.getKey(),
                    plain(frame ? PROBLEMS.get("moment.gfn", part.getValue()) : part.getValue()));
        }
        return plain;
    }

    private String plain(String expected) throws Unresolved {
        if (!Expressions.looksLikeOne(expected, stage.names())) {
            return expected;
        }
        Value value = evaluate(expected);
        return value.number() == null ? value.text() : Long.toUnsignedString(value.number());
    }
}
