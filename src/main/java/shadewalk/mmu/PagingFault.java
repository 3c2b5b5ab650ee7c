package shadewalk.mmu;

import java.util.OptionalInt;
import shadewalk.state.Acc;
import shadewalk.state.MmuEvent;
import shadewalk.state.Registers;
import shadewalk.state.SpteAt;
import shadewalk.x86.Cr0;
import shadewalk.x86.Cr4;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;

/// Page faults of a guest that has tables of its own.
///
/// Source: `paging_tmpl.h`, v6.1: `page_fault`, `fetch`, `gpte_changed`, `is_self_change_mapping`;
/// `mmu.c`: `shadow_page_table_clear_flood`.
final class PagingFault {

    private final Recorder recorder;
    private final GuestMemory memory;
    private final ShadowPages pages;
    private final Zapper zapper;
    private final Syncer syncer;
    private final HostPages host;
    private final LeafSetter leaves;
    private final Prefetcher prefetcher;

    PagingFault(
            Recorder recorder,
            GuestMemory memory,
            ShadowPages pages,
            Zapper zapper,
            Syncer syncer,
            HostPages host,
            LeafSetter leaves,
            Prefetcher prefetcher) {
        this.recorder = recorder;
        this.memory = memory;
        this.pages = pages;
        this.zapper = zapper;
        this.syncer = syncer;
        this.host = host;
        this.leaves = leaves;
        this.prefetcher = prefetcher;
    }

    /// Handles a fault whose guest walk succeeded. Kernel: paging_tmpl.h, FNAME(page_fault).
    RetPf handle(Fault fault, GuestWalkResult walk, MmioFault mmio) {
        fault.gfn = walk.gfn();
        fault.slot = memory.slot(fault.gfn);
        if (fault.isTrackedWrite(recorder.now())) {
            clearWriteFloodingOnPath(fault);
            return RetPf.EMULATE;
        }
        fault.maxLevel = mapsItsOwnTables(fault, walk) ? 1 : walk.leafLevel();
        host.faultIn(fault);
        if (fault.pfn.isError()) {
            return RetPf.EMULATE;
        }
        if (fault.pfn.isNoSlot()) {
            mmio.remember(fault.address, fault.gfn, walk.access());
        }
        int access = withoutWriteProtection(fault, walk.access());
        if (fault.isStale(recorder.now())) {
            return RetPf.RETRY;
        }
        zapper.makePagesAvailable();
        return fetch(fault, walk, access);
    }

    /// Kernel: mmu.c, shadow_page_table_clear_flood.
    private void clearWriteFloodingOnPath(Fault fault) {
        for (ShadowWalkIterator walk = new ShadowWalkIterator(recorder, fault.address);
                walk.ok();
                walk.next()) {
            pages.clearWriteFlooding(walk.page());
        }
    }

    /// Whether a large mapping would cover the very tables the walk went through. The fault is told
    /// whether its own frame is one of them. Kernel: paging_tmpl.h, FNAME(is_self_change_mapping).
    private boolean mapsItsOwnTables(Fault fault, GuestWalkResult walk) {
        fault.comparedWithTables = true;
        boolean mayWrite =
                (walk.access() & Acc.WRITE) != 0 || !registers().cr0(Cr0.WP) && !fault.user();
        if (!mayWrite) {
            return false;
        }
        boolean maps = false;
        for (int level = walk.leafLevel(); level <= walk.maxLevel(); level++) {
            Gfn table = SpteEditor.firstOf(walk.table(level), walk.leafLevel());
            maps |= table.equals(SpteEditor.firstOf(walk.gfn(), walk.leafLevel()));
            fault.writesOwnTables |= walk.table(level).equals(walk.gfn());
        }
        return maps;
    }

