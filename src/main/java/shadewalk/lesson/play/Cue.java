package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shadewalk.lesson.EventFilter;
import shadewalk.lesson.Stop;
import shadewalk.read.Thing;
import shadewalk.read.Told;
import shadewalk.read.Touch;

/// The moment of a stop that words of its narration are about.
///
/// | in the text                | moment                                                      |
/// |----------------------------|-------------------------------------------------------------|
/// | `{{when the fault}}`         | behind the event that a marker of the step marks            |
/// | `{{when PageFaultTaken}}`    | behind the first event of that name in the step             |
/// | `{{when ShadowPageGot 2}}`   | behind the second one                                       |
/// | `{{when spte pte here}}`     | behind the last change of a thing in the step; else as before |
/// | `{{when end}}`               | the end of the step                                         |
///
/// @param position in the timeline, within the stop
/// @param thing what the words are about, if that is a thing
public record Cue(int position, Optional<Thing> thing) {

    private static final String END = "end";
    private static final Pattern EVENT = Pattern.compile("([A-Z]\\w*)(?: ([1-9]\\d{0,3}))?");

    /// The moment that is named in a stop.
    ///
    /// @param markers the stop's own
    /// @param before the position of the cue before it
    static Cue of(String at, List<Stop.Marker> markers, Stretch stop, int before)
            throws Unresolved {
        if (at.equals(END)) {
            return new Cue(stop.to(), Optional.empty());
        }
        Optional<EventFilter> event = event(at, markers);
        if (event.isPresent()) {
            OptionalInt position = stop.behind(event.get());
            if (position.isEmpty()) {
                throw new Unresolved(PROBLEMS.get("cue.no-event", at));
            }
            return new Cue(
                    position.getAsInt(),
                    Told.of(stop.timeline().event(position.getAsInt() - 1))
                            .touch()
                            .map(Touch::thing));
        }
        Thing thing = stop.thing(at);
        return new Cue(stop.lastChange(thing).orElse(before), Optional.of(thing));
    }

    private static Optional<EventFilter> event(String at, List<Stop.Marker> markers) {
        Optional<EventFilter> marked =
                markers.stream()
                        .filter(marker -> marker.name().equals(at))
                        .map(Stop.Marker::at)
                        .findFirst();
        Matcher name = EVENT.matcher(at);
        return marked.isPresent() || !name.matches()
                ? marked
                : Optional.of(
                        EventFilter.nth(
                                name.group(1),
                                name.group(2) == null ? 1 : Integer.parseInt(name.group(2))));
    }
}
