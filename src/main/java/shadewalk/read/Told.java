package shadewalk.read;

import java.util.Optional;
import shadewalk.state.MmuEvent;
import shadewalk.state.SpteAt;
import shadewalk.state.Stat;
import shadewalk.state.State;
import shadewalk.x86.Gpa;

/// The table of the events: what each is to whoever tells a run. All that is asked of an event
/// without its numbers stands here, so that a new event is complete or does not compile. Its words
/// are in the package `tell`, and where the kernel does it is a [KernelFunction].
///
/// @param kind which of the kinds a learner tells apart
/// @param turn what it is to the story of an access, if that goes on with it
/// @param tracepoint the kernel's name for it, `kvm_mmu_set_spte`; empty where the kernel prints
///   nothing
/// @param touch what it is done to, if that is a table, an entry or memory
public record Told(EventKind kind, Optional<Turn> turn, String tracepoint, Optional<Touch> touch) {

    private static final Optional<Turn> SAME = Optional.empty();
    private static final String SILENT = "";
    private static final Optional<Touch> NOTHING = Optional.empty();

    private static Told told(
            EventKind kind, Phase opens, String tracepoint, Optional<Touch> touch) {
        return told(kind, new Turn.Opens(opens), tracepoint, touch);
    }

    private static Told told(EventKind kind, Turn turn, String tracepoint, Optional<Touch> touch) {
        return new Told(kind, Optional.of(turn), tracepoint, touch);
    }

    private static Told told(
            EventKind kind, Optional<Turn> turn, String tracepoint, Optional<Touch> touch) {
        return new Told(kind, turn, tracepoint, touch);
    }

    /// Whether one of the kernel's tracepoints prints the event.
    public boolean printed() {
        return !tracepoint.isEmpty();
    }

    /// What it touches, if that is a table, an entry or the root that is still there. Guest memory
    /// is taken for an entry as wide as the guest's.
    ///
    /// @param state after the event
    public Optional<Touch> touchIn(State state) {
        return touch.filter(what -> what.kind() != Touch.Kind.GONE)
                .map(what -> new Touch(entry(what.thing(), state), what.kind()));
    }

    private static Thing entry(Thing thing, State state) {
        if (thing instanceof Thing.Memory(var at)) {
            int bytes = state.cpu().registers().mode().entryBytes();
            return new Thing.GuestEntry(at.gfn(), at.offset() / (bytes == 0 ? 8 : bytes));
        }
        return thing;
    }

