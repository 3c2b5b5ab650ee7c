package shadewalk.mmu;

import java.util.OptionalInt;
import shadewalk.state.MmuEvent;
import shadewalk.state.MmuEvent.Why;
import shadewalk.state.PageList;
import shadewalk.state.PageSummary;
import shadewalk.state.Role;
import shadewalk.state.ShadowPage;
import shadewalk.state.ShadowTables;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.x86.Gfn;

/// Finds, makes and links shadow pages.
///
/// Source: `mmu.c`, v6.1: `kvm_mmu_find_shadow_page`, `__kvm_mmu_get_shadow_page`,
/// `account_shadowed`, `kvm_mmu_get_child_sp`, `__link_shadow_page`, `validate_direct_spte`.
final class ShadowPages {

    private final Recorder recorder;
    private final SpteEditor sptes;
    private final UnsyncPages unsync;
    private final Zapper zapper;
    private final Syncer syncer;

    ShadowPages(
            Recorder recorder, SpteEditor sptes, UnsyncPages unsync, Zapper zapper, Syncer syncer) {
        this.recorder = recorder;
        this.sptes = sptes;
        this.unsync = unsync;
        this.zapper = zapper;
        this.syncer = syncer;
    }

    /// The shadow page of a frame in a role, made if there is none. Kernel: mmu.c,
    /// kvm_mmu_get_shadow_page.
    ///
    /// @return its number
    int get(Gfn gfn, Role role) {
        int found = find(gfn, role);
        boolean created = found < 0;
        int id = created ? create(gfn, role) : found;
        recorder.emit(new MmuEvent.ShadowPageGot(PageSummary.of(page(id)), created));
        return id;
    }

    /// Looks a page up. On the way, unsync pages of the frame in other roles are zapped if a table
    /// of level 2 or more is wanted, and a match that is unsync is brought up to date, though it
    /// stays unsync. Kernel: mmu.c, kvm_mmu_find_shadow_page.
    ///
    /// @return the page's number, or -1
    private int find(Gfn gfn, Role role) {
        Zapper.Zapped zapped = new Zapper.Zapped();
        int found = -1;
        PageList list = shadow().pagesOf(gfn);
        for (int i = 0; i < list.size() && found < 0; i++) {
            ShadowPage page = page(list.get(i));
            if (shadow().obsolete(page)) {
                continue;
            }
            if (!page.role().equals(role)) {
                if (role.level() > 1 && page.unsync()) {
                    zapper.prepare(page.id(), zapped);
                }
                continue;
            }
            if (page.indirect() && page.unsync()) {
                Syncer.Synced synced = syncer.sync(page.id(), zapped);
                if (synced == Syncer.Synced.ZAPPED) {
                    break;
                }
                if (synced == Syncer.Synced.NEEDS_FLUSH) {
                    recorder.flushRemoteTlbs();
                }
            }
            found = page.id();
        }
        if (found >= 0 && page(found).indirect()) {
            clearWriteFlooding(found);
        }
        zapper.commit(zapped);
        return found;
    }

    /// Kernel: mmu.c, kvm_mmu_alloc_shadow_page.
    private int create(Gfn gfn, Role role) {
        int id = shadow().nextPage();
        recorder.emit(new MmuEvent.ShadowPageCreated(id, gfn, role));
        if (!role.direct() && sptes.writeProtect(gfn)) {
            recorder.flushRemoteTlbs();
        }
        return id;
    }

    /// The child for an entry, unless the entry leads to just that child already. Kernel: mmu.c,
    /// kvm_mmu_get_child_sp.
    ///
    /// @return the child's number, or empty if it is linked
    OptionalInt child(SpteAt at, Gfn gfn, boolean direct, int access) {
        ShadowPage parent = page(at.page());
        Role role = Roles.child(parent, at.index(), direct, access);
        long spte = parent.spte(at.index());
        if (Spte.presentNonLeaf(spte, parent.level())) {
            ShadowPage linked = page(ShadowPage.childOf(spte));
            if (linked.gfn().equals(gfn) && linked.role().equals(role)) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(get(gfn, role));
    }

    /// Hangs a child into an entry, in place of whatever was there. Kernel: mmu.c,
    /// __link_shadow_page.
    void link(SpteAt at, int child) {
        if (sptes.zap(at, Why.ZAPPED)) {
            recorder.flushRemoteTlbs();
        }
        ShadowPage page = page(child);
        recorder.emit(
                new MmuEvent.SpteChanged(
                        at,
                        page(at.page()).level(),
                        page.gfn(),
                        0,
                        0,
                        SpteMaker.nonLeaf(page),
                        Why.LINKED));
        if (page.unsync() || page.hasUnsyncChildren()) {
            unsync.mark(at);
        }
    }

    /// Unhooks a child whose rights are not those the guest's large page gives now. Kernel: mmu.c,
    /// validate_direct_spte.
    void validateDirect(SpteAt at, int access) {
        ShadowPage parent = page(at.page());
        long spte = parent.spte(at.index());
        if (Spte.presentNonLeaf(spte, parent.level())
                && page(ShadowPage.childOf(spte)).role().access() != access) {
            sptes.zap(at, Why.ZAPPED);
            recorder.flushRemoteTlbs();
        }
    }

    /// The page is in use: writes to its guest table start counting anew. Kernel: mmu.c,
    /// __clear_sp_write_flooding_count.
    void clearWriteFlooding(int id) {
        int was = page(id).writeFlooding();
        if (was != 0) {
            recorder.emit(new MmuEvent.WriteFloodingCounted(id, was, 0));
        }
    }

    private ShadowPage page(int id) {
        return shadow().page(id);
    }

    private ShadowTables shadow() {
        return recorder.now().shadow();
    }
}
