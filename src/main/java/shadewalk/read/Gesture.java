package shadewalk.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import shadewalk.scenario.Timeline;
import shadewalk.state.MmuEvent;
import shadewalk.state.Stat;

/// How what happened is shown, where it is more than that things go, turn and come.
public sealed interface Gesture {

    /// An entry is made from another one: a copy of that flies to it.
    record Copy(String from, String to) implements Gesture {}

    /// A thing falls out of the picture with all that is written on it.
    record Fall(String thing) implements Gesture {}

    /// A thing grows out of the one it stands for.
    record Grow(String from, String thing) implements Gesture {}

    /// A frame of light goes over a thing, row by row.
    record Sweep(String thing) implements Gesture {}

    /// What the event before a moment is shown as.
    static List<Gesture> of(Moment now) {
        return now.event().map(event -> of(event, now)).orElse(List.of());
    }

    private static List<Gesture> of(MmuEvent event, Moment now) {
        Optional<Touch> touch = Told.of(event).touch();
        if (touch.isEmpty()) {
            return List.of();
        }
        Thing thing = touch.get().thing();
        return switch (touch.get().kind()) {
            case READ -> List.of();
            case CHANGED -> changed(event, thing, now);
            case MADE -> twin(now, thing).<Gesture>map(from -> new Grow(from, thing.id())).toList();
            case GOING, GONE -> List.of(new Fall(thing.id()));
        };
    }

    private static List<Gesture> changed(MmuEvent event, Thing thing, Moment now) {
        if (event instanceof MmuEvent.SpteSet e) {
            return entry(thing, e.was(), e.now(), now);
        }
        if (event instanceof MmuEvent.SpteChanged e) {
            return entry(thing, e.was(), e.now(), now);
        }
        return event instanceof MmuEvent.ShadowPageSynced
                ? List.of(new Sweep(thing.id()))
                : List.of();
    }

    private static List<Gesture> entry(Thing thing, long was, long is, Moment now) {
        List<Gesture> gestures = new ArrayList<>();
        if (invalidates(now)) {
            gestures.add(new Sweep(thing.id()));
        }
        if (is == 0) {
            gestures.add(new Fall(thing.id()));
        } else if (was == 0) {
            twin(now, thing).map(from -> new Copy(from, thing.id())).forEach(gestures::add);
        }
        return gestures;
    }

    private static Stream<String> twin(Moment now, Thing thing) {
        return Twins.of(now.state(), thing).stream().map(Thing::id).limit(1);
    }

    /// Whether the guest's INVLPG is being carried out, which is counted when it is over.
    private static boolean invalidates(Moment now) {
        Timeline run = now.timeline();
        OptionalInt counted =
                run.next(
                        now.position(),
                        event ->
                                event instanceof MmuEvent.Counted(var stat, _)
                                        && stat == Stat.INVLPG);
        return counted.isPresent()
                && now.step() >= 0
                && counted.getAsInt() <= run.stepEnd(now.step());
    }
}
