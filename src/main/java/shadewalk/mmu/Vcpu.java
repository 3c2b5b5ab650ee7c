package shadewalk.mmu;

import shadewalk.state.MmuEvent;
import shadewalk.state.Registers;
import shadewalk.state.Request;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.Stat;
import shadewalk.x86.Cr0;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;
import shadewalk.x86.PageFault;
import shadewalk.x86.PagingMode;
import shadewalk.x86.Pfn;

/// A virtual processor as KVM's MMU sees it: it enters the guest, takes page faults, and
/// invalidates addresses.
///
/// Source: `arch/x86/kvm/x86.c`, `vcpu_enter_guest`, `kvm_inject_emulated_page_fault`; `mmu.c`,
/// `kvm_mmu_page_fault`, `kvm_mmu_do_page_fault`, `kvm_mmu_invlpg`; `paging_tmpl.h`, `invlpg`;
/// v6.1.
public final class Vcpu {

    private final Recorder recorder;
    private final Privilege privilege = new Privilege();
    private final SpteEditor sptes;
    private final GuestMemory memory;
    private final GuestWalker walker;
    private final Zapper zapper;
    private final Syncer syncer;
    private final Prefetcher prefetcher;
    private final MmioFault mmio;
    private final PagingFault pagingFault;
    private final DirectFault directFault;
    private final RootLoader roots;
    private final ControlRegisters registers;
    private final EmulatedMemory emulated;
    private final HardwareWalker hardware;

    private final ExceptionQueue exceptions = new ExceptionQueue();

    public Vcpu(Vm vm) {
        recorder = vm.recorder;
        sptes = vm.sptes;
        memory = vm.memory;
        zapper = vm.zapper;
        HostPages hostPages = vm.hostPages;
        walker = new GuestWalker(recorder, memory, privilege);
        SpteMaker maker = new SpteMaker(vm.unsync, memory);
        MmioSptes mmioSptes = new MmioSptes(recorder, sptes);
        syncer = new Syncer(recorder, sptes, vm.unsync, zapper, maker, mmioSptes, memory);
        ShadowPages pages = new ShadowPages(recorder, sptes, vm.unsync, zapper, syncer);
        LeafSetter leaves = new LeafSetter(recorder, sptes, maker, mmioSptes);
        prefetcher = new Prefetcher(recorder, sptes, syncer, hostPages, leaves);
        mmio = new MmioFault(recorder);
        pagingFault =
                new PagingFault(
                        recorder, memory, pages, zapper, syncer, hostPages, leaves, prefetcher);
        directFault =
                new DirectFault(recorder, memory, pages, zapper, hostPages, leaves, prefetcher);
        roots = new RootLoader(recorder, memory, pages, zapper, syncer, mmio);
        registers = new ControlRegisters(recorder, memory, roots);
        WriteTracker tracker = new WriteTracker(recorder, memory, sptes, zapper);
        emulated = new EmulatedMemory(recorder, privilege, walker, memory, tracker, zapper);
        hardware = new HardwareWalker(recorder);
    }

    /// The processor lets go of its roots. Kernel: x86.c, kvm_unload_vcpu_mmu.
    public void unload() {
        roots.unload();
    }

    /// The processor was reset after a shutdown: with paging on it loses its roots. Kernel: x86.c,
    /// kvm_vcpu_reset.
    public void reset() {
        if (current().cr0(Cr0.PG)) {
            roots.unload();
        }
    }

    /// What the running code may do; to be set whenever that changes.
    public Privilege privilege() {
        return privilege;
    }

    public ControlRegisters registers() {
        return registers;
    }

    /// Guest memory as KVM's emulator reaches it.
    public EmulatedMemory emulatedMemory() {
        return emulated;
    }

    /// The processor's own translation through the shadow tables.
    public HardwareWalker hardware() {
        return hardware;
    }

    /// Stores through a mapping the processor has just translated.
    public void storeNatively(Gpa at, Pfn frame, int bytes, long value) {
        memory.storeNatively(at, frame, bytes, value);
    }

