package shadewalk.mmu;

import shadewalk.state.Acc;
import shadewalk.state.MmioCache;
import shadewalk.state.MmuEvent;
import shadewalk.state.Spte;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;

/// Faults on entries that stand for a device, and the one device page the virtual processor
/// remembers.
///
/// Source: `mmu.c`, `handle_mmio_page_fault`; `x86.h`, `vcpu_cache_mmio_info`,
/// `vcpu_clear_mmio_info`, v6.1.
final class MmioFault {

    private final Recorder recorder;

    MmioFault(Recorder recorder) {
        this.recorder = recorder;
    }

    /// Handles a fault whose error code says that a reserved bit was set. Kernel: mmu.c,
    /// handle_mmio_page_fault.
    ///
    /// @param direct whether the guest runs without paging
    RetPf handle(Gva address, boolean direct) {
        if (isRemembered(address, direct)) {
            return RetPf.EMULATE;
        }
        long spte = 0;
        for (ShadowWalkIterator walk = new ShadowWalkIterator(recorder, address);
                walk.ok();
                walk.next()) {
            spte = walk.spte();
        }
        if (!Spte.mmio(spte)) {
            return RetPf.RETRY;
        }
        long kvm = SpteMaker.keptGeneration(generation());
        long kept = Spte.mmioGeneration(spte);
        recorder.emit(new MmuEvent.MmioSpteChecked(spte, kvm, kept));
        if (kvm != kept) {
            return RetPf.INVALID;
        }
        int access = (Spte.W.in(spte) ? Acc.WRITE : 0) | (Spte.U.in(spte) ? Acc.USER : 0);
        Gfn gfn = new Gfn(Spte.MMIO_GFN.of(spte));
        Gva shown = direct ? new Gva(0) : address;
        recorder.emit(new MmuEvent.MmioPageFaultHandled(shown, gfn, access));
        remember(shown, gfn, access);
        return RetPf.EMULATE;
    }

    /// Whether the remembered device page answers for an address. Kernel: mmu.c,
    /// mmio_info_in_cache.
    boolean isRemembered(Gva address, boolean direct) {
        MmioCache cache = recorder.now().cpu().mmio();
        return direct
                ? cache.matches(new Gpa(address.raw()).gfn(), generation())
                : cache.matches(address, generation());
    }

    /// Kernel: x86.h, vcpu_cache_mmio_info.
    void remember(Gva address, Gfn gfn, int access) {
        change(new MmioCache(address.page(), access & (Acc.WRITE | Acc.USER), gfn, generation()));
    }

    /// Forgets the page if it is the one of this address. Kernel: x86.h, vcpu_clear_mmio_info.
    void forget(Gva address) {
        if (recorder.now().cpu().mmio().page().equals(address.page())) {
            forget();
        }
    }

    /// Forgets the page's address.
    void forget() {
        change(recorder.now().cpu().mmio().withoutPage());
    }

    private void change(MmioCache now) {
        MmioCache was = recorder.now().cpu().mmio();
        if (!was.equals(now)) {
            recorder.emit(new MmuEvent.MmioCacheChanged(was, now));
        }
    }

    private long generation() {
        return recorder.now().slots().generation();
    }
}
