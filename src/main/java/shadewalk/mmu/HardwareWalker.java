package shadewalk.mmu;

import shadewalk.state.MmuEvent;
import shadewalk.state.MmuEvent.Why;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.x86.Access;
import shadewalk.x86.Cr0;
import shadewalk.x86.Cr4;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gva;
import shadewalk.x86.Hpa;
import shadewalk.x86.Page;
import shadewalk.x86.PageFault;
import shadewalk.x86.Pfn;

/// The processor itself, translating the guest's addresses through the shadow tables.
///
/// It runs with CR0.WP = 1 and EFER.NX = 1 whatever the guest has set, keeps no translations
/// between two accesses, and sets A and D in the entries it uses. Like the emulated processor of
/// the recordings it also sets A in an entry of `pae_root`, as soon as it goes through it.
///
/// Source: Intel SDM volume 3A, 4.6 and 4.7; AMD APM volume 2, 15.25.
public final class HardwareWalker {

    private final Recorder recorder;

    private int leafPage;
    private int leafIndex;

    public HardwareWalker(Recorder recorder) {
        this.recorder = recorder;
    }

    /// Whether [#translate] answered with a fault.
    public static boolean isFault(long translation) {
        return translation < 0;
    }

    /// The page-fault error code in an answer of [#translate].
    public static long errorCode(long translation) {
        return ~translation;
    }

    /// Translates one access.
    ///
    /// @return the host physical address of the first byte; or, if the access faults, a negative
    ///   number that holds the error code
    public long translate(Access access) {
        State now = recorder.now();
        Roots roots = now.cpu().roots();
        long code = access.code();
        int level;
        int page;
        if (roots.current().isPae()) {
            int quarter = ShadowWalkIterator.quarter(access.gva());
            long entry = roots.paeRoot().get(quarter);
            if (!Spte.P.in(entry)) {
                return ~code;
            }
            markRootUsed(roots, quarter, entry);
            page = ShadowPage.childOf(entry);
            level = 2;
        } else {
            page = roots.current().page();
            level = now.shadow().page(page).level();
        }
        while (true) {
            ShadowPage table = now.shadow().page(page);
            int index = ShadowWalkIterator.index(access.gva(), level);
            long spte = table.spte(index);
            if (!Spte.P.in(spte)) {
                return ~code;
            }
            if (Spte.MMIO.in(spte)) {
                // The recorded processor leaves out P here.
                return ~(code | PageFault.RSVD.mask());
            }
            if (Spte.presentNonLeaf(spte, level)) {
                page = ShadowPage.childOf(spte);
                level--;
                continue;
            }
            if (!allows(now, spte, access)) {
                return ~(code | PageFault.P.mask());
            }
            markUsed(table, index, spte, access);
            leafPage = page;
            leafIndex = index;
            return address(spte, level, access).raw();
        }
    }

    /// The guest frame behind the last translation that did not fault.
    public Gfn frameOf(Gva address) {
        ShadowPage page = recorder.now().shadow().page(leafPage);
        long within = Page.FRAME.of(address.raw()) & SpteEditor.pagesPer(page.level()) - 1;
        return new Gfn(page.gfnAt(leafIndex).raw() + within);
    }

    private static boolean allows(State now, long spte, Access access) {
        boolean userPage = Spte.U.in(spte);
        boolean fetch = access.kind() == Access.Kind.FETCH;
        if (access.user() && !userPage
                || access.kind() == Access.Kind.WRITE && !Spte.writable(spte)
                || fetch && Spte.NX.in(spte)) {
            return false;
        }
        if (access.user() || !userPage || !now.cpu().registers().cr0(Cr0.PG)) {
            return true;
        }
        return fetch
                ? !now.cpu().registers().cr4(Cr4.SMEP)
                : !now.cpu().registers().cr4(Cr4.SMAP) || access.smapSuspended();
    }

    private static Hpa address(long spte, int level, Access access) {
        long size = SpteEditor.pagesPer(level);
        long frame = Spte.PFN.of(spte) + (Page.FRAME.of(access.gva().raw()) & size - 1);
        return new Pfn(frame).at(access.gva().offset());
    }

    private void markRootUsed(Roots roots, int quarter, long entry) {
        if (!Spte.A.in(entry)) {
            recorder.emit(
                    new MmuEvent.RootsChanged(
                            roots, roots.withPaeRoot(quarter, Spte.A.set(entry))));
        }
    }

    private void markUsed(ShadowPage table, int index, long spte, Access access) {
        boolean write = access.kind() == Access.Kind.WRITE;
        long marked = Spte.A.set(write ? Spte.D.set(spte) : spte);
        if (marked != spte) {
            recorder.emit(
                    new MmuEvent.SpteChanged(
                            new SpteAt(table.id(), index),
                            table.level(),
                            table.gfnAt(index),
                            table.accessAt(index),
                            spte,
                            marked,
                            Why.USED));
        }
    }
}