    /// Does what was put off until this entry, in KVM's order. Kernel: x86.c, vcpu_enter_guest.
    public void serveRequests() {
        if (serve(Request.MMU_FREE_OBSOLETE_ROOTS)) {
            roots.dropObsolete();
        }
        if (serve(Request.MMU_SYNC)) {
            roots.sync();
        }
        serve(Request.LOAD_MMU_PGD);
        if (serve(Request.TLB_FLUSH)) {
            countFlush();
            serve(Request.TLB_FLUSH_CURRENT);
        }
        if (serve(Request.TLB_FLUSH_CURRENT)) {
            countFlush();
        }
        if (serve(Request.TLB_FLUSH_GUEST)) {
            countFlush();
            roots.sync();
            roots.dropUnsyncPrevious();
        }
    }

    /// Whether something must be done before the guest may run on. Kernel: kvm_host.h,
    /// kvm_request_pending.
    public boolean hasRequests() {
        return !recorder.now().cpu().requests().isEmpty();
    }

    /// Kernel: kvm_host.h, kvm_check_request.
    private boolean serve(Request request) {
        boolean wanted = recorder.now().cpu().requests().contains(request);
        if (wanted) {
            recorder.emit(new MmuEvent.RequestServed(request));
        }
        return wanted;
    }

    private void countFlush() {
        recorder.emit(new MmuEvent.Counted(Stat.TLB_FLUSH, 1));
    }

    /// Sees to it that there is a root to run on. Kernel: mmu.h, kvm_mmu_reload.
    ///
    /// @return false if the guest's tables lie where no memory is, which is a triple fault
    public boolean loadRoots() {
        return roots.reload();
    }

    /// The exception that is on its way into the guest.
    public ExceptionQueue exceptions() {
        return exceptions;
    }

    /// Queues the guest's own page fault. If its tables forbid the access, the stale entry, if
    /// there is one, is invalidated first. Kernel: x86.c, kvm_inject_emulated_page_fault.
    public void queuePageFault(Gva address, long code) {
        if (PageFault.P.in(code) && !PageFault.RSVD.in(code)) {
            invalidate(address, recorder.now().cpu().roots().current());
        }
        recorder.emit(new MmuEvent.Counted(Stat.PF_GUEST, 1));
        exceptions.queue(ExceptionQueue.PAGE_FAULT, code, address);
    }

    /// What is to be done after a page fault.
    public enum Verdict {
        /// Let the guest run on.
        RESUME,
        /// Emulate the instruction; no other way is possible.
        EMULATE,
        /// Emulate the instruction, or let the guest try again if that helps.
        EMULATE_OR_RETRY
    }

    /// Handles a page fault that took the processor out of the guest. Kernel: mmu.c,
    /// kvm_mmu_page_fault.
    ///
    /// @param duringDelivery whether the processor was delivering an exception or interrupt
    public Verdict pageFault(Gva rip, Gva address, long code, boolean duringDelivery) {
        recorder.emit(new MmuEvent.PageFaultTaken(rip, address, code));
        boolean direct = current().mode() == PagingMode.OFF;
        if (duringDelivery && !direct) {
            unprotect(address);
        }
        RetPf result = RetPf.INVALID;
        if (PageFault.RSVD.in(code)) {
            result = mmio.handle(address, direct);
            if (result == RetPf.EMULATE) {
                return Verdict.EMULATE;
            }
        }
        if (result == RetPf.INVALID) {
            result = handle(address, code, direct);
        }
        if (result != RetPf.EMULATE) {
            return Verdict.RESUME;
        }
        return mmio.isRemembered(address, direct) ? Verdict.EMULATE : Verdict.EMULATE_OR_RETRY;
    }

