package shadewalk.mmu;

import java.util.List;
import shadewalk.state.MmuEvent;
import shadewalk.state.Registers;
import shadewalk.state.Request;
import shadewalk.state.Role;
import shadewalk.state.Roots;
import shadewalk.state.Roots.Root;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.x86.Gfn;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.Page;
import shadewalk.x86.PagingMode;

/// Builds, keeps and drops the roots the virtual processor runs on.
///
/// Source: `mmu.c`, v6.1: `mmu_alloc_shadow_roots`, `mmu_alloc_direct_roots`, `kvm_mmu_free_roots`,
/// `fast_pgd_switch`, `kvm_mmu_sync_roots`, `kvm_mmu_free_obsolete_roots`.
final class RootLoader {

    private final Recorder recorder;
    private final GuestMemory memory;
    private final ShadowPages pages;
    private final Zapper zapper;
    private final Syncer syncer;
    private final MmioFault mmio;

    RootLoader(
            Recorder recorder,
            GuestMemory memory,
            ShadowPages pages,
            Zapper zapper,
            Syncer syncer,
            MmioFault mmio) {
        this.recorder = recorder;
        this.memory = memory;
        this.pages = pages;
        this.zapper = zapper;
        this.syncer = syncer;
        this.mmio = mmio;
    }

    /// Builds a root if there is none. Kernel: mmu.h, kvm_mmu_reload; mmu.c, kvm_mmu_load.
    ///
    /// @return false if the guest's CR3 or a PDPTE names a frame without memslot: triple fault
    boolean reload() {
        if (roots().current().valid()) {
            return true;
        }
        Registers registers = registers();
        PagingMode mode = registers.mode();
        boolean loaded = mode == PagingMode.OFF ? loadDirect() : loadShadow(registers, mode);
        if (loaded) {
            sync();
        }
        return loaded;
    }

    /// Kernel: mmu.c, mmu_alloc_direct_roots.
    private boolean loadDirect() {
        zapper.makePagesAvailable();
        for (int i = 0; i < 4; i++) {
            loadQuarter(i, new Gfn((long) i << 18), 0);
        }
        setRoots(roots().withCurrent(Root.pae(0)));
        return true;
    }

    /// Kernel: mmu.c, mmu_alloc_shadow_roots.
    private boolean loadShadow(Registers registers, PagingMode mode) {
        Gfn root = new Gfn(Page.FRAME.of(registers.cr3()));
        if (memory.slot(root) == null) {
            return false;
        }
        List<Long> pointers = registers.pdptrs();
        if (mode == PagingMode.PAE) {
            for (long pointer : pointers) {
                if (GuestEntry.P.in(pointer)
                        && memory.slot(new Gfn(Page.FRAME.of(pointer))) == null) {
                    return false;
                }
            }
        }
        zapper.makePagesAvailable();
        if (mode.depth() >= 4) {
            int page = pages.get(root, Roles.rootPage(registers, mode.depth(), 0));
            countRoot(page, 1);
            setRoots(roots().withCurrent(new Root(page, registers.cr3())));
            return true;
        }
        for (int i = 0; i < 4; i++) {
            if (mode == PagingMode.PT32) {
                loadQuarter(i, root, i);
            } else if (GuestEntry.P.in(pointers.get(i))) {
                loadQuarter(i, new Gfn(Page.FRAME.of(pointers.get(i))), 0);
            } else {
                setRoots(roots().withPaeRoot(i, 0));
            }
        }
        setRoots(roots().withCurrent(Root.pae(registers.cr3())));
        return true;
    }

    /// Fills one entry of `pae_root`, which covers 1 GiB. Kernel: mmu.c, mmu_alloc_root.
    private void loadQuarter(int quarter, Gfn gfn, int quadrant) {
        int page = pages.get(gfn, Roles.rootPage(registers(), 2, quadrant));
        countRoot(page, 1);
        long entry =
                Spte.CHILD.with(Spte.P.mask(), recorder.now().shadow().page(page).table().raw());
        setRoots(roots().withPaeRoot(quarter, entry));
    }

    /// Syncs everything unsync below the current root. Kernel: mmu.c, kvm_mmu_sync_roots.
    void sync() {
        Root root = roots().current();
        if (!root.valid() || registers().mode() == PagingMode.OFF) {
            return;
        }
        mmio.forget();
        if (root.hasPage()) {
            syncer.syncChildren(root.page());
            return;
        }
        for (long entry : roots().paeRoot()) {
            if (entry != 0) {
                syncer.syncChildren(ShadowPage.childOf(entry));
            }
        }
    }

