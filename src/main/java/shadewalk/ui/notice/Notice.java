package shadewalk.ui.notice;

/// A sentence for the user.
public record Notice(Kind kind, String text) {

    /// How a notice looks.
    public enum Kind {
        /// Something was done.
        DONE,
        /// Something could not be done as wished.
        PROBLEM
    }
}
