package shadewalk.ui.notice;

import java.util.Optional;

/// A sentence for the user.
///
/// @param offer what can be done about it at once, if anything
public record Notice(Kind kind, String text, Optional<Offer> offer) {

    /// How a notice looks.
    public enum Kind {
        /// Something was done.
        DONE,
        /// Something could not be done as wished.
        PROBLEM
    }

    /// A button on the notice. Using it puts the notice away.
    public record Offer(String words, Runnable work) {}
}