    /// Drops earlier roots with something unsync below, instead of syncing them. Kernel: mmu.c,
    /// kvm_mmu_sync_prev_roots.
    void dropUnsyncPrevious() {
        Zapper.Zapped zapped = new Zapper.Zapped();
        for (int i = 0; i < Roots.PREVIOUS; i++) {
            Root root = roots().previous().get(i);
            if (root.hasPage() && recorder.now().shadow().page(root.page()).hasUnsyncChildren()) {
                dropPrevious(i, zapped);
            }
        }
        zapper.commit(zapped);
    }

    /// Drops all roots. Kernel: mmu.c, kvm_mmu_unload.
    void unload() {
        Zapper.Zapped zapped = new Zapper.Zapped();
        for (int i = 0; i < Roots.PREVIOUS; i++) {
            if (roots().previous().get(i).valid()) {
                dropPrevious(i, zapped);
            }
        }
        dropCurrent(zapped);
        zapper.commit(zapped);
        mmio.forget();
    }

    /// Drops the current root only. Kernel: mmu.c, kvm_mmu_free_roots.
    void unloadCurrent() {
        Zapper.Zapped zapped = new Zapper.Zapped();
        dropCurrent(zapped);
        zapper.commit(zapped);
    }

    /// Drops roots that were zapped or are of the other generation; a `pae_root` always. Kernel:
    /// mmu.c, kvm_mmu_free_obsolete_roots.
    void dropObsolete() {
        Zapper.Zapped zapped = new Zapper.Zapped();
        for (int i = 0; i < Roots.PREVIOUS; i++) {
            if (isObsolete(roots().previous().get(i))) {
                dropPrevious(i, zapped);
            }
        }
        if (isObsolete(roots().current())) {
            dropCurrent(zapped);
        }
        zapper.commit(zapped);
    }

    /// Kernel: mmu.c, is_obsolete_root.
    private boolean isObsolete(Root root) {
        if (!root.valid()) {
            return false;
        }
        return root.isPae()
                || recorder.now().shadow().obsolete(recorder.now().shadow().page(root.page()));
    }

    private void dropPrevious(int place, Zapper.Zapped zapped) {
        Root root = roots().previous().get(place);
        setRoots(roots().withPrevious(place, Root.NONE));
        letGo(root.page(), zapped);
    }

    private void dropCurrent(Zapper.Zapped zapped) {
        Root root = roots().current();
        if (!root.valid()) {
            return;
        }
        if (root.hasPage()) {
            letGo(root.page(), zapped);
        } else {
            for (int i = 0; i < 4; i++) {
                long entry = roots().paeRoot().get(i);
                if (entry != 0) {
                    letGo(ShadowPage.childOf(entry), zapped);
                    setRoots(roots().withPaeRoot(i, 0));
                }
            }
        }
        setRoots(roots().withCurrent(Root.NONE));
    }

    /// A root slot lets go of a page; a zapped page without slots goes away. Kernel: mmu.c,
    /// mmu_free_root_page.
    private void letGo(int id, Zapper.Zapped zapped) {
        countRoot(id, -1);
        ShadowPage page = recorder.now().shadow().page(id);
        if (page.rootCount() == 0 && page.role().invalid()) {
            zapper.prepare(id, zapped);
        }
    }

    private void countRoot(int id, int by) {
        int was = recorder.now().shadow().page(id).rootCount();
        recorder.emit(new MmuEvent.RootCounted(id, was, was + by));
    }

    /// CR3 is about to name other tables. A 64-bit guest may find a root it used before; all others
    /// lose theirs.
    ///
    /// There is a root at this moment: the guest has just run on it. Kernel: mmu.c,
    /// kvm_mmu_new_pgd.
    void switchTo(long pgd) {
        if (roots().current().isPae()) {
            unloadCurrent();
        } else if (findAmongPrevious(pgd, Roles.root(registers()))) {
            recorder.request(Request.LOAD_MMU_PGD);
            mmio.forget();
            pages.clearWriteFlooding(roots().current().page());
        }
    }

    /// Kernel: mmu.c, cached_root_find_and_keep_current.
    private boolean findAmongPrevious(long pgd, Role role) {
        for (int i = 0; i < Roots.PREVIOUS; i++) {
            Root current = roots().current();
            setRoots(roots().withCurrent(roots().previous().get(i)).withPrevious(i, current));
            if (isUsable(roots().current(), pgd, role)) {
                return true;
            }
        }
        unloadCurrent();
        return false;
    }

    /// Kernel: mmu.c, is_root_usable.
    private boolean isUsable(Root root, long pgd, Role role) {
        return root.hasPage()
                && root.pgd() == pgd
                && recorder.now().shadow().page(root.page()).role().equals(role);
    }

    private void setRoots(Roots now) {
        Roots was = roots();
        if (!was.equals(now)) {
            recorder.emit(new MmuEvent.RootsChanged(was, now));
        }
    }

    private Roots roots() {
        return recorder.now().cpu().roots();
    }

    private Registers registers() {
        return recorder.now().cpu().registers();
    }
}
