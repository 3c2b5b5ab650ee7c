package shadewalk.read;

import static shadewalk.read.EventKind.ACCESS;
import static shadewalk.read.EventKind.COUNT;
import static shadewalk.read.EventKind.CPU;
import static shadewalk.read.EventKind.FAULT;
import static shadewalk.read.EventKind.HOST;
import static shadewalk.read.EventKind.MMIO;
import static shadewalk.read.EventKind.PAGE;
import static shadewalk.read.EventKind.SPTE;
import static shadewalk.read.EventKind.STEP;
import static shadewalk.read.EventKind.SYNC;
import static shadewalk.read.EventKind.WALK;
import static shadewalk.read.EventKind.WRITE;
import static shadewalk.read.EventKind.ZAP;
import static shadewalk.read.KernelFunction.host;
import static shadewalk.read.KernelFunction.mmu;
import static shadewalk.read.KernelFunction.walker;
import static shadewalk.read.KernelFunction.x86;

import java.util.Optional;
import shadewalk.state.MmuEvent;
import shadewalk.state.SpteAt;
import shadewalk.state.Stat;
import shadewalk.state.State;
import shadewalk.x86.Gpa;

/// The table of the events: what each is to whoever tells a run. All that is asked of an event
/// without its numbers stands here, so that a new event has its row or does not compile. Its words
/// are in the package `tell`.
///
/// @param kind which of the kinds a learner tells apart
/// @param tracepoint the kernel's name for it, `kvm_mmu_set_spte`; empty where the kernel prints
///   nothing
/// @param function where the kernel does it, as of v6.1
/// @param turn what it is to the story of an access, if that goes on with it
/// @param touch what it is done to, if that is a table, an entry or memory
public record Told(
        EventKind kind,
        String tracepoint,
        KernelFunction function,
        Optional<Turn> turn,
        Optional<Touch> touch) {

    public static Told of(MmuEvent event) {
        return switch (event) {
            case MmuEvent.StepStarted _ -> a(STEP);
            case MmuEvent.StepEnded e -> a(STEP).turn(new Turn.Ends(e.outcome()));
            case MmuEvent.AccessStarted e -> a(ACCESS).turn(new Turn.Tries(e.access()));
            case MmuEvent.AccessDone e -> a(ACCESS).turn(new Turn.Reaches(e.access()));
            case MmuEvent.PageFaultTaken e ->
                    a(FAULT, "kvm_page_fault", mmu("kvm_handle_page_fault"))
                            .turn(new Turn.Faults(e.address(), e.errorCode()));
            case MmuEvent.ExceptionInjected _ ->
                    a(FAULT, "kvm_inj_exception", x86("kvm_inject_exception"))
                            .opens(Phase.GUEST_FAULT);
            case MmuEvent.InstructionEmulated _ ->
                    a(WRITE, "kvm_emulate_insn", x86("x86_decode_emulated_instruction"))
                            .opens(Phase.EMULATION);
            case MmuEvent.MmioSeen _ ->
                    a(MMIO, "kvm_mmio", x86("emulator_read_write_onepage")).opens(Phase.EMULATION);
            case MmuEvent.MmioExited _ ->
                    a(MMIO, x86("emulator_read_write")).opens(Phase.EMULATION);
            case MmuEvent.RunFailed _ -> a(FAULT, x86("kvm_arch_vcpu_ioctl_run"));
            case MmuEvent.WalkStarted e ->
                    a(WALK, "kvm_mmu_pagetable_walk", walker("walk_addr_generic"))
                            .turn(new Turn.Walks(e.address(), e.pferr()));
            case MmuEvent.GpteRead e ->
                    a(WALK, "kvm_mmu_paging_element", walker("walk_addr_generic"))
                            .turn(new Turn.Reads(e.level()))
                            .reads(e.at());
            case MmuEvent.AccessedBitSet e ->
                    a(WRITE, "kvm_mmu_set_accessed_bit", walker("update_accessed_dirty_bits"))
                            .reads(e.at());
            case MmuEvent.DirtyBitSet e ->
                    a(WRITE, "kvm_mmu_set_dirty_bit", walker("update_accessed_dirty_bits"))
                            .reads(e.at());
            case MmuEvent.WalkFailed _ ->
                    a(FAULT, "kvm_mmu_walker_error", walker("walk_addr_generic"))
                            .opens(Phase.GUEST_FAULT);
            case MmuEvent.ShadowPageGot e ->
                    a(PAGE, "kvm_mmu_get_page", mmu("__kvm_mmu_get_shadow_page"))
                            .opens(Phase.SHADOW_PAGES)
                            .page(e.page().page(), e.created() ? Touch.Kind.MADE : Touch.Kind.READ);
            case MmuEvent.ShadowPageZapPrepared e ->
                    a(ZAP, "kvm_mmu_prepare_zap_page", mmu("__kvm_mmu_prepare_zap_page"))
                            .page(e.page().page(), Touch.Kind.GOING);
            case MmuEvent.ShadowPageCreated e ->
                    a(PAGE, mmu("kvm_mmu_alloc_shadow_page"))
                            .opens(Phase.SHADOW_PAGES)
                            .page(e.page(), Touch.Kind.MADE);
            case MmuEvent.ShadowPageUnsynced e ->
                    a(SYNC, "kvm_mmu_unsync_page", mmu("kvm_unsync_page")).changes(e.page().page());
            case MmuEvent.ShadowPageSynced e ->
                    a(SYNC, "kvm_mmu_sync_page", mmu("kvm_unlink_unsync_page"))
                            .changes(e.page().page());
            case MmuEvent.ShadowPageInvalidated e ->
                    a(ZAP, mmu("__kvm_mmu_prepare_zap_page")).page(e.page(), Touch.Kind.GOING);
            case MmuEvent.ShadowPageFreed e ->
                    a(ZAP, mmu("kvm_mmu_free_shadow_page")).page(e.page(), Touch.Kind.GONE);
            case MmuEvent.UnsyncChildMarked e -> a(SYNC, mmu("mark_unsync")).changes(e.at());
            case MmuEvent.WriteFloodingCounted e ->
                    a(COUNT, mmu("detect_write_flooding")).changes(e.page());
            case MmuEvent.RootCounted e -> a(PAGE, mmu("mmu_alloc_root")).changes(e.page());
            case MmuEvent.AllZappedFast _ ->
                    a(ZAP, "kvm_mmu_zap_all_fast", mmu("kvm_mmu_zap_all_fast"));
            case MmuEvent.PageLimitSet _ -> a(HOST, mmu("kvm_mmu_change_mmu_pages"));
            case MmuEvent.SpteRequested _ ->
                    a(SPTE, "kvm_mmu_spte_requested", walker("fetch")).opens(Phase.SPTE);
            case MmuEvent.SpteSet e ->
                    a(SPTE, "kvm_mmu_set_spte", mmu("mmu_set_spte"))
                            .opens(Phase.SPTE)
                            .changes(e.at());
            case MmuEvent.SpteChanged e ->
                    a(e.now() == 0 ? ZAP : SPTE, mmu("mmu_spte_update"))
                            .changed(e.why())
                            .changes(e.at());
            case MmuEvent.MmioSpteMarked e ->
                    a(MMIO, "mark_mmio_spte", mmu("mark_mmio_spte"))
                            .opens(Phase.SPTE)
                            .changes(e.at());
            case MmuEvent.MmioSpteChecked _ -> a(MMIO, "check_mmio_spte", mmu("check_mmio_spte"));
            case MmuEvent.MmioPageFaultHandled _ ->
                    a(MMIO, "handle_mmio_page_fault", mmu("handle_mmio_page_fault"));
            case MmuEvent.FastPageFaultTried e ->
                    a(FAULT, "fast_page_fault", mmu("fast_page_fault")).changes(e.at());
            case MmuEvent.RegisterLoaded _ ->
                    a(CPU, x86("kvm_set_cr0, kvm_set_cr3, kvm_set_cr4, set_efer"));
            case MmuEvent.PdptrsLoaded _ -> a(CPU, x86("load_pdptrs"));
            case MmuEvent.RootsChanged _ ->
                    a(CPU, mmu("mmu_alloc_shadow_roots"))
                            .touch(new Thing.PaeRoot(), Touch.Kind.CHANGED);
            case MmuEvent.RequestMade _ ->
                    a(CPU, new KernelFunction("kvm_make_request", "include/linux/kvm_host.h"));
            case MmuEvent.RequestServed _ -> a(CPU, x86("vcpu_enter_guest"));
            case MmuEvent.MmioCacheChanged _ ->
                    a(MMIO, new KernelFunction("vcpu_cache_mmio_info", "arch/x86/kvm/x86.h"));
            case MmuEvent.RetryRemembered _ -> a(CPU, x86("retry_instruction"));
            case MmuEvent.MemslotsChanged _ -> a(HOST, host("kvm_set_memslot"));
            case MmuEvent.MemoryWritten e ->
                    a(WRITE).touch(new Thing.Memory(e.at()), Touch.Kind.CHANGED);
            case MmuEvent.HostFrameChanged _ ->
                    a(HOST, host("kvm_mmu_notifier_invalidate_range_start"));
            case MmuEvent.PageLoggedDirty _ -> a(HOST, host("mark_page_dirty_in_slot"));
            case MmuEvent.DirtyLogCleared _ -> a(HOST, host("kvm_get_dirty_log_protect"));
            case MmuEvent.Counted e -> a(COUNT).counted(e.stat());
        };
    }

    /// An event that is not the kernel's doing.
    private static Told a(EventKind kind) {
        return a(kind, KernelFunction.NONE);
    }

    /// An event that the kernel does not print.
    private static Told a(EventKind kind, KernelFunction function) {
        return a(kind, "", function);
    }

    private static Told a(EventKind kind, String tracepoint, KernelFunction function) {
        return new Told(kind, tracepoint, function, Optional.empty(), Optional.empty());
    }

    private Told turn(Turn next) {
        return new Told(kind, tracepoint, function, Optional.of(next), touch);
    }

    private Told opens(Phase phase) {
        return turn(new Turn.Opens(phase));
    }

    private Told changed(MmuEvent.Why why) {
        return switch (why) {
            case LINKED -> opens(Phase.SHADOW_PAGES);
            case USED -> opens(Phase.RETRY);
            case ZAPPED, SYNCED, WRITE_PROTECTED, DIRTY_LOGGED -> this;
            case FAST_FIXED, MARKED_MMIO, HOST_UNMAPPED -> this;
        };
    }

    /// A page fault that KVM answers by carrying the instruction out; the trace has no line for it.
    private Told counted(Stat stat) {
        return stat == Stat.PF_EMULATE ? opens(Phase.EMULATION) : this;
    }

    private Told touch(Thing thing, Touch.Kind how) {
        return new Told(kind, tracepoint, function, turn, Optional.of(new Touch(thing, how)));
    }

    private Told reads(Gpa entry) {
        return touch(new Thing.Memory(entry), Touch.Kind.READ);
    }

    private Told page(int page, Touch.Kind how) {
        return touch(new Thing.ShadowTable(page), how);
    }

    private Told changes(int page) {
        return page(page, Touch.Kind.CHANGED);
    }

    private Told changes(SpteAt entry) {
        return touch(new Thing.ShadowEntry(entry), Touch.Kind.CHANGED);
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
}
