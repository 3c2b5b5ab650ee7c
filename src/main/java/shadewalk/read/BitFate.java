package shadewalk.read;

import org.jspecify.annotations.Nullable;
import shadewalk.bits.Field;

/// What becomes of a field of a guest entry in the shadow entry made from it, or where a field of
/// the shadow entry comes from.
///
/// @param guest the guest's field, null if KVM puts the other one in by itself
/// @param shadow the shadow entry's field, null if nothing of the guest's is left in the entry
/// @param word the fate in a word
/// @param why the reason in a clause; empty where there is nothing to explain
public record BitFate(
        Kind kind, @Nullable Field guest, @Nullable Field shadow, String word, String why) {

    /// Whether the frame number became the one behind it.
    public boolean isFrame() {
        return kind == Kind.MOVED && shadow != null;
    }

    /// Whether both words have the bit and KVM keeps it clear.
    public boolean isWithheld() {
        return kind == Kind.DROPPED && shadow != null;
    }

    /// The four things that can happen.
    public enum Kind {
        /// It stands where it stood, with the same value.
        KEPT,
        /// It does not come through.
        DROPPED,
        /// KVM put it in.
        ADDED,
        /// It became something else, or lives on elsewhere.
        MOVED
    }
}
