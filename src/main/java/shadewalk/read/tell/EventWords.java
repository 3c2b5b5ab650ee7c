package shadewalk.read.tell;

import static shadewalk.text.Texts.EVENTS;

import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.read.GuestStep;
import shadewalk.read.TwinWalk;
import shadewalk.state.Acc;
import shadewalk.state.MmuEvent;
import shadewalk.state.PageSummary;
import shadewalk.state.Role;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.State;
import shadewalk.x86.Access;
import shadewalk.x86.Gfn;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.PageFault;

/// An event in a sentence or two, for the callout beside the thing it happens to.
public final class EventWords {

    private EventWords() {}

    /// The sentence, or an empty text for an event that says nothing about memory.
    ///
    /// @param state after the event
    /// @param walk of the address the event is about
    public static String of(MmuEvent event, State state, TwinWalk walk) {
        return switch (event) {
            case MmuEvent.StepStarted e -> e.words();
            case MmuEvent.AccessStarted e ->
                    EVENTS.get("event-words.processor-looks-in", access(e.access()));
            case MmuEvent.AccessDone e -> EVENTS.get("event-words.shadow-tables-lead", e.address());
            case MmuEvent.PageFaultTaken e -> fault(e.errorCode());
            case MmuEvent.ExceptionInjected e ->
                    EVENTS.get("event-words.guest-gets-exception", e.vector(), code(e.errorCode()));
            case MmuEvent.WalkStarted _ -> EVENTS.get("event-words.kvm-walks-guest");
            case MmuEvent.GpteRead e -> read(e, walk);
            case MmuEvent.AccessedBitSet _ -> EVENTS.get("event-words.kvm-sets-in");
            case MmuEvent.DirtyBitSet _ -> EVENTS.get("event-words.kvm-sets-d");
            case MmuEvent.WalkFailed e ->
                    EVENTS.get("event-words.guest-own-tables", code(e.pferr()));
            case MmuEvent.ShadowPageGot e -> got(e);
            case MmuEvent.ShadowPageCreated e ->
                    EVENTS.get("event-words.new-empty-shadow", key(e.gfn(), e.role()));
            case MmuEvent.ShadowPageZapPrepared e ->
                    EVENTS.get("event-words.shadow-page-for", key(e.page()));
            case MmuEvent.ShadowPageUnsynced e ->
                    EVENTS.get("event-words.from-now-on", e.page().gfn());
            case MmuEvent.ShadowPageSynced e ->
                    EVENTS.get("event-words.shadow-page-gfn", e.page().gfn());
            case MmuEvent.ShadowPageInvalidated _ -> EVENTS.get("event-words.no-lookup-finds");
            case MmuEvent.ShadowPageFreed _ -> EVENTS.get("event-words.nobody-used-any");
            case MmuEvent.SpteRequested e ->
                    EVENTS.get("event-words.gfn-lies-in", e.gfn(), e.pfn());
            case MmuEvent.SpteSet e -> set(e, walk);
            case MmuEvent.SpteChanged e -> changed(e);
            case MmuEvent.MmioSpteMarked e -> EVENTS.get("event-words.no-memslot-holds", e.gfn());
            case MmuEvent.MmioPageFaultHandled e ->
                    EVENTS.get("event-words.device-entry-gfn", e.gfn());
            case MmuEvent.MmioSpteChecked e ->
                    e.kvmGeneration() == e.spteGeneration()
                            ? EVENTS.get("event-words.device-entry-current")
                            : EVENTS.get("event-words.device-entry-old");
            case MmuEvent.FastPageFaultTried _ -> EVENTS.get("event-words.kvm-tries-give");
            case MmuEvent.MemoryWritten e -> written(e);
            case MmuEvent.RootsChanged e ->
                    e.now().current().valid()
                            ? EVENTS.get("event-words.processor-cr3-leads")
                            : EVENTS.get("event-words.roots-dropped-next");
            case MmuEvent.RegisterLoaded e ->
                    EVENTS.get("event-words.becomes", e.name(), Hex.prefixed(e.now()));
            case MmuEvent.AllZappedFast _ -> EVENTS.get("event-words.every-shadow-page");
            case MmuEvent.WriteFloodingCounted e ->
                    EVENTS.get("event-words.writes-table-since", e.now());
            case MmuEvent.MmioSeen e -> seen(e);
            case MmuEvent.MmioExited e ->
                    EVENTS.get(
                            e.write() ? "event-words.device-takes" : "event-words.device-answers",
                            Hex.prefixed(e.value()));
            case MmuEvent.InstructionEmulated e ->
                    e.failed()
                            ? EVENTS.get("event-words.kvm-cannot-carry")
                            : EVENTS.get("event-words.kvm-carries-out", e.bytes());
            case MmuEvent.StepEnded _,
                    MmuEvent.RunFailed _,
                    MmuEvent.UnsyncChildMarked _,
                    MmuEvent.RootCounted _,
                    MmuEvent.PageLimitSet _,
                    MmuEvent.PdptrsLoaded _,
                    MmuEvent.RequestMade _,
                    MmuEvent.RequestServed _,
                    MmuEvent.MmioCacheChanged _,
                    MmuEvent.RetryRemembered _,
                    MmuEvent.MemslotsChanged _,
                    MmuEvent.HostFrameChanged _,
                    MmuEvent.PageLoggedDirty _,
                    MmuEvent.DirtyLogCleared _,
                    MmuEvent.Counted _ ->
                    "";
        };
    }

