package shadewalk.read;

import static shadewalk.text.Texts.ANSWERS;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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

    /// The chapters of the story, in order.
    public enum Phase {
        /// Nothing is going on.
        REST,
        /// The processor looks the address up in the shadow tables.
        HARDWARE_WALK,
        /// It found nothing, or not enough, and left the guest.
        EXIT,
        /// KVM walks the guest's own tables.
        GUEST_WALK,
        /// KVM finds or makes the shadow pages on the way.
        SHADOW_PAGES,
        /// KVM makes the entry that was missing.
        SPTE,
        /// KVM carries out the guest's instruction itself.
        EMULATION,
        /// The guest tries again.
        RETRY,
        /// The guest's own tables forbid it; the fault is the guest's.
        GUEST_FAULT;

        public String words() {
            return ANSWERS.get("phase." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

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

    private WalkStory after(MmuEvent event, State state) {
        WalkStory next =
                switch (event) {
                    case MmuEvent.AccessStarted e -> started(e.access());
                    case MmuEvent.AccessDone e -> done(e.access());
                    case MmuEvent.PageFaultTaken e ->
                            faulted(e.address(), OptionalLong.of(e.errorCode()));
                    case MmuEvent.WalkStarted e -> walking(e.address(), e.pferr());
                    case MmuEvent.GpteRead e -> read(e.level());
                    case MmuEvent.StepEnded e -> ended(e.outcome());
                    default -> Told.of(event).phase().map(this::in).orElse(this);
                };
        return new WalkStory(
                next.gva,
                next.access,
                next.phase,
                next.visited,
                next.guestLevel,
                next.errorCode,
                event,
                Touch.of(event, state));
    }

    private WalkStory started(Access what) {
        return begun(what.gva(), what, Phase.HARDWARE_WALK, Set.of(), OptionalLong.empty());
    }

    private WalkStory faulted(Gva address, OptionalLong code) {
        Set<Phase> before = Set.of(Phase.HARDWARE_WALK);
        return begun(address, same(address), Phase.EXIT, before, code);
    }

    /// The emulator walks for itself, first to fetch the instruction.
    private WalkStory walking(Gva address, long pferr) {
        boolean emulating = visited.contains(Phase.EMULATION);
        Phase now = emulating ? Phase.EMULATION : Phase.GUEST_WALK;
        return begun(address, same(address), now, visited, OptionalLong.of(pferr));
    }

    private @Nullable Access same(Gva address) {
        return access != null && access.gva().equals(address) ? access : null;
    }

    private WalkStory begun(
            Gva address, @Nullable Access what, Phase now, Set<Phase> before, OptionalLong code) {
        return new WalkStory(
                address, what, now, with(before, now), NOTHING_READ, code, event, touch);
    }

    private static Set<Phase> with(Set<Phase> before, Phase now) {
        EnumSet<Phase> all = EnumSet.of(now);
        all.addAll(before);
        return all;
    }

    private WalkStory read(int level) {
        Phase now = visited.contains(Phase.EMULATION) ? Phase.EMULATION : Phase.GUEST_WALK;
        return new WalkStory(gva, access, now, with(visited, now), level, errorCode, event, touch);
    }

    private WalkStory in(Phase now) {
        return new WalkStory(
                gva, access, now, with(visited, now), guestLevel, errorCode, event, touch);
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

    private WalkStory done(Access what) {
        return new WalkStory(
                what.gva(),
                what,
                Phase.RETRY,
                with(visited, Phase.RETRY),
                guestLevel,
                errorCode,
                event,
                touch);
    }

    /// Whether the story has come at least to `when`.
    public boolean reached(Phase when) {
        return phase.compareTo(when) >= 0;
    }
}
