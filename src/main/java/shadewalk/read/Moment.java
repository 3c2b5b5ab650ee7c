package shadewalk.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shadewalk.scenario.Timeline;
import shadewalk.state.MmuEvent;
import shadewalk.state.State;

/// A position of a run and what is to be seen there.
///
/// @param step the step the position lies in, -1 before the first
/// @param event what has just happened; nothing at the beginning
/// @param state everything after it
public record Moment(
        Timeline timeline, int position, int step, Optional<MmuEvent> event, State state) {

    /// What has happened in this step up to now, oldest first.
    public List<MmuEvent> story() {
        if (step < 0) {
            return List.of();
        }
        List<MmuEvent> story = new ArrayList<>();
        for (int i = timeline.stepStart(step); i < position; i++) {
            story.add(timeline.event(i));
        }
        return List.copyOf(story);
    }
}