    private static String access(Access access) {
        String what =
                switch (access.kind()) {
                    case READ -> "read";
                    case WRITE -> "write";
                    case FETCH -> "fetch";
                };
        return EVENTS.get(
                access.user() ? "event-words.user" : "event-words.supervisor", what, access.gva());
    }

    private static String code(long code) {
        return code < 0 ? "." : EVENTS.get("event-words.error-code", Hex.of(code));
    }

    private static String fault(long code) {
        if (PageFault.RSVD.in(code)) {
            return EVENTS.get("event-words.reserved-bit-stops", code(code));
        }
        return PageFault.P.in(code)
                ? EVENTS.get("event-words.entry-does-not", code(code))
                : EVENTS.get("event-words.nothing-mapped-here", code(code));
    }

    private static String read(MmuEvent.GpteRead e, TwinWalk walk) {
        if (!GuestEntry.P.in(e.gpte())) {
            return EVENTS.get("event-words.guest-not-present", Names.entry(e.level()));
        }
        return walk.guest()
                .at(e.level())
                .map(step -> chosen(step, e))
                .orElse(EVENTS.get("event-words.kvm-reads-at", Hex.of(e.gpte()), e.level()));
    }

    private static String chosen(GuestStep step, MmuEvent.GpteRead e) {
        Field index = step.level().index();
        return EVENTS.get(
                step.leaf() ? "event-words.entry-maps-page" : "event-words.entry-names-table",
                index.range(),
                step.index(),
                Names.entry(e.level()));
    }

    private static String got(MmuEvent.ShadowPageGot e) {
        return e.created()
                ? EVENTS.get("event-words.kvm-had-no", key(e.page()))
                : EVENTS.get("event-words.kvm-finds-shadow", key(e.page()));
    }

    private static String key(PageSummary page) {
        return key(page.gfn(), page.role());
    }

    private static String key(Gfn gfn, Role role) {
        String key = EVENTS.get("event-words.gfn-level", gfn, role.level());
        return role.has4ByteGpte() ? key + ", q" + role.quadrant() : key;
    }

    private static String set(MmuEvent.SpteSet e, TwinWalk walk) {
        boolean onTheWay =
                walk.shadow()
                        .last()
                        .map(last -> !last.inPaeRoot() && last.at().equals(e.at()))
                        .orElse(false);
        if (!onTheWay) {
            return EVENTS.get("event-words.neighbour-mapped-in", e.gfn());
        }
        return EVENTS.get("event-words.spte-maps-gfn", e.gfn(), why(e, walk));
    }

    private static String why(MmuEvent.SpteSet e, TwinWalk walk) {
        if (Spte.W.in(e.now())) {
            return EVENTS.get("event-words.writable");
        }
        boolean clean =
                walk.guest().steps().stream()
                        .anyMatch(step ->
                                step.leaf()
                                        && GuestEntry.RW.in(step.entry())
                                        && !GuestEntry.D.in(step.entry()));
        if (clean) {
            return EVENTS.get("event-words.read-only-guest");
        }
        return (e.access() & Acc.WRITE) == 0
                ? EVENTS.get("event-words.read-only-as")
                : EVENTS.get("event-words.read-only-writes");
    }

    private static String changed(MmuEvent.SpteChanged e) {
        return switch (e.why()) {
            case LINKED -> EVENTS.get("event-words.entry-now-names", ShadowPage.childOf(e.now()));
            case ZAPPED -> EVENTS.get("event-words.entry-emptied");
            case SYNCED -> EVENTS.get("event-words.entry-brought-up");
            case WRITE_PROTECTED -> EVENTS.get("event-words.frame-became-shadowed");
            case DIRTY_LOGGED -> EVENTS.get("event-words.writes-logged-again");
            case FAST_FIXED -> EVENTS.get("event-words.w-given-back");
            case MARKED_MMIO -> EVENTS.get("event-words.entry-stands-for");
            case USED -> EVENTS.get("event-words.processor-sets-while", marks(e));
            case HOST_UNMAPPED -> EVENTS.get("event-words.host-took-frame");
        };
    }

    private static String marks(MmuEvent.SpteChanged e) {
        boolean accessed = Spte.A.in(e.now()) && !Spte.A.in(e.was());
        boolean dirty = Spte.D.in(e.now()) && !Spte.D.in(e.was());
        return accessed && dirty ? "A and D" : dirty ? "D" : "A";
    }

    private static String seen(MmuEvent.MmioSeen e) {
        return switch (e.kind()) {
            case UNSATISFIED_READ -> EVENTS.get("event-words.no-memory-at", e.gpa());
            case READ -> EVENTS.get("event-words.device-what-guest", Hex.prefixed(e.value()));
            case WRITE ->
                    EVENTS.get("event-words.no-memory-at-device", e.gpa(), Hex.prefixed(e.value()));
        };
    }

    private static String written(MmuEvent.MemoryWritten e) {
        String what = EVENTS.get("event-words.at", Hex.prefixed(e.now()), e.at());
        return switch (e.by()) {
            case GUEST -> EVENTS.get("event-words.guest-writes", what);
            case EMULATOR -> EVENTS.get("event-words.kvm-writes-for", what);
            case WALKER -> EVENTS.get("event-words.guest-entry-now", Hex.prefixed(e.now()));
            case HOST -> EVENTS.get("event-words.host-writes-unseen", what);
        };
    }
}