    public static Told of(MmuEvent event) {
        return switch (event) {
            case MmuEvent.StepStarted _ -> told(EventKind.STEP, SAME, SILENT, NOTHING);
            case MmuEvent.StepEnded e ->
                    told(EventKind.STEP, new Turn.Ends(e.outcome()), SILENT, NOTHING);
            case MmuEvent.AccessStarted e ->
                    told(EventKind.ACCESS, new Turn.Tries(e.access()), SILENT, NOTHING);
            case MmuEvent.AccessDone e ->
                    told(EventKind.ACCESS, new Turn.Reaches(e.access()), SILENT, NOTHING);

            case MmuEvent.PageFaultTaken e ->
                    told(
                            EventKind.FAULT,
                            new Turn.Faults(e.address(), e.errorCode()),
                            "kvm_page_fault",
                            NOTHING);
            case MmuEvent.ExceptionInjected _ ->
                    told(EventKind.FAULT, Phase.GUEST_FAULT, "kvm_inj_exception", NOTHING);
            case MmuEvent.InstructionEmulated _ ->
                    told(EventKind.WRITE, Phase.EMULATION, "kvm_emulate_insn", NOTHING);
            case MmuEvent.MmioSeen _ -> told(EventKind.MMIO, Phase.EMULATION, "kvm_mmio", NOTHING);
            case MmuEvent.MmioExited _ -> told(EventKind.MMIO, Phase.EMULATION, SILENT, NOTHING);
            case MmuEvent.RunFailed _ -> told(EventKind.FAULT, SAME, SILENT, NOTHING);

            case MmuEvent.WalkStarted e ->
                    told(
                            EventKind.WALK,
                            new Turn.Walks(e.address(), e.pferr()),
                            "kvm_mmu_pagetable_walk",
                            NOTHING);
            case MmuEvent.GpteRead e ->
                    told(
                            EventKind.WALK,
                            new Turn.Reads(e.level()),
                            "kvm_mmu_paging_element",
                            read(e.at()));
            case MmuEvent.AccessedBitSet e ->
                    told(EventKind.WRITE, SAME, "kvm_mmu_set_accessed_bit", read(e.at()));
            case MmuEvent.DirtyBitSet e ->
                    told(EventKind.WRITE, SAME, "kvm_mmu_set_dirty_bit", read(e.at()));
            case MmuEvent.WalkFailed _ ->
                    told(EventKind.FAULT, Phase.GUEST_FAULT, "kvm_mmu_walker_error", NOTHING);

            case MmuEvent.ShadowPageGot e ->
                    told(
                            EventKind.PAGE,
                            Phase.SHADOW_PAGES,
                            "kvm_mmu_get_page",
                            page(e.page().page(), e.created() ? Touch.Kind.MADE : Touch.Kind.READ));
            case MmuEvent.ShadowPageZapPrepared e ->
                    told(
                            EventKind.ZAP,
                            SAME,
                            "kvm_mmu_prepare_zap_page",
                            page(e.page().page(), Touch.Kind.GOING));
            case MmuEvent.ShadowPageCreated e ->
                    told(
                            EventKind.PAGE,
                            Phase.SHADOW_PAGES,
                            SILENT,
                            page(e.page(), Touch.Kind.MADE));
            case MmuEvent.ShadowPageUnsynced e ->
                    told(EventKind.SYNC, SAME, "kvm_mmu_unsync_page", changed(e.page().page()));
            case MmuEvent.ShadowPageSynced e ->
                    told(EventKind.SYNC, SAME, "kvm_mmu_sync_page", changed(e.page().page()));
            case MmuEvent.ShadowPageInvalidated e ->
                    told(EventKind.ZAP, SAME, SILENT, page(e.page(), Touch.Kind.GOING));
            case MmuEvent.ShadowPageFreed e ->
                    told(EventKind.ZAP, SAME, SILENT, page(e.page(), Touch.Kind.GONE));
            case MmuEvent.UnsyncChildMarked e ->
                    told(EventKind.SYNC, SAME, SILENT, changed(e.at()));
            case MmuEvent.WriteFloodingCounted e ->
                    told(EventKind.COUNT, SAME, SILENT, changed(e.page()));
            case MmuEvent.RootCounted e -> told(EventKind.PAGE, SAME, SILENT, changed(e.page()));
            case MmuEvent.AllZappedFast _ ->
                    told(EventKind.ZAP, SAME, "kvm_mmu_zap_all_fast", NOTHING);
            case MmuEvent.PageLimitSet _ -> told(EventKind.HOST, SAME, SILENT, NOTHING);

            case MmuEvent.SpteRequested _ ->
                    told(EventKind.SPTE, Phase.SPTE, "kvm_mmu_spte_requested", NOTHING);
            case MmuEvent.SpteSet e ->
                    told(EventKind.SPTE, Phase.SPTE, "kvm_mmu_set_spte", changed(e.at()));
            case MmuEvent.SpteChanged e ->
                    told(
                            e.now() == 0 ? EventKind.ZAP : EventKind.SPTE,
                            turn(e.why()),
                            SILENT,
                            changed(e.at()));
            case MmuEvent.MmioSpteMarked e ->
                    told(EventKind.MMIO, Phase.SPTE, "mark_mmio_spte", changed(e.at()));
            case MmuEvent.MmioSpteChecked _ ->
                    told(EventKind.MMIO, SAME, "check_mmio_spte", NOTHING);
            case MmuEvent.MmioPageFaultHandled _ ->
                    told(EventKind.MMIO, SAME, "handle_mmio_page_fault", NOTHING);
            case MmuEvent.FastPageFaultTried e ->
                    told(EventKind.FAULT, SAME, "fast_page_fault", changed(e.at()));

            case MmuEvent.RegisterLoaded _ -> told(EventKind.CPU, SAME, SILENT, NOTHING);
            case MmuEvent.PdptrsLoaded _ -> told(EventKind.CPU, SAME, SILENT, NOTHING);
            case MmuEvent.RootsChanged _ ->
                    told(
                            EventKind.CPU,
                            SAME,
                            SILENT,
                            touch(new Thing.PaeRoot(), Touch.Kind.CHANGED));
            case MmuEvent.RequestMade _ -> told(EventKind.CPU, SAME, SILENT, NOTHING);
            case MmuEvent.RequestServed _ -> told(EventKind.CPU, SAME, SILENT, NOTHING);
            case MmuEvent.MmioCacheChanged _ -> told(EventKind.MMIO, SAME, SILENT, NOTHING);
            case MmuEvent.RetryRemembered _ -> told(EventKind.CPU, SAME, SILENT, NOTHING);

            case MmuEvent.MemslotsChanged _ -> told(EventKind.HOST, SAME, SILENT, NOTHING);
            case MmuEvent.MemoryWritten e ->
                    told(
                            EventKind.WRITE,
                            SAME,
                            SILENT,
                            touch(new Thing.Memory(e.at()), Touch.Kind.CHANGED));
            case MmuEvent.HostFrameChanged _ -> told(EventKind.HOST, SAME, SILENT, NOTHING);
            case MmuEvent.PageLoggedDirty _ -> told(EventKind.HOST, SAME, SILENT, NOTHING);
            case MmuEvent.DirtyLogCleared _ -> told(EventKind.HOST, SAME, SILENT, NOTHING);
            case MmuEvent.Counted e -> told(EventKind.COUNT, turn(e.stat()), SILENT, NOTHING);
        };
    }

    private static Optional<Turn> turn(MmuEvent.Why why) {
        return switch (why) {
            case LINKED -> opens(Phase.SHADOW_PAGES);
            case USED -> opens(Phase.RETRY);
            case ZAPPED, SYNCED, WRITE_PROTECTED, DIRTY_LOGGED -> SAME;
            case FAST_FIXED, MARKED_MMIO, HOST_UNMAPPED -> SAME;
        };
    }

    /// A page fault that KVM answers by carrying the instruction out; the trace has no line for it.
    private static Optional<Turn> turn(Stat stat) {
        return stat == Stat.PF_EMULATE ? opens(Phase.EMULATION) : SAME;
    }

    private static Optional<Turn> opens(Phase phase) {
        return Optional.of(new Turn.Opens(phase));
    }

    private static Optional<Touch> read(Gpa entry) {
        return touch(new Thing.Memory(entry), Touch.Kind.READ);
    }

    private static Optional<Touch> changed(int page) {
        return page(page, Touch.Kind.CHANGED);
    }

    private static Optional<Touch> changed(SpteAt entry) {
        return touch(new Thing.ShadowEntry(entry), Touch.Kind.CHANGED);
    }

    private static Optional<Touch> page(int page, Touch.Kind kind) {
        return touch(new Thing.ShadowTable(page), kind);
    }

    private static Optional<Touch> touch(Thing thing, Touch.Kind kind) {
        return Optional.of(new Touch(thing, kind));
    }
}
