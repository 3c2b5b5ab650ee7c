package shadewalk.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.bits.BitsPicture;
import shadewalk.diagram.quadrants.Aim;
import shadewalk.diagram.quadrants.QuadrantsPicture;
import shadewalk.diagram.quadrants.QuadrantsPicture.Verdict;
import shadewalk.diagram.tables.TablesPicture;
import shadewalk.diagram.walk.WalkPicture;
import shadewalk.read.EntryPair;
import shadewalk.read.Picture;
import shadewalk.read.Thing;
import shadewalk.read.WalkStory;
import shadewalk.scenario.Timeline;
import shadewalk.state.MmuEvent;
import shadewalk.state.State;
import shadewalk.x86.Gva;

/// The pictures of one position of a run: what the window shows, the command line writes and the
/// tests compare.
public final class RunPicture {

    private RunPicture() {}

    /// Draws the picture of a position.
    ///
    /// @param position 0 to the size of the timeline
    /// @param usual the address to show where no event has named one
    public static Diagram of(Picture view, Timeline timeline, int position, Gva usual) {
        WalkStory story = story(timeline, position, usual);
        return of(view, timeline.at(position), story, Optional.empty(), Optional.empty(), false);
    }

    /// The story of an address at a position: that of the step's access if it is about this
    /// address, else what its walk is at rest.
    public static WalkStory storyOf(Gva address, Timeline timeline, int position) {
        WalkStory story = story(timeline, position, address);
        return story.gva().equals(address) ? story : WalkStory.at(address);
    }

    /// Draws a picture of a state.
    ///
    /// @param selected the thing that is selected; the bits are those of its entry
    /// @param asked the picture over which a question is open, whose answer no picture may give
    ///   away
    /// @param dealing whether the quadrants are dealt out only up to the story's address
    public static Diagram of(
            Picture view,
            State state,
            WalkStory story,
            Optional<Thing> selected,
            Optional<Picture> asked,
            boolean dealing) {
        return switch (view) {
            case WALK -> WalkPicture.of(state, story, selected, asked.isPresent());
            case TABLES -> TablesPicture.of(state, story, selected, asked.isPresent());
            case BITS ->
                    BitsPicture.of(
                            selected.map(thing -> EntryPair.of(state, story.gva(), thing))
                                    .orElseGet(() -> EntryPair.last(state, story.gva())),
                            Set.of(),
                            asked.isPresent());
            case QUADRANTS ->
                    QuadrantsPicture.of(
                            state,
                            dealing ? Aim.dealtTo(story.gva()) : Aim.at(story.gva()),
                            verdict(asked));
        };
    }

    /// What the picture of the quadrants may say while a question is open, or not.
    ///
    /// @param asked the picture over which it is open
    public static Verdict verdict(Optional<Picture> asked) {
        return asked.map(view -> view == Picture.QUADRANTS ? Verdict.OPEN : Verdict.SILENT)
                .orElse(Verdict.GIVEN);
    }

    /// How far the story of the step's access has come at a position.
    public static WalkStory story(Timeline timeline, int position, Gva usual) {
        int step = timeline.stepOf(position);
        int from = step < 0 ? 0 : timeline.stepStart(step);
        List<MmuEvent> events = new ArrayList<>();
        for (int i = from; i < position; i++) {
            events.add(timeline.event(i));
        }
        return WalkStory.of(lastAddress(timeline, from, usual), events, timeline.at(position));
    }

    /// The address of the last access before a position.
    private static Gva lastAddress(Timeline timeline, int before, Gva usual) {
        OptionalInt found = timeline.previous(before + 1, MmuEvent.AccessStarted.class::isInstance);
        return found.isPresent()
                        && timeline.event(found.getAsInt() - 1)
                                instanceof MmuEvent.AccessStarted(var access)
                ? access.gva()
                : usual;
    }
}
