package shadewalk.read;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shadewalk.state.MmuEvent;
import shadewalk.state.Outcome;
import shadewalk.state.State;
import shadewalk.x86.Access;
import shadewalk.x86.Gva;

/// How far the story of one access has come: what the processor tried, where it missed, and what
/// KVM has done about it since.
///
/// @param gva the address the story is about
/// @param access what the guest does there, if that is known
/// @param phase where the story stands
/// @param visited the phases it has been in, the present one too
/// @param guestLevel the lowest guest level KVM has read in this story, or one more than the
///   deepest there is
/// @param errorCode of the page fault that took the processor out of the guest
/// @param event what happened last, or null before anything did
/// @param touch what that was done to
public record WalkStory(
        Gva gva,
        @Nullable Access access,
        Phase phase,
        Set<Phase> visited,
        int guestLevel,
        OptionalLong errorCode,
        @Nullable MmuEvent event,
        Optional<Touch> touch) {

    private static final int NOTHING_READ = 6;

    public WalkStory {
        visited = Set.copyOf(visited);
    }

    /// Nothing is going on at `gva`.
    public static WalkStory at(Gva gva) {
        return new WalkStory(
                gva,
                null,
                Phase.REST,
                Set.of(),
                NOTHING_READ,
                OptionalLong.empty(),
                null,
                Optional.empty());
    }

    /// The story that a step's events tell.
    ///
    /// @param gva the address to start with, until an event names one
    /// @param events of the step, up to the moment shown
    /// @param state after the last of them
    public static WalkStory of(Gva gva, List<MmuEvent> events, State state) {
        WalkStory story = at(gva);
        for (MmuEvent event : events) {
            story = story.after(event, state);
        }
        return story;
    }

    private WalkStory after(MmuEvent next, State state) {
        Told told = Told.of(next);
        WalkStory story = told.turn().map(this::after).orElse(this);
        return new WalkStory(
                story.gva,
                story.access,
                story.phase,
                story.visited,
                story.guestLevel,
                story.errorCode,
                next,
                told.touchIn(state));
    }

    private WalkStory after(Turn turn) {
        return switch (turn) {
            case Turn.Opens(var chapter) -> in(chapter);
            case Turn.Tries(var what) ->
                    begun(what.gva(), what, Phase.HARDWARE_WALK, Set.of(), OptionalLong.empty());
            case Turn.Reaches(var what) ->
                    told(what.gva(), what, Phase.RETRY, visited, guestLevel, errorCode);
            case Turn.Faults(var address, var code) ->
                    begun(
                            address,
                            same(address),
                            Phase.EXIT,
                            Set.of(Phase.HARDWARE_WALK),
                            OptionalLong.of(code));
            case Turn.Walks(var address, var pferr) ->
                    begun(address, same(address), walking(), visited, OptionalLong.of(pferr));
            case Turn.Reads(var level) -> told(gva, access, walking(), visited, level, errorCode);
            case Turn.Ends(var outcome) -> ended(outcome);
        };
    }

    /// What the last event was to the story.
    public Optional<Turn> turn() {
        return event == null ? Optional.empty() : Told.of(event).turn();
    }

    private @Nullable Access same(Gva address) {
        return access != null && access.gva().equals(address) ? access : null;
    }

    /// The emulator walks for itself, first to fetch the instruction.
    private Phase walking() {
        return visited.contains(Phase.EMULATION) ? Phase.EMULATION : Phase.GUEST_WALK;
    }

    private WalkStory begun(
            Gva address, @Nullable Access what, Phase now, Set<Phase> before, OptionalLong code) {
        return told(address, what, now, before, NOTHING_READ, code);
    }

    private WalkStory in(Phase now) {
        return told(gva, access, now, visited, guestLevel, errorCode);
    }

    private WalkStory told(
            Gva address,
            @Nullable Access what,
            Phase now,
            Set<Phase> before,
            int level,
            OptionalLong code) {
        EnumSet<Phase> all = EnumSet.of(now);
        all.addAll(before);
        return new WalkStory(address, what, now, all, level, code, event, touch);
    }

    /// A guest program does not say when its access is over; the end of the step does.
    private WalkStory ended(Outcome outcome) {
        boolean through = outcome instanceof Outcome.Done || outcome instanceof Outcome.Value;
        if (access == null && errorCode.isEmpty()) {
            return in(Phase.REST);
        }
        boolean hit = access != null && phase == Phase.HARDWARE_WALK;
        return through && (hit || reached(Phase.EXIT)) ? in(Phase.RETRY) : this;
    }

    /// Whether the story has come at least to `when`.
    public boolean reached(Phase when) {
        return phase.compareTo(when) >= 0;
    }
}
