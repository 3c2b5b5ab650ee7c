package shadewalk.mmu;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shadewalk.state.Acc;
import shadewalk.state.Memslot;
import shadewalk.state.MmuEvent;
import shadewalk.state.MmuEvent.Why;
import shadewalk.state.PageSummary;
import shadewalk.state.Registers;
import shadewalk.state.Role;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.Page;
import shadewalk.x86.PagingMode;

/// Brings unsync shadow pages up to date with the guest tables they stand for.
///
/// Source: `paging_tmpl.h`, v6.1: `sync_page`, `prefetch_invalid_gpte`, `get_level1_sp_gpa`;
/// `mmu.c`: `mmu_sync_children`, `sync_mmio_spte`.
final class Syncer {

    /// What may differ between a page's role and the current root's when the page is synced.
    private static final int IGNORED_ROLE_BITS =
            (int)
                    (Role.LEVEL.mask()
                            | Role.ACCESS.mask()
                            | Role.QUADRANT.mask()
                            | Role.PASSTHROUGH.mask());

    private final Recorder recorder;
    private final SpteEditor sptes;
    private final UnsyncPages unsync;
    private final Zapper zapper;
    private final SpteMaker maker;
    private final MmioSptes mmio;
    private final GuestMemory memory;

    Syncer(
            Recorder recorder,
            SpteEditor sptes,
            UnsyncPages unsync,
            Zapper zapper,
            SpteMaker maker,
            MmioSptes mmio,
            GuestMemory memory) {
        this.recorder = recorder;
        this.sptes = sptes;
        this.unsync = unsync;
        this.zapper = zapper;
        this.maker = maker;
        this.mmio = mmio;
        this.memory = memory;
    }

    /// What became of a page.
    enum Synced {
        UNCHANGED,
        NEEDS_FLUSH,
        /// The guest's table could not be read or is of another kind; the page was zapped.
        ZAPPED
    }

    /// Syncs everything unsync below `top`, in rounds of as many pages as KVM collects at once.
    /// Kernel: mmu.c, mmu_sync_children.
    void syncChildren(int top) {
        Zapper.Zapped zapped = new Zapper.Zapped();
        boolean flush = false;
        for (List<UnsyncPages.Found> round = unsync.collect(top);
                !round.isEmpty();
                round = unsync.collect(top)) {
            boolean writeProtected = false;
            for (UnsyncPages.Found found : round) {
                writeProtected |= sptes.writeProtect(page(found.page()).gfn());
            }
            if (writeProtected) {
                zapper.commitOrFlush(zapped, true);
                flush = false;
            }
            for (UnsyncPages.Found found : round) {
                ShadowPage page = page(found.page());
                recorder.emit(new MmuEvent.ShadowPageSynced(PageSummary.of(page)));
                flush |= sync(found.page(), zapped) == Synced.NEEDS_FLUSH;
                unsync.clearPath(found);
            }
        }
        zapper.commitOrFlush(zapped, flush);
    }

    /// Syncs the contents of one level-1 page; whether it stays unsync is the caller's business.
    /// Kernel: mmu.c, kvm_sync_page.
    Synced sync(int id, Zapper.Zapped zapped) {
        Synced result = contents(id);
        if (result == Synced.ZAPPED) {
            zapper.prepare(id, zapped);
        }
        return result;
    }

    /// Kernel: paging_tmpl.h, FNAME(sync_page).
    private Synced contents(int id) {
        ShadowPage page = page(id);
        Role root = Roles.root(registers());
        if (page.role().direct()
                || ((page.role().word() ^ root.word()) & ~IGNORED_ROLE_BITS) != 0) {
            return Synced.ZAPPED;
        }
        boolean flush = false;
        for (int i = page.spt().nextNonZero(0); i < 512; i = page.spt().nextNonZero(i + 1)) {
            Long gpte = memory.readAtomic(gpteOf(page, i), page.role().gpteBytes());
            if (gpte == null) {
                return Synced.ZAPPED;
            }
            flush |= entry(page, i, gpte);
        }
        return flush ? Synced.NEEDS_FLUSH : Synced.UNCHANGED;
    }

    /// @return whether translations must be flushed
    private boolean entry(ShadowPage page, int index, long gpte) {
        SpteAt at = new SpteAt(page.id(), index);
        long was = page.spte(index);
        if (!usable(gpte)) {
            sptes.zap(at, Why.SYNCED);
            return true;
        }
        Gfn gfn = frame(gpte);
        int access = access(page, gpte);
        if (Spte.mmio(was)) {
            if (gfn.raw() == Spte.MMIO_GFN.of(was)) {
                mmio.mark(at, gfn, access);
            } else {
                sptes.zap(at, Why.SYNCED);
            }
            return false;
        }
        @Nullable Memslot slot = memory.slot(gfn);
        if (!gfn.equals(page.gfnAt(index)) || slot == null) {
            sptes.zap(at, Why.SYNCED);
            return true;
        }
        SpteMaker.Wanted wanted =
                new SpteMaker.Wanted(
                        access, gfn, Spte.pfn(was), was, true, false, Spte.HOST_WRITABLE.in(was));
        return sptes.update(at, maker.make(page, slot, wanted).spte(), access, Why.SYNCED);
    }

    /// Whether an entry may be shadowed before it is asked for. It must be present and accessed and
    /// have no reserved bit set. Kernel: paging_tmpl.h, FNAME(prefetch_invalid_gpte).
    boolean usable(long gpte) {
        PagingMode mode = registers().mode();
        return GuestEntry.P.in(gpte)
                && GuestEntry.A.in(gpte)
                && (gpte & ReservedBits.mask(registers(), mode, 1, gpte)) == 0;
    }

    /// The frame a level-1 entry names. Kernel: paging_tmpl.h, gpte_to_gfn.
    Gfn frame(long gpte) {
        return new Gfn(Page.FRAME.of(registers().mode().base().inPlace(gpte)));
    }

    /// The rights behind an entry of a level-1 table: the page's and the entry's, no write if
    /// clean. Kernel: paging_tmpl.h, FNAME(gpte_access).
    int access(ShadowPage page, long gpte) {
        int own = Acc.of(registers().mode(), gpte);
        return GuestWalker.protectClean(page.role().access() & own, gpte);
    }

    /// Where the guest entry behind entry `index` of a level-1 page stands: in a 4-byte table
    /// quadrant 1 begins in the middle. Kernel: paging_tmpl.h, FNAME(get_level1_sp_gpa).
    static Gpa gpteOf(ShadowPage page, int index) {
        int bytes = page.role().gpteBytes();
        return page.gfn().at((page.role().quadrant() * 512 + index) * bytes);
    }

    private ShadowPage page(int id) {
        return recorder.now().shadow().page(id);
    }

    private Registers registers() {
        return recorder.now().cpu().registers();
    }
}