    /// Kernel: mmu_internal.h, kvm_mmu_do_page_fault.
    private RetPf handle(Gva address, long code, boolean direct) {
        recorder.emit(new MmuEvent.Counted(Stat.PF_TAKEN, 1));
        Fault fault = new Fault(address, code);
        RetPf result = direct ? directFault.handle(fault, mmio) : paging(fault);
        if (fault.comparedWithTables) {
            emulated.faultWroteOwnTables(fault.writesOwnTables);
        }
        switch (result) {
            case FIXED -> recorder.emit(new MmuEvent.Counted(Stat.PF_FIXED, 1));
            case EMULATE -> recorder.emit(new MmuEvent.Counted(Stat.PF_EMULATE, 1));
            case SPURIOUS -> recorder.emit(new MmuEvent.Counted(Stat.PF_SPURIOUS, 1));
            case CONTINUE, RETRY, INVALID -> {}
        }
        return result;
    }

    private RetPf paging(Fault fault) {
        GuestWalkResult walk = walker.walk(fault.address, PageFault.RSVD.clear(fault.code));
        if (walk.failed()) {
            queuePageFault(fault.address, walk.faultCode());
            return RetPf.RETRY;
        }
        return pagingFault.handle(fault, walk, mmio);
    }

    /// A fault while an event is being delivered: if the frame is a shadowed table, it is given up,
    /// for no emulation could finish the delivery. Kernel: mmu.c, kvm_mmu_unprotect_page_virt.
    private void unprotect(Gva address) {
        GuestWalkResult walk = walker.walk(address, PageFault.U.put(0, privilege.user()));
        if (!walk.failed()) {
            zapper.unprotect(walk.gfn());
        }
    }

    /// INVLPG by the guest: the current root and all earlier ones. An address that is not canonical
    /// is let pass without any effect. Kernel: mmu.c, kvm_mmu_invlpg.
    public void invlpg(Gva address) {
        if (!canonical(address)) {
            return;
        }
        Roots now = recorder.now().cpu().roots();
        invalidate(address, now.current());
        for (Roots.Root previous : now.previous()) {
            if (previous.valid()) {
                invalidate(address, previous);
            }
        }
        recorder.emit(new MmuEvent.Counted(Stat.INVLPG, 1));
    }

    /// Kernel: x86.h, is_noncanonical_address.
    private boolean canonical(Gva address) {
        if (current().mode().depth() < 4) {
            return true;
        }
        int unused = 64 - (current().mode().depth() == 5 ? 57 : 48);
        return address.raw() << unused >> unused == address.raw();
    }

    /// Makes one entry of an unsync page match the guest's table again. Synced pages need nothing.
    /// Kernel: mmu.c, kvm_mmu_invalidate_gva; paging_tmpl.h, FNAME(invlpg).
    private void invalidate(Gva address, Roots.Root root) {
        if (current().mode() == PagingMode.OFF) {
            return;
        }
        mmio.forget(address);
        if (!root.valid()) {
            return;
        }
        for (ShadowWalkIterator walk = new ShadowWalkIterator(recorder, address, root);
                walk.ok();
                walk.next()) {
            if (isTerminal(walk)) {
                resyncOne(walk);
            }
            if (!recorder.now().shadow().page(walk.page()).hasUnsyncChildren()) {
                return;
            }
        }
    }

    private static boolean isTerminal(ShadowWalkIterator walk) {
        return walk.level() == 1 || Spte.large(walk.spte());
    }

    private void resyncOne(ShadowWalkIterator walk) {
        ShadowPage page = recorder.now().shadow().page(walk.page());
        if (!page.unsync()) {
            return;
        }
        if (sptes.zap(walk.at(), MmuEvent.Why.ZAPPED)) {
            recorder.flushRemoteTlbs();
        }
        Gpa at = Syncer.gpteOf(page, walk.at().index());
        Long gpte = memory.readAtomic(at, page.role().gpteBytes());
        if (gpte != null) {
            prefetcher.one(walk.at(), gpte, false);
        }
    }

    private Registers current() {
        return recorder.now().cpu().registers();
    }
}
