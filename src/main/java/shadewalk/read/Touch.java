package shadewalk.read;

import java.util.Optional;
import shadewalk.state.MmuEvent;
import shadewalk.state.State;

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

    /// What `event` touches, if it touches a table, an entry or the root that is still there. Guest
    /// memory is taken for an entry as wide as the guest's.
    ///
    /// @param state after the event
    public static Optional<Touch> of(MmuEvent event, State state) {
        return Told.of(event)
                .touch()
                .filter(touch -> touch.kind() != Kind.GONE)
                .map(touch -> new Touch(entry(touch.thing(), state), touch.kind()));
    }

    private static Thing entry(Thing thing, State state) {
        if (thing instanceof Thing.Memory(var at)) {
            int bytes = state.cpu().registers().mode().entryBytes();
            return new Thing.GuestEntry(at.gfn(), at.offset() / (bytes == 0 ? 8 : bytes));
        }
        return thing;
    }
}
