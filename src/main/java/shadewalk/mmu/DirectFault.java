package shadewalk.mmu;

import java.util.OptionalInt;
import shadewalk.state.Acc;
import shadewalk.state.MmuEvent;
import shadewalk.state.MmuEvent.Why;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.state.Stat;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;

/// Page faults of a guest that runs without paging: its virtual addresses are physical ones, and
/// direct shadow pages map them.
///
/// Source: `mmu.c`, v6.1: `nonpaging_page_fault`, `direct_page_fault`, `__direct_map`,
/// `fast_page_fault`.
final class DirectFault {

    private final Recorder recorder;
    private final GuestMemory memory;
    private final ShadowPages pages;
    private final Zapper zapper;
    private final HostPages host;
    private final LeafSetter leaves;
    private final Prefetcher prefetcher;

    DirectFault(
            Recorder recorder,
            GuestMemory memory,
            ShadowPages pages,
            Zapper zapper,
            HostPages host,
            LeafSetter leaves,
            Prefetcher prefetcher) {
        this.recorder = recorder;
        this.memory = memory;
        this.pages = pages;
        this.zapper = zapper;
        this.host = host;
        this.leaves = leaves;
        this.prefetcher = prefetcher;
    }

    /// Kernel: mmu.c, direct_page_fault.
    RetPf handle(Fault fault, MmioFault mmio) {
        fault.maxLevel = 2;
        fault.gfn = new Gpa(fault.address.raw()).gfn();
        fault.slot = memory.slot(fault.gfn);
        if (fault.isTrackedWrite(recorder.now())) {
            return RetPf.EMULATE;
        }
        RetPf fast = fast(fault);
        if (fast != RetPf.INVALID) {
            return fast;
        }
        host.faultIn(fault);
        if (fault.pfn.isError()) {
            return RetPf.EMULATE;
        }
        if (fault.pfn.isNoSlot()) {
            mmio.remember(fault.address, fault.gfn, Acc.ALL);
        }
        if (fault.isStale(recorder.now())) {
            return RetPf.RETRY;
        }
        zapper.makePagesAvailable();
        return map(fault);
    }

    /// Gives W back to an entry that lost it only to the dirty log. Kernel: mmu.c, fast_page_fault.
    private RetPf fast(Fault fault) {
        if (fault.reserved() || !fault.present() || !fault.write()) {
            return RetPf.INVALID;
        }
        ShadowWalkIterator walk = new ShadowWalkIterator(recorder, fault.address);
        SpteAt at = null;
        for (; walk.ok(); walk.next()) {
            at = walk.at();
        }
        if (at == null) {
            return RetPf.INVALID;
        }
        ShadowPage page = recorder.now().shadow().page(at.page());
        long was = page.spte(at.index());
        RetPf result = RetPf.INVALID;
        long now = was;
        if (Spte.presentLeaf(was, page.level())) {
            boolean loggedLarge = page.level() > 1 && fault.slot != null && fault.slot.logDirty();
            if (Spte.writable(was)) {
                result = RetPf.SPURIOUS;
            } else if (Spte.MMU_WRITABLE.in(was) && !loggedLarge) {
                now = Spte.W.set(was);
                result = RetPf.FIXED;
                giveWriteBack(fault, page, at, now);
            }
        }
        recorder.emit(
                new MmuEvent.FastPageFaultTried(
                        fault.address,
                        fault.code,
                        at,
                        was,
                        now,
                        result == RetPf.SPURIOUS,
                        result == RetPf.FIXED));
        if (result != RetPf.INVALID) {
            recorder.emit(new MmuEvent.Counted(Stat.PF_FAST, 1));
        }
        return result;
    }

    /// Kernel: mmu.c, fast_pf_fix_direct_spte.
    private void giveWriteBack(Fault fault, ShadowPage page, SpteAt at, long now) {
        long was = page.spte(at.index());
        recorder.emit(
                new MmuEvent.SpteChanged(
                        at,
                        page.level(),
                        page.gfnAt(at.index()),
                        page.accessAt(at.index()),
                        was,
                        now,
                        Why.FAST_FIXED));
        if (fault.slot != null) {
            memory.markDirty(fault.slot, fault.gfn);
        }
    }

    /// Kernel: mmu.c, __direct_map.
    private RetPf map(Fault fault) {
        host.adjustForHugePage(fault);
        recorder.emit(new MmuEvent.SpteRequested(fault.gfn, fault.requestedPfn(), fault.goalLevel));
        for (ShadowWalkIterator walk = new ShadowWalkIterator(recorder, fault.address);
                walk.ok();
                walk.next()) {
            Gfn first = SpteEditor.firstOf(fault.gfn, walk.level());
            if (walk.level() == fault.goalLevel) {
                return setLeaf(fault, walk.at(), first);
            }
            OptionalInt child = pages.child(walk.at(), first, true, Acc.ALL);
            if (child.isPresent()) {
                pages.link(walk.at(), child.getAsInt());
            }
        }
        return RetPf.RETRY;
    }

    private RetPf setLeaf(Fault fault, SpteAt at, Gfn first) {
        RetPf result = leaves.set(at, first, Acc.ALL, fault);
        if (result != RetPf.SPURIOUS) {
            prefetcher.aroundDirect(at);
        }
        return result;
    }
}
