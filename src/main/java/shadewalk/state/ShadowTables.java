package shadewalk.state;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import shadewalk.x86.Gfn;

/// All shadow pages of the virtual machine, and what follows from them: the reverse maps, the pages
/// of each guest frame, and the counters that decide about large pages.
///
/// Reverse maps and parent lists are kept here whenever an entry changes; no event of their own
/// could contradict the entries.
///
/// Source: `struct kvm_arch` in `arch/x86/include/asm/kvm_host.h` and `mmu.c`, v6.1.
///
/// @param pages by number
/// @param ofGfn by guest frame, the numbers of its pages, newest first (one hash chain's share)
/// @param rmaps by frame and level, the leaf entries that map it
/// @param shadowedIn2M by gfn / 512, how many valid indirect pages shadow a frame of that 2 MiB
///   range (`disallow_lpage`)
/// @param indirectPages valid indirect pages (`indirect_shadow_pages`)
/// @param generation `mmu_valid_gen`, 0 or 1
/// @param nextPage the number the next page gets
/// @param maxPages `n_max_mmu_pages`
public record ShadowTables(
        LongMap<ShadowPage> pages,
        LongMap<PageList> ofGfn,
        LongMap<Places> rmaps,
        LongMap<Integer> shadowedIn2M,
        int indirectPages,
        int generation,
        int nextPage,
        int maxPages) {

    public static ShadowTables empty(int maxPages) {
        return new ShadowTables(
                LongMap.empty(),
                LongMap.empty(),
                LongMap.empty(),
                LongMap.empty(),
                0,
                0,
                0,
                maxPages);
    }

    /// The page with this number.
    ///
    /// @throws NullPointerException if there is none
    public ShadowPage page(int id) {
        return Objects.requireNonNull(pages.get(id), "sp" + id);
    }

    public boolean exists(int id) {
        return pages.containsKey(id);
    }

    /// Entry `at`.
    public long spte(SpteAt at) {
        return page(at.page()).spte(at.index());
    }

    /// All pages, oldest first.
    public Stream<ShadowPage> all() {
        return pages.keys().mapToObj(id -> page((int) id));
    }

    /// The pages of a guest frame, newest first, zapped ones included.
    public PageList pagesOf(Gfn gfn) {
        return ofGfn.getOrDefault(gfn.raw(), PageList.NONE);
    }

    /// Zapped, or made in the other generation. Kernel: mmu.c, is_obsolete_sp.
    public boolean obsolete(ShadowPage page) {
        return page.role().invalid() || page.generation() != generation;
    }

    /// `for_each_gfn_valid_sp_with_gptes`: whether the page shadows the frame and still counts.
    public boolean validIndirect(ShadowPage page) {
        return page.indirect() && !obsolete(page);
    }

    /// Whether a guest table of level 2 or more in this frame is shadowed, so that every write to
    /// it must be seen. Kernel: page_track.c, kvm_slot_page_track_is_active.
    public boolean writeTracked(Gfn gfn) {
        PageList list = pagesOf(gfn);
        for (int i = 0; i < list.size(); i++) {
            ShadowPage page = page(list.get(i));
            if (page.indirect() && !page.role().invalid() && page.level() > 1) {
                return true;
            }
        }
        return false;
    }

    /// The leaf entries that map a frame with pages of `level`. Kernel: mmu.c, gfn_to_rmap.
    public Places rmap(Gfn gfn, int level) {
        return rmaps.getOrDefault(rmapKey(gfn, level), Places.NONE);
    }

    /// Whether a guest table in the 2 MiB range of this frame is shadowed.
    public boolean shadowedIn2M(Gfn gfn) {
        return shadowedIn2M.containsKey(gfn.raw() >>> 9);
    }

    /// `n_used_mmu_pages`.
    public int usedPages() {
        return pages.size();
    }

    ShadowTables after(MmuEvent.OfShadow event) {
        return switch (event) {
            case MmuEvent.SpteSet e ->
                    withSpte(e.at(), e.level(), e.gfn(), e.access(), e.was(), e.now());
            case MmuEvent.SpteChanged e ->
                    withSpte(e.at(), e.level(), e.gfn(), e.access(), e.was(), e.now());
            case MmuEvent.ShadowPageCreated(var id, var gfn, var role) ->
                    withNew(ShadowPage.create(id, gfn, role, generation));
            case MmuEvent.ShadowPageUnsynced(var page) -> with(page(page.page()).withUnsync(true));
            case MmuEvent.ShadowPageSynced(var page) -> with(page(page.page()).withUnsync(false));
            case MmuEvent.ShadowPageInvalidated(var id) -> withInvalid(page(id));
            case MmuEvent.ShadowPageFreed(var id) -> without(page(id));
            case MmuEvent.UnsyncChildMarked(var at, var now) ->
                    with(page(at.page()).withUnsyncChild(at.index(), now));
            case MmuEvent.WriteFloodingCounted(var id, _, var now) ->
                    with(page(id).withWriteFlooding(now));
            case MmuEvent.RootCounted(var id, _, var now) -> with(page(id).withRootCount(now));
            case MmuEvent.AllZappedFast(var old, _) -> withGeneration(1 - old);
            case MmuEvent.PageLimitSet(_, var now) -> withMaxPages(now);
        };
    }

    /// A leaf that stays a leaf keeps its place in the reverse map, as in KVM, whatever frame the
    /// event names.
    private ShadowTables withSpte(SpteAt at, int level, Gfn gfn, int access, long was, long now) {
        ShadowPage page = page(at.page());
        boolean wasLeaf = Spte.presentLeaf(was, level);
        boolean isLeaf = Spte.presentLeaf(now, level);
        if (wasLeaf && isLeaf) {
            return with(page.withLeaf(at.index(), now, page.gfnAt(at.index()), access));
        }
        ShadowTables next = this;
        if (wasLeaf) {
            Gfn mapped = page.gfnAt(at.index());
            next = next.withRmap(mapped, level, rmap(mapped, level).minus(at));
        } else if (Spte.presentNonLeaf(was, level)) {
            ShadowPage child = next.page(ShadowPage.childOf(was));
            next = next.with(child.withParents(child.parents().minus(at)));
        }
        ShadowPage holder = next.page(at.page());
        if (isLeaf) {
            return next.with(holder.withLeaf(at.index(), now, gfn, access))
                    .withRmap(gfn, level, next.rmap(gfn, level).plus(at));
        }
        next = next.with(holder.withSpte(at.index(), now));
        if (Spte.presentNonLeaf(now, level)) {
            ShadowPage child = next.page(ShadowPage.childOf(now));
            return next.with(child.withParents(child.parents().plus(at)));
        }
        return next;
    }

    private ShadowTables with(ShadowPage page) {
        return edited(edit -> edit.pages = pages.put(page.id(), page));
    }

    private ShadowTables withNew(ShadowPage page) {
        long gfn = page.gfn().raw();
        return with(page)
                .edited(edit -> {
                    edit.ofGfn = ofGfn.put(gfn, pagesOf(page.gfn()).withNewest(page.id()));
                    edit.nextPage = page.id() + 1;
                    if (page.indirect()) {
                        edit.countIndirect(page.gfn(), 1);
                    }
                });
    }

    private ShadowTables withInvalid(ShadowPage page) {
        return with(page.asInvalid())
                .edited(edit -> {
                    if (page.indirect() && !page.role().invalid()) {
                        edit.countIndirect(page.gfn(), -1);
                    }
                });
    }

    private ShadowTables without(ShadowPage page) {
        long gfn = page.gfn().raw();
        PageList rest = pagesOf(page.gfn()).without(page.id());
        return edited(edit -> {
            edit.pages = pages.remove(page.id());
            edit.ofGfn = rest.isEmpty() ? ofGfn.remove(gfn) : ofGfn.put(gfn, rest);
        });
    }

    private ShadowTables withRmap(Gfn gfn, int level, Places places) {
        long key = rmapKey(gfn, level);
        return edited(
                edit -> edit.rmaps = places.isEmpty() ? rmaps.remove(key) : rmaps.put(key, places));
    }

    private ShadowTables withGeneration(int now) {
        return edited(edit -> edit.generation = now);
    }

    private ShadowTables withMaxPages(int now) {
        return edited(edit -> edit.maxPages = now);
    }

    private static long rmapKey(Gfn gfn, int level) {
        return gfn.raw() << 2 | level;
    }

    private ShadowTables edited(Consumer<Edit> change) {
        Edit edit = new Edit(this);
        change.accept(edit);
        return edit.tables();
    }

    /// A copy in the making.
    private static final class Edit {

        private LongMap<ShadowPage> pages;
        private LongMap<PageList> ofGfn;
        private LongMap<Places> rmaps;
        private LongMap<Integer> shadowedIn2M;
        private int indirectPages;
        private int generation;
        private int nextPage;
        private int maxPages;

        Edit(ShadowTables of) {
            pages = of.pages;
            ofGfn = of.ofGfn;
            rmaps = of.rmaps;
            shadowedIn2M = of.shadowedIn2M;
            indirectPages = of.indirectPages;
            generation = of.generation;
            nextPage = of.nextPage;
            maxPages = of.maxPages;
        }

        void countIndirect(Gfn gfn, int by) {
            long range = gfn.raw() >>> 9;
            int now = shadowedIn2M.getOrDefault(range, 0) + by;
            shadowedIn2M = now == 0 ? shadowedIn2M.remove(range) : shadowedIn2M.put(range, now);
            indirectPages += by;
        }

        ShadowTables tables() {
            return new ShadowTables(
                    pages,
                    ofGfn,
                    rmaps,
                    shadowedIn2M,
                    indirectPages,
                    generation,
                    nextPage,
                    maxPages);
        }
    }
}
