package shadewalk.read;

import java.util.Optional;
import java.util.Set;
import shadewalk.state.State;

/// What a picture may draw of a [View]. This is the only place where something is withheld, because
/// it is not on stage yet or while a question is open: then nothing is tried out or dealt out, and
/// what it all means is not said, for that goes through the telling. What comes later in the run
/// and the words beside things are never in it.
///
/// @param story how far the access has come that the address belongs to
/// @param selected what somebody looks at
/// @param masks the families of masks that lie over the bits
/// @param tried the bit that is tried the other way round
/// @param sizes of tables and entries, for the picture of how far they reach
/// @param stage the parts that are on stage
public record Seen(
        State state,
        WalkStory story,
        Aim aim,
        Optional<Thing> selected,
        Set<Mask.Family> masks,
        Optional<WhatIf> tried,
        TableSizes sizes,
        Set<OnStage> stage,
        Telling telling) {

    public Seen {
        masks = Set.copyOf(masks);
        Set<OnStage> there = OnStage.told(stage);
        stage = there;
        selected = selected.filter(thing -> there.contains(OnStage.of(thing)));
        aim = telling.all() ? aim : aim.whole();
        tried = telling.all() ? tried : Optional.empty();
    }

    /// Whether a part is on stage.
    public boolean shows(OnStage part) {
        return stage.contains(part);
    }

    /// The pair of entries it is about: those of what is selected, or those where the walks end.
    public EntryPair pair() {
        return selected.map(thing -> EntryPair.of(state, story.gva(), thing))
                .orElseGet(() -> EntryPair.last(state, story.gva()));
    }
}
