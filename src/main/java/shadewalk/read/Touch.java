package shadewalk.read;

/// The thing an event is about, and what happened to it.
public record Touch(Thing thing, Kind kind) {

    /// What happened to the thing.
    public enum Kind {
        /// It was looked at.
        READ,
        /// It got another value.
        CHANGED,
        /// It came into being.
        MADE,
        /// It is going away.
        GOING,
        /// It is there no more.
        GONE
    }
}
