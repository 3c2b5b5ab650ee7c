package shadewalk.read.differ;

import java.util.Optional;
import shadewalk.read.Thing;

/// One thing that differs.
///
/// @param what the thing's name; what tells it from others of its kind may follow in a second line
/// @param left what it is in the first state, [#NOTHING] if it is not there; the number itself may
///   follow in a second line
/// @param right what it is in the second
/// @param inLeft where it is to be seen in the first state, if it has a place there
/// @param inRight the same in the second
public record Item(
        Kind kind,
        String what,
        String left,
        String right,
        Optional<Thing> inLeft,
        Optional<Thing> inRight) {

    /// What a side says that lacks the thing.
    public static final String NOTHING = "-";

    /// What kinds of things there are, in the order in which they are told.
    public enum Kind {
        REGISTER,
        MEMSLOT,
        GUEST_ENTRY,
        MEMORY,
        SHADOW_PAGE,
        SPTE,
        STATISTIC
    }

    /// A thing without a place in the pictures.
    static Item of(Kind kind, String what, String left, String right) {
        return new Item(kind, what, left, right, Optional.empty(), Optional.empty());
    }
}
