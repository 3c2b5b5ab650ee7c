package shadewalk.mmu;

import shadewalk.state.MmuEvent;
import shadewalk.state.MmuEvent.Why;
import shadewalk.state.Places;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.x86.Gfn;

/// Changes of single shadow entries that no tracepoint tells of.
///
/// Source: `mmu.c`, v6.1: `mmu_spte_update`, `drop_spte`, `drop_parent_pte`, `mmu_page_zap_pte`,
/// `spte_write_protect`, `rmap_write_protect`.
final class SpteEditor {

    /// The highest level whose entries may map memory, `KVM_MAX_HUGEPAGE_LEVEL`.
    private static final int MAX_LEAF_LEVEL = 3;

    private final Recorder recorder;

    SpteEditor(Recorder recorder) {
        this.recorder = recorder;
    }

    /// Whether the processor may hold a translation that the change from `was` to `now` forbids.
    static boolean needsFlush(long was, long now) {
        if (!Spte.present(was)) {
            return false;
        }
        return Spte.MMU_WRITABLE.in(was) && !Spte.writable(now)
                || Spte.A.in(was) && !Spte.A.in(now)
                || Spte.D.in(was) && !Spte.D.in(now);
    }

    /// Stores a leaf in place of a leaf of the same frame. Kernel: mmu.c, mmu_spte_update.
    ///
    /// @return whether translations must be flushed
    boolean update(SpteAt at, long now, int access, Why why) {
        ShadowPage page = page(at);
        long was = page.spte(at.index());
        if (was != now) {
            Gfn gfn = page.gfnAt(at.index());
            recorder.emit(new MmuEvent.SpteChanged(at, page.level(), gfn, access, was, now, why));
        }
        return needsFlush(was, now);
    }

    /// Empties an entry, whatever it holds. Kernel: mmu.c, mmu_page_zap_pte.
    ///
    /// @return whether it was present
    boolean zap(SpteAt at, Why why) {
        ShadowPage page = page(at);
        long was = page.spte(at.index());
        if (was == 0) {
            return false;
        }
        Gfn gfn =
                Spte.presentNonLeaf(was, page.level())
                        ? recorder.now().shadow().page(ShadowPage.childOf(was)).gfn()
                        : page.gfnAt(at.index());
        recorder.emit(new MmuEvent.SpteChanged(at, page.level(), gfn, 0, was, 0, why));
        return Spte.present(was);
    }

    /// Stores an MMIO entry. Kernel: mmu.c, mmu_spte_set.
    void markMmio(SpteAt at, Gfn gfn, long spte) {
        ShadowPage page = page(at);
        long was = page.spte(at.index());
        if (was != spte) {
            recorder.emit(
                    new MmuEvent.SpteChanged(at, page.level(), gfn, 0, was, spte, Why.MARKED_MMIO));
        }
    }

    /// Takes write access to a frame that is to be shadowed away from all its mappings. Kernel:
    /// mmu.c, kvm_mmu_slot_gfn_write_protect.
    ///
    /// @return whether translations must be flushed
    boolean writeProtect(Gfn gfn) {
        boolean flush = false;
        for (int level = 1; level <= MAX_LEAF_LEVEL; level++) {
            flush |= writeProtect(firstOf(gfn, level), level, true);
        }
        return flush;
    }

    /// Takes write access away from the mappings of one size. For page tables W may not come back
    /// by itself; for the dirty log (`forTables` false) it may. Kernel: mmu.c, rmap_write_protect.
    ///
    /// @return whether translations must be flushed
    boolean writeProtect(Gfn gfn, int level, boolean forTables) {
        boolean flush = false;
        Places places = recorder.now().shadow().rmap(gfn, level);
        for (int i = 0; i < places.size(); i++) {
            flush |= writeProtect(places.get(i), forTables);
        }
        return flush;
    }

    /// Kernel: mmu.c, spte_write_protect.
    private boolean writeProtect(SpteAt at, boolean forTables) {
        ShadowPage page = page(at);
        long was = page.spte(at.index());
        if (!Spte.writable(was) && !(forTables && Spte.MMU_WRITABLE.in(was))) {
            return false;
        }
        long now = Spte.W.clear(forTables ? Spte.MMU_WRITABLE.clear(was) : was);
        Why why = forTables ? Why.WRITE_PROTECTED : Why.DIRTY_LOGGED;
        return update(at, now, page.accessAt(at.index()), why);
    }

    /// Empties every entry that maps the frame, of every size. Kernel: mmu.c, kvm_zap_rmap.
    ///
    /// @return whether there was one
    boolean zapMappings(Gfn gfn, Why why) {
        boolean any = false;
        for (int level = 1; level <= MAX_LEAF_LEVEL; level++) {
            Places places = recorder.now().shadow().rmap(firstOf(gfn, level), level);
            for (SpteAt at : places.all()) {
                zap(at, why);
                any = true;
            }
        }
        return any;
    }

    /// The first frame of the naturally aligned page of `level` around `gfn`.
    static Gfn firstOf(Gfn gfn, int level) {
        return new Gfn(gfn.raw() & -pagesPer(level));
    }

    /// 4 KiB frames in a page of `level`: 1, 512, 262,144 (`KVM_PAGES_PER_HPAGE`).
    static long pagesPer(int level) {
        return 1L << 9 * (level - 1);
    }

    private ShadowPage page(SpteAt at) {
        return recorder.now().shadow().page(at.page());
    }
}
