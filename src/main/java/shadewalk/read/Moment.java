package shadewalk.read;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import shadewalk.scenario.Timeline;
import shadewalk.state.MmuEvent;
import shadewalk.state.State;
import shadewalk.x86.Gva;

/// A position of a run and how things stand there.
///
/// @param position 0 to the size of the timeline
/// @param state everything after as many events
public record Moment(Timeline timeline, int position, State state) {

    /// A position of a run.
    public static Moment of(Timeline timeline, int position) {
        return new Moment(timeline, position, timeline.at(position));
    }

    /// The step the position lies in, -1 before the first.
    public int step() {
        return timeline.stepOf(position);
    }

    /// What has just happened; nothing at the beginning.
    public Optional<MmuEvent> event() {
        return position == 0 ? Optional.empty() : Optional.of(timeline.event(position - 1));
    }

    /// What has happened in this step up to now, oldest first.
    public List<MmuEvent> events() {
        return IntStream.range(start(), position).mapToObj(timeline::event).toList();
    }

    /// The address that is talked about.
    ///
    /// @param usual the address where no event has named one
    public Gva address(Gva usual) {
        return told(usual).gva();
    }

    /// The story of an address: that of the step's access if it is about this address, else what
    /// its walk is at rest.
    public WalkStory story(Gva address) {
        WalkStory story = told(address);
        return story.gva().equals(address) ? story : WalkStory.at(address);
    }

    /// How far the story of the step's access has come.
    private WalkStory told(Gva usual) {
        return WalkStory.of(lastAccess().orElse(usual), events(), state);
    }

    private int start() {
        return step() < 0 ? 0 : timeline.stepStart(step());
    }

    /// The address of the last access that had begun before this step had.
    private Optional<Gva> lastAccess() {
        OptionalInt found =
                timeline.previous(start() + 1, MmuEvent.AccessStarted.class::isInstance);
        return found.isPresent()
                        && timeline.event(found.getAsInt() - 1)
                                instanceof MmuEvent.AccessStarted(var access)
                ? Optional.of(access.gva())
                : Optional.empty();
    }
}