    /// With CR0.WP = 0 a supervisor write to a read-only page is allowed; the processor runs with
    /// WP = 1, so the entry must be writable and, in exchange, out of user mode's reach.
    private int withoutWriteProtection(Fault fault, int access) {
        boolean wanted =
                fault.write()
                        && (access & Acc.WRITE) == 0
                        && !registers().cr0(Cr0.WP)
                        && !fault.user()
                        && fault.slot != null;
        if (!wanted) {
            return access;
        }
        int now = (access | Acc.WRITE) & ~Acc.USER;
        return registers().cr4(Cr4.SMEP) ? now & ~Acc.EXEC : now;
    }

    /// Goes down the shadow tables, making what is missing, and installs the leaf. Kernel:
    /// paging_tmpl.h, FNAME(fetch).
    private RetPf fetch(Fault fault, GuestWalkResult walk, int access) {
        int top = Math.min(registers().mode().depth(), walk.maxLevel());
        if (hasChanged(walk, top)) {
            return RetPf.RETRY;
        }
        ShadowWalkIterator shadow = new ShadowWalkIterator(recorder, fault.address);
        for (; shadow.ok() && shadow.level() > walk.leafLevel(); shadow.next()) {
            pages.clearWriteFlooding(shadow.page());
            int below = shadow.level() - 1;
            OptionalInt child =
                    pages.child(shadow.at(), walk.table(below), false, walk.accessAbove(below));
            if (child.isPresent() && hasUnsyncChildren(child.getAsInt())) {
                syncer.syncChildren(child.getAsInt());
            }
            if (hasChanged(walk, below)) {
                return RetPf.RETRY;
            }
            if (child.isPresent()) {
                pages.link(shadow.at(), child.getAsInt());
            }
        }
        host.adjustForHugePage(fault);
        recorder.emit(new MmuEvent.SpteRequested(fault.gfn, fault.requestedPfn(), fault.goalLevel));
        for (; shadow.ok(); shadow.next()) {
            pages.clearWriteFlooding(shadow.page());
            if (shadow.level() == fault.goalLevel) {
                return setLeaf(fault, walk, shadow.at(), access);
            }
            pages.validateDirect(shadow.at(), access);
            Gfn first = SpteEditor.firstOf(fault.gfn, shadow.level());
            OptionalInt child = pages.child(shadow.at(), first, true, access);
            if (child.isPresent()) {
                pages.link(shadow.at(), child.getAsInt());
            }
        }
        return RetPf.RETRY;
    }

    private RetPf setLeaf(Fault fault, GuestWalkResult walk, SpteAt at, int access) {
        long[] neighbours = walk.leafLevel() == 1 ? groupAround(walk) : new long[0];
        Gfn first = SpteEditor.firstOf(fault.gfn, fault.goalLevel);
        RetPf result = leaves.set(at, first, access, fault);
        if (result != RetPf.SPURIOUS) {
            prefetcher.around(at, neighbours);
        }
        return result;
    }

    private boolean hasUnsyncChildren(int page) {
        return recorder.now().shadow().page(page).hasUnsyncChildren();
    }

    /// Whether the guest entry of a level is no longer what the walk left there. Kernel:
    /// paging_tmpl.h, FNAME(gpte_changed).
    private boolean hasChanged(GuestWalkResult walk, int level) {
        Long now = memory.readAtomic(walk.place(level), registers().mode().entryBytes());
        return now == null || now != walk.gpte(level);
    }

    /// The eight guest entries around the leaf, for the prefetch.
    private long[] groupAround(GuestWalkResult walk) {
        int bytes = registers().mode().entryBytes();
        long first = walk.place(1).raw() & -(long) Prefetcher.GROUP * bytes;
        long[] gptes = new long[Prefetcher.GROUP];
        for (int i = 0; i < gptes.length; i++) {
            Long gpte = memory.readAtomic(new Gpa(first + (long) i * bytes), bytes);
            gptes[i] = gpte == null ? 0 : gpte;
        }
        return gptes;
    }

    private Registers registers() {
        return recorder.now().cpu().registers();
    }
}
