package shadewalk.state;

import java.util.List;
import shadewalk.x86.Access;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;
import shadewalk.x86.Hpa;
import shadewalk.x86.Pfn;

/// One thing that happened. Its place in the list is its time.
///
/// Every change of the [State] is one of these, and so is everything KVM's tracepoints print. Where
/// a tracepoint stands for a change, the event is both; the other changes print nothing, as in the
/// kernel.
public sealed interface MmuEvent {

    /// Changes nothing; says what is being done or was found.
    sealed interface Note extends MmuEvent {}

    /// Changes the virtual processor.
    sealed interface OfCpu extends MmuEvent {}

    /// Changes shadow pages or their entries.
    sealed interface OfShadow extends MmuEvent {}

    /// Changes memslots or host memory.
    sealed interface OfHost extends MmuEvent {}

    // Markers

    /// Step `number` of a scenario begins; `words` is the step as a trace marker prints it.
    record StepStarted(int number, String words) implements Note {}

    /// Step `number` is over.
    record StepEnded(int number, Outcome outcome) implements Note {}

    /// The guest program makes the access this step is about.
    record AccessStarted(Access access) implements Note {}

    /// The access reached memory at this host address.
    record AccessDone(Access access, Hpa address) implements Note {}

    // The guest's processor leaves the guest (tracepoints of the system kvm)

    /// A page fault took the processor out of the guest (`kvm_page_fault`).
    record PageFaultTaken(Gva rip, Gva address, long errorCode) implements Note {}

    /// An exception is put into the guest at entry (`kvm_inj_exception`). The error code is -1 for
    /// vectors without one.
    record ExceptionInjected(int vector, long errorCode) implements Note {}

    /// KVM decoded an instruction to emulate it (`kvm_emulate_insn`).
    ///
    /// @param bytes the instruction's bytes as the trace prints them, `89 0b`; as many as could be
    ///   fetched
    /// @param failed whether KVM says that it gives up on it
    record InstructionEmulated(Gva rip, String bytes, Code code, boolean failed) implements Note {}

    /// As what kind of code the emulator reads an instruction.
    enum Code {
        REAL,
        PROTECTED,
        LONG
    }

    /// The emulator met a device (`kvm_mmio`).
    record MmioSeen(Mmio kind, int bytes, Gpa gpa, long value) implements Note {}

    /// The virtual machine's owner handled a device access (`KVM_EXIT_MMIO`).
    record MmioExited(boolean write, int bytes, Gpa gpa, long value) implements Note {}

    /// The virtual processor cannot go on.
    record RunFailed(String reason) implements Note {}

    /// What `kvm_mmio` says of an access.
    enum Mmio {
        UNSATISFIED_READ("unsatisfied-read"),
        READ("read"),
        WRITE("write");

        private final String kernelName;

        Mmio(String kernelName) {
            this.kernelName = kernelName;
        }

        public String kernelName() {
            return kernelName;
        }
    }

    // The walk of the guest's tables

    /// `kvm_mmu_pagetable_walk`: KVM begins to walk the guest's tables.
    record WalkStarted(Gva address, long pferr) implements Note {}

    /// `kvm_mmu_paging_element`: the walker read one guest entry.
    ///
    /// @param at where the entry stands; for a cached PAE pointer where it was loaded from
    record GpteRead(int level, Gpa at, long gpte) implements Note {}

    /// `kvm_mmu_set_accessed_bit`: the walker is about to set A in the guest entry at `at`.
    record AccessedBitSet(Gpa at) implements Note {}

    /// `kvm_mmu_set_dirty_bit`: the walker is about to set D in the guest entry at `at`.
    record DirtyBitSet(Gpa at) implements Note {}

    /// `kvm_mmu_walker_error`: the walk ends in a fault of the guest's own.
    record WalkFailed(long pferr) implements Note {}

    // Shadow pages

    /// `kvm_mmu_get_page`: a shadow page was looked up, and made if there was none.
    record ShadowPageGot(PageSummary page, boolean created) implements Note {}

    /// `kvm_mmu_prepare_zap_page`: a shadow page is about to be emptied and given up.
    record ShadowPageZapPrepared(PageSummary page) implements Note {}

    /// A shadow page came into being, empty.
    record ShadowPageCreated(int page, Gfn gfn, Role role) implements OfShadow {}

    /// `kvm_mmu_unsync_page`: the guest may write this table without being noticed from now on.
    ///
    /// @param page as it was just before
    record ShadowPageUnsynced(PageSummary page) implements OfShadow {}

    /// `kvm_mmu_sync_page`: the page stops being unsync.
    ///
    /// @param page as it was just before
    record ShadowPageSynced(PageSummary page) implements OfShadow {}

    /// A zapped page became invalid: no lookup finds it any more.
    record ShadowPageInvalidated(int page) implements OfShadow {}

    /// An invalid page without users went away.
    record ShadowPageFreed(int page) implements OfShadow {}

    /// Something unsync can (not) be reached through this entry any more.
    record UnsyncChildMarked(SpteAt at, boolean now) implements OfShadow {}

