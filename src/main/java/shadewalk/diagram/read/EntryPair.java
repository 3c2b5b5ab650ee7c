package shadewalk.diagram.read;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shadewalk.state.Spte;
import shadewalk.state.State;
import shadewalk.x86.Gva;

/// A guest entry and the shadow entry that stands for it, on the way of one address.
///
/// @param level of the shadow entry
/// @param guest the guest's entry, or null if the walk ends above it
/// @param shadow the shadow entry of the level, or null if that walk ends above it
public record EntryPair(
        State state,
        TwinWalk walk,
        int level,
        @Nullable GuestStep guest,
        @Nullable ShadowStep shadow) {

    /// The pair at a level.
    public static EntryPair of(State state, Gva gva, int level) {
        TwinWalk walk = TwinWalk.of(state, gva);
        return new EntryPair(
                state,
                walk,
                level,
                walk.guest().at(level).orElse(null),
                walk.shadow().at(level).filter(step -> !step.inPaeRoot()).orElse(null));
    }

    /// The two entries where both walks end. A large page of the guest may be mapped by a shadow
    /// entry of a lower level than the guest's.
    public static EntryPair last(State state, Gva gva) {
        TwinWalk walk = TwinWalk.of(state, gva);
        GuestStep guest = walk.guest().steps().isEmpty() ? null : walk.guest().steps().getLast();
        int level = guest == null ? 1 : guest.level().number();
        Optional<ShadowStep> below =
                walk.shadow().last().filter(step -> step.level().number() < level);
        if (guest == null || !guest.leaf() || below.isEmpty()) {
            return of(state, gva, level);
        }
        ShadowStep shadow = below.get();
        return new EntryPair(state, walk, shadow.level().number(), guest, shadow);
    }

    /// Whether the shadow entry names a table.
    public boolean namesTable() {
        return shadow != null && Spte.presentNonLeaf(shadow.spte(), level);
    }

    /// Whether the shadow entry maps memory.
    public boolean mapsMemory() {
        return shadow != null && shadow.leaf();
    }
}
