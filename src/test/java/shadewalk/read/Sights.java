package shadewalk.read;

import java.util.Optional;
import java.util.Set;
import shadewalk.state.State;

/// What a picture may draw, without a run and a view.
public final class Sights {

    private Sights() {}

    /// A state and a story of which everything may be told.
    public static Seen of(State state, WalkStory story) {
        return of(state, story, Optional.empty());
    }

    /// The same with a thing selected.
    public static Seen of(State state, WalkStory story, Optional<Thing> selected) {
        return new Seen(
                state,
                story,
                Aim.at(story.gva()),
                selected,
                Set.of(),
                Optional.empty(),
                TableSizes.of(state),
                OnStage.ALL,
                Telling.ALL);
    }

    /// The same while a question is open over a picture.
    public static Seen asked(Seen seen, Picture over) {
        return new Seen(
                seen.state(),
                seen.story(),
                seen.aim(),
                seen.selected(),
                seen.masks(),
                seen.tried(),
                seen.sizes(),
                seen.stage(),
                Telling.whileAsked(over));
    }
}