    /// A page's count of emulated writes without a use in between.
    record WriteFloodingCounted(int page, int was, int now) implements OfShadow {}

    /// A page is used as a root by more or fewer root slots.
    record RootCounted(int page, int was, int now) implements OfShadow {}

    /// `kvm_mmu_zap_all_fast`: every shadow page becomes obsolete; the other generation begins.
    record AllZappedFast(int generation, int usedPages) implements OfShadow {}

    /// How many shadow pages the virtual machine may have.
    record PageLimitSet(int was, int now) implements OfShadow {}

    // Shadow entries

    /// `kvm_mmu_spte_requested`: the fault wants an entry for this frame at this level.
    record SpteRequested(Gfn gfn, Pfn pfn, int level) implements Note {}

    /// `kvm_mmu_set_spte`: a leaf entry got a new value on behalf of a fault or a prefetch.
    ///
    /// @param gfn the (first) guest frame it maps
    /// @param access the guest's rights behind it, [Acc] bits
    record SpteSet(SpteAt at, int level, Gfn gfn, int access, long was, long now)
            implements OfShadow {}

    /// An entry changed without a tracepoint: linked, zapped, synced, write-protected, or marked by
    /// the processor.
    ///
    /// @param gfn the (first) guest frame a leaf maps, the child's gfn for a link
    /// @param access the guest's rights behind a leaf, [Acc] bits
    record SpteChanged(SpteAt at, int level, Gfn gfn, int access, long was, long now, Why why)
            implements OfShadow {}

    /// Why an entry changed without a tracepoint.
    enum Why {
        /// A child table was hung in (`link_shadow_page`).
        LINKED,
        /// The entry was emptied (`mmu_page_zap_pte`, `drop_spte`, `drop_parent_pte`).
        ZAPPED,
        /// Its page was brought up to date with the guest's table (`sync_page`).
        SYNCED,
        /// The mapped frame became a shadowed table (`rmap_write_protect`).
        WRITE_PROTECTED,
        /// Writes to the mapped frame are being logged again.
        DIRTY_LOGGED,
        /// A write was allowed again without the lock (`fast_pf_fix_direct_spte`).
        FAST_FIXED,
        /// It was made to stand for a device (`mark_mmio_spte`).
        MARKED_MMIO,
        /// The processor set A or D while it used the entry.
        USED,
        /// The host took the frame away (MMU notifier).
        HOST_UNMAPPED
    }

    /// `mark_mmio_spte`: an entry is about to stand for a device frame.
    record MmioSpteMarked(SpteAt at, Gfn gfn, int access, long generation) implements Note {}

    /// `check_mmio_spte`: is a device entry of the current memslot generation?
    record MmioSpteChecked(long spte, long kvmGeneration, long spteGeneration) implements Note {}

    /// `handle_mmio_page_fault`: a device entry answered the fault.
    record MmioPageFaultHandled(Gva address, Gfn gfn, int access) implements Note {}

    /// `fast_page_fault`: KVM tried to give W back without taking the lock.
    record FastPageFaultTried(
            Gva address, long pferr, SpteAt at, long was, long now, boolean spurious, boolean fixed)
            implements Note {}

    // The virtual processor

    /// A control register changed.
    record RegisterLoaded(Registers.Name name, long was, long now) implements OfCpu {}

    /// The four page-directory-pointer entries were loaded from memory.
    record PdptrsLoaded(List<Long> was, List<Long> now) implements OfCpu {}

    /// The processor's roots changed.
    record RootsChanged(Roots was, Roots now) implements OfCpu {}

    /// Something is to be done before the guest runs again.
    record RequestMade(Request request) implements OfCpu {}

    /// It was done.
    record RequestServed(Request request) implements OfCpu {}

    /// The remembered device page changed.
    record MmioCacheChanged(MmioCache was, MmioCache now) implements OfCpu {}

    /// The remembered retry changed.
    record RetryRemembered(Retry was, Retry now) implements OfCpu {}

    // The host

    /// The set of memslots changed.
    record MemslotsChanged(Memslots was, Memslots now) implements OfHost {}

    /// Guest memory changed.
    ///
    /// @param frame the host frame behind `at`
    /// @param bytes 1 to 8, within one frame
    record MemoryWritten(Gpa at, Pfn frame, int bytes, long was, long now, Writer by)
            implements OfHost {}

    /// Who wrote guest memory.
    enum Writer {
        /// The guest's own store, through the shadow tables.
        GUEST,
        /// KVM's emulator on the guest's behalf.
        EMULATOR,
        /// KVM's walker, setting A and D.
        WALKER,
        /// The owner of the virtual machine, behind KVM's back.
        HOST
    }

    /// The host backs a page of a slot with another frame.
    record HostFrameChanged(int slot, long page, Pfn was, Pfn now) implements OfHost {}

    /// The dirty log marked a page.
    record PageLoggedDirty(int slot, long page) implements OfHost {}

    /// A slot's dirty log was emptied.
    record DirtyLogCleared(int slot) implements OfHost {}

    /// A counter moved that nothing else implies.
    record Counted(Stat stat, int by) implements MmuEvent {}
}
