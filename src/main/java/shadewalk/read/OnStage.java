package shadewalk.read;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.EnumSet;
import java.util.Set;

/// What a lesson may bring on stage little by little. What it has not introduced yet is not drawn,
/// not said and not in the window.
public enum OnStage {
    /// The guest's tables, and the page where its walk ends.
    GUEST,
    /// The address in bits, and how the walks cut it.
    RULER,
    /// The host's page behind the guest's, and the memslot that ties them.
    MEMORY,
    /// The shadow tables and the processor's walk through them, with the pictures about both walks.
    SHADOW,
    /// What stands at a table about how it is watched or made: write-protected, unsync, direct.
    BADGES,
    /// The run below the picture, event by event, and what has just happened.
    TIMELINE,
    /// The chapters of the story.
    CHAPTERS,
    /// The lines below the picture: what its letters mean, and why there are so many tables.
    LEGEND,
    /// The list of events.
    EVENTS;

    /// All of it: where nothing is introduced.
    public static final Set<OnStage> ALL = Set.of(values());

    /// What a thing is a part of.
    public static OnStage of(Thing thing) {
        return switch (thing) {
            case Thing.GuestTable _, Thing.GuestEntry _, Thing.Register _ -> GUEST;
            case Thing.MemoryPage _, Thing.Memory _ -> GUEST;
            case Thing.ShadowTable _, Thing.ShadowEntry _, Thing.Role _ -> SHADOW;
            case Thing.PaeRoot _, Thing.RootEntry _, Thing.HostCr3 _ -> SHADOW;
            case Thing.Bits bits -> of(bits.entry());
            case Thing.Ruler _, Thing.AddressBit _ -> RULER;
            case Thing.HostFrame _ -> MEMORY;
        };
    }

    /// Chapters and badges tell of the shadow, and are not there before it.
    static Set<OnStage> told(Set<OnStage> stage) {
        return stage.contains(SHADOW)
                ? Set.copyOf(stage)
                : stage.stream()
                        .filter(part -> part != CHAPTERS && part != BADGES)
                        .collect(toUnmodifiableSet());
    }

    /// What a picture is about: the walk can do with any part, the others are about both sides.
    public static Set<OnStage> neededBy(Picture picture) {
        return switch (picture) {
            case WALK -> EnumSet.noneOf(OnStage.class);
            case TABLES, QUADRANTS, REACH -> EnumSet.of(GUEST, SHADOW);
            case BITS -> EnumSet.of(GUEST, MEMORY, SHADOW);
        };
    }
}
