package shadewalk.read;

import java.util.OptionalInt;
import java.util.function.Predicate;
import shadewalk.scenario.Timeline;
import shadewalk.state.MmuEvent;
import shadewalk.x86.Gpa;

/// Which events change which thing.
public final class Changes {

    private static final int WIDEST_ENTRY = 8;

    private Changes() {}

    /// The last position up to `n` that stands right behind a change of the thing.
    ///
    /// A guest entry's width follows from the paging mode at `n`.
    public static OptionalInt last(Timeline run, int n, Thing thing) {
        int bytes = Math.max(run.at(n).cpu().registers().mode().entryBytes(), 4);
        return run.previous(n + 1, event -> changes(event, thing, bytes));
    }

    /// Whether an event changes a thing. For a table that is a change of one of its entries.
    ///
    /// @param entryBytes bytes in one guest entry, 4 or 8
    public static boolean changes(MmuEvent event, Thing thing, int entryBytes) {
        return switch (thing) {
            case Thing.GuestTable(var gfn) -> writes(event, gfn.at(0), 4096);
            case Thing.GuestEntry(var gfn, var index) ->
                    (long) index * entryBytes < 4096
                            && writes(event, gfn.at(index * entryBytes), entryBytes);
            case Thing.ShadowTable(var page) -> changesPage(event, page);
            case Thing.ShadowEntry(var at) ->
                    event instanceof MmuEvent.SpteSet set && set.at().equals(at)
                            || event instanceof MmuEvent.SpteChanged changed
                                    && changed.at().equals(at);
            case Thing.PaeRoot _ ->
                    event instanceof MmuEvent.RootsChanged(var was, var now)
                            && !was.paeRoot().equals(now.paeRoot());
            case Thing.RootEntry(var index) ->
                    event instanceof MmuEvent.RootsChanged(var was, var now)
                            && !was.paeRoot().get(index).equals(now.paeRoot().get(index));
            case Thing.Memory(var at) -> writes(event, at, 1);
            case Thing.MemoryPage(var gfn) -> writes(event, gfn.at(0), 4096);
            case Thing.Register(var name) ->
                    event instanceof MmuEvent.RegisterLoaded set
                            && set.name().name().equalsIgnoreCase(name);
            case Thing.HostCr3 _ -> event instanceof MmuEvent.RootsChanged;
            case Thing.Part part ->
                    part.place().filter(whole -> changes(event, whole, entryBytes)).isPresent();
        };
    }

    private static boolean writes(MmuEvent event, Gpa from, int bytes) {
        return event instanceof MmuEvent.MemoryWritten written
                && written.at().raw() < from.raw() + bytes
                && written.at().raw() + Math.min(written.bytes(), WIDEST_ENTRY) > from.raw();
    }

    private static boolean changesPage(MmuEvent event, int page) {
        return event instanceof MmuEvent.OfShadow
                && Told.of(event).touch().map(Touch::thing).filter(in(page)).isPresent();
    }

    private static Predicate<Thing> in(int page) {
        Thing table = new Thing.ShadowTable(page);
        return thing -> thing.table().orElse(thing).equals(table);
    }
}
