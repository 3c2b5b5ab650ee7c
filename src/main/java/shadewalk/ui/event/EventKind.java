package shadewalk.ui.event;

import java.util.Locale;
import shadewalk.diagram.Tone;
import shadewalk.state.MmuEvent;

/// The kinds of events a learner tells apart. Each has a colour and a shape of its own, so that
/// neither is the only sign.
public enum EventKind {
    /// A step begins or ends.
    STEP(Mark.POST, Tone.PATH, 0.5),
    /// The guest makes an access, and it succeeds.
    ACCESS(Mark.RING, Tone.PATH, 1),
    /// The guest's processor faults, exits, or gets an exception.
    FAULT(Mark.TRIANGLE, Tone.FAULT, 1.3),
    /// KVM reads the guest's tables.
    WALK(Mark.BAR, Tone.GUEST, 1),
    /// Guest memory or one of its entries is written.
    WRITE(Mark.SQUARE, Tone.WRITE_PROTECTED, 1),
    /// A shadow page is looked up, made, or used as a root.
    PAGE(Mark.DIAMOND, Tone.Q3, 1.3),
    /// A shadow entry gets a new value.
    SPTE(Mark.DISC, Tone.ADDED, 1.2),
    /// A shadow page or entry goes away.
    ZAP(Mark.CROSS, Tone.OBSOLETE, 1.2),
    /// A page goes unsync or is brought up to date.
    SYNC(Mark.WEDGE, Tone.UNSYNC, 1.2),
    /// A device is met.
    MMIO(Mark.HEXAGON, Tone.MMIO, 1.2),
    /// Registers, roots and requests of the virtual processor.
    CPU(Mark.HALF, Tone.MUTED, 0.5),
    /// The host changes memslots, memory or the dirty log.
    HOST(Mark.PLUS, Tone.HOST, 1),
    /// A counter moves.
    COUNT(Mark.DOT, Tone.MUTED, 0.1);

    private final Mark mark;
    private final Tone tone;
    private final double weight;

    EventKind(Mark mark, Tone tone, double weight) {
        this.mark = mark;
        this.tone = tone;
        this.weight = weight;
    }

    public Mark mark() {
        return mark;
    }

    /// What gives it its colour.
    public Tone tone() {
        return tone;
    }

    /// How long a picture of it deserves to be looked at, 1 for an ordinary event.
    public double weight() {
        return weight;
    }

    /// The part of its text keys and style classes: `walk`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static EventKind of(MmuEvent event) {
        return switch (event) {
            case MmuEvent.StepStarted _, MmuEvent.StepEnded _ -> STEP;
            case MmuEvent.AccessStarted _, MmuEvent.AccessDone _ -> ACCESS;
            case MmuEvent.PageFaultTaken _,
                    MmuEvent.ExceptionInjected _,
                    MmuEvent.WalkFailed _,
                    MmuEvent.RunFailed _,
                    MmuEvent.FastPageFaultTried _ ->
                    FAULT;
            case MmuEvent.WalkStarted _, MmuEvent.GpteRead _ -> WALK;
            case MmuEvent.AccessedBitSet _,
                    MmuEvent.DirtyBitSet _,
                    MmuEvent.MemoryWritten _,
                    MmuEvent.InstructionEmulated _ ->
                    WRITE;
            case MmuEvent.ShadowPageGot _, MmuEvent.ShadowPageCreated _, MmuEvent.RootCounted _ ->
                    PAGE;
            case MmuEvent.SpteRequested _, MmuEvent.SpteSet _ -> SPTE;
            case MmuEvent.SpteChanged changed -> changed.now() == 0 ? ZAP : SPTE;
            case MmuEvent.ShadowPageZapPrepared _,
                    MmuEvent.ShadowPageInvalidated _,
                    MmuEvent.ShadowPageFreed _,
                    MmuEvent.AllZappedFast _ ->
                    ZAP;
            case MmuEvent.ShadowPageUnsynced _,
                    MmuEvent.ShadowPageSynced _,
                    MmuEvent.UnsyncChildMarked _ ->
                    SYNC;
            case MmuEvent.MmioSeen _,
                    MmuEvent.MmioExited _,
                    MmuEvent.MmioSpteMarked _,
                    MmuEvent.MmioSpteChecked _,
                    MmuEvent.MmioPageFaultHandled _,
                    MmuEvent.MmioCacheChanged _ ->
                    MMIO;
            case MmuEvent.RegisterLoaded _,
                    MmuEvent.PdptrsLoaded _,
                    MmuEvent.RootsChanged _,
                    MmuEvent.RequestMade _,
                    MmuEvent.RequestServed _,
                    MmuEvent.RetryRemembered _ ->
                    CPU;
            case MmuEvent.MemslotsChanged _,
                    MmuEvent.HostFrameChanged _,
                    MmuEvent.PageLoggedDirty _,
                    MmuEvent.DirtyLogCleared _,
                    MmuEvent.PageLimitSet _ ->
                    HOST;
            case MmuEvent.WriteFloodingCounted _, MmuEvent.Counted _ -> COUNT;
        };
    }
}
