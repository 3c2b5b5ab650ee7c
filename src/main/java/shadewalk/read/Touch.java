package shadewalk.read;

import java.util.Optional;
import shadewalk.state.MmuEvent;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.x86.Gpa;

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
        GOING
    }

    /// What `event` touches, if it touches a table, an entry or the root.
    ///
    /// @param state after the event
    public static Optional<Touch> of(MmuEvent event, State state) {
        return Optional.ofNullable(
                switch (event) {
                    case MmuEvent.GpteRead e -> new Touch(entry(e.at(), state), Kind.READ);
                    case MmuEvent.AccessedBitSet e -> new Touch(entry(e.at(), state), Kind.READ);
                    case MmuEvent.DirtyBitSet e -> new Touch(entry(e.at(), state), Kind.READ);
                    case MmuEvent.MemoryWritten e -> new Touch(entry(e.at(), state), Kind.CHANGED);
                    case MmuEvent.ShadowPageGot e ->
                            page(e.page().page(), e.created() ? Kind.MADE : Kind.READ);
                    case MmuEvent.ShadowPageCreated e -> page(e.page(), Kind.MADE);
                    case MmuEvent.ShadowPageZapPrepared e -> page(e.page().page(), Kind.GOING);
                    case MmuEvent.ShadowPageUnsynced e -> page(e.page().page(), Kind.CHANGED);
                    case MmuEvent.ShadowPageSynced e -> page(e.page().page(), Kind.CHANGED);
                    case MmuEvent.ShadowPageInvalidated e -> page(e.page(), Kind.GOING);
                    case MmuEvent.WriteFloodingCounted e -> page(e.page(), Kind.CHANGED);
                    case MmuEvent.RootCounted e -> page(e.page(), Kind.CHANGED);
                    case MmuEvent.UnsyncChildMarked e -> entry(e.at(), Kind.CHANGED);
                    case MmuEvent.SpteSet e -> entry(e.at(), Kind.CHANGED);
                    case MmuEvent.SpteChanged e -> entry(e.at(), Kind.CHANGED);
                    case MmuEvent.MmioSpteMarked e -> entry(e.at(), Kind.CHANGED);
                    case MmuEvent.FastPageFaultTried e -> entry(e.at(), Kind.CHANGED);
                    case MmuEvent.RootsChanged _ -> new Touch(new Thing.PaeRoot(), Kind.CHANGED);
                    default -> null;
                });
    }

    private static Touch page(int page, Kind kind) {
        return new Touch(new Thing.ShadowTable(page), kind);
    }

    private static Touch entry(SpteAt at, Kind kind) {
        return new Touch(new Thing.ShadowEntry(at), kind);
    }

    private static Thing entry(Gpa at, State state) {
        int bytes = state.cpu().registers().mode().entryBytes();
        return new Thing.GuestEntry(at.gfn(), at.offset() / (bytes == 0 ? 8 : bytes));
    }
}
