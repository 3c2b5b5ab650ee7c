package shadewalk.read;

import java.util.Optional;
import shadewalk.state.Outcome;
import shadewalk.x86.Access;
import shadewalk.x86.Gva;

/// What an event is to the story of an access.
public sealed interface Turn {

    /// A chapter opens.
    record Opens(Phase phase) implements Turn {}

    /// The guest tries an access.
    record Tries(Access access) implements Turn {}

    /// The access reached memory.
    record Reaches(Access access) implements Turn {}

    /// A page fault took the processor out of the guest.
    record Faults(Gva address, long errorCode) implements Turn {}

    /// KVM begins to walk the guest's tables.
    record Walks(Gva address, long pferr) implements Turn {}

    /// KVM read the guest's entry of a level.
    record Reads(int level) implements Turn {}

    /// The step is over.
    record Ends(Outcome outcome) implements Turn {}

    /// The chapter in which that is told; none where the step is over.
    default Optional<Phase> chapter() {
        return switch (this) {
            case Opens(var phase) -> Optional.of(phase);
            case Tries _ -> Optional.of(Phase.HARDWARE_WALK);
            case Reaches _ -> Optional.of(Phase.RETRY);
            case Faults _ -> Optional.of(Phase.EXIT);
            case Walks _, Reads _ -> Optional.of(Phase.GUEST_WALK);
            case Ends _ -> Optional.empty();
        };
    }
}
