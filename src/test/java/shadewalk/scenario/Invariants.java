package shadewalk.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shadewalk.state.HostMemory;
import shadewalk.state.Memslot;
import shadewalk.state.PageList;
import shadewalk.state.Places;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.state.ShadowTables;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.state.Stat;
import shadewalk.state.State;
import shadewalk.x86.Gfn;
import shadewalk.x86.Pfn;

/// What must hold of every state, whatever the guest does. Everything that the state keeps beside
/// the entries themselves (reverse maps, parents, counters) is worked out anew from the entries.
final class Invariants {

    private final State state;
    private final Set<Gfn> unwatched;
    private final ShadowTables shadow;
    private final List<String> broken = new ArrayList<>();

    private Invariants(State state, Set<Gfn> unwatched) {
        this.state = state;
        this.unwatched = unwatched;
        this.shadow = state.shadow();
    }

    /// What is wrong between two events: what an event changes, it changes everywhere.
    static List<String> brokenBetweenEvents(State state) {
        Invariants all = new Invariants(state, Set.of());
        all.entriesAndTheirReverses();
        all.counters();
        all.listsOfFrames();
        all.roles();
        return all.broken;
    }

    /// What is wrong between two steps: nothing is half done then.
    ///
    /// @param unwatched shadowed frames that the guest may write unseen, through a gap of KVM's
    static List<String> brokenBetweenSteps(State state, Set<Gfn> unwatched) {
        Invariants all = new Invariants(state, unwatched);
        all.entriesAndTheirReverses();
        all.counters();
        all.listsOfFrames();
        all.roles();
        all.leaves();
        all.unsyncMarks();
        all.roots();
        return all.broken;
    }

    private void expect(boolean holds, String what, Object about) {
        if (!holds) {
            broken.add(what + ": " + about);
        }
    }

    private interface EntryAction {
        void at(ShadowPage page, SpteAt at, long spte);
    }

    private void forEachEntry(EntryAction action) {
        shadow.all()
                .forEach(page -> {
                    for (int i = page.spt().nextNonZero(0);
                            i < 512;
                            i = page.spt().nextNonZero(i + 1)) {
                        action.at(page, new SpteAt(page.id(), i), page.spte(i));
                    }
                });
    }

    private void entriesAndTheirReverses() {
        Map<Integer, Set<SpteAt>> parents = new HashMap<>();
        Map<Long, Set<SpteAt>> mappings = new HashMap<>();
        forEachEntry((page, at, spte) -> {
            int level = page.level();
            if (!Spte.present(spte)) {
                expect(Spte.mmio(spte), "an entry is neither empty, present nor MMIO", at);
            } else if (Spte.presentLeaf(spte, level)) {
                long key = page.gfnAt(at.index()).raw() << 2 | level;
                mappings.computeIfAbsent(key, _ -> new HashSet<>()).add(at);
            } else {
                int child = ShadowPage.childOf(spte);
                expect(shadow.exists(child), "an entry leads to no page", at);
                if (shadow.exists(child)) {
                    expect(shadow.page(child).level() == level - 1, "a child of wrong level", at);
                }
                parents.computeIfAbsent(child, _ -> new HashSet<>()).add(at);
            }
        });
        shadow.all()
                .forEach(page ->
                        expectPlaces(
                                parents.getOrDefault(page.id(), Set.of()),
                                page.parents(),
                                "parents of page " + page.id()));
        shadow.rmaps()
                .forEach((key, places) ->
                        expectPlaces(
                                mappings.getOrDefault(key, Set.of()),
                                places,
                                "reverse map of " + Long.toHexString(key)));
        expect(mappings.size() == shadow.rmaps().size(), "reverse maps are missing", mappings);
    }

    private void expectPlaces(Set<SpteAt> expected, Places places, String what) {
        List<SpteAt> kept = places.all();
        expect(
                kept.size() == expected.size() && expected.equals(new HashSet<>(kept)),
                what,
                kept + ", but the entries say " + expected);
    }

    private void counters() {
        List<ShadowPage> counted =
                shadow.all().filter(page -> page.indirect() && !page.role().invalid()).toList();
        expect(shadow.indirectPages() == counted.size(), "indirectPages", shadow.indirectPages());
        Map<Long, Integer> ranges = new HashMap<>();
        counted.forEach(page -> ranges.merge(page.gfn().raw() >>> 9, 1, Integer::sum));
        Map<Long, Integer> kept = new HashMap<>();
        shadow.shadowedIn2M().forEach(kept::put);
        expect(ranges.equals(kept), "shadowedIn2M", kept + " instead of " + ranges);
        expect(shadow.usedPages() == shadow.all().count(), "usedPages", shadow.usedPages());

        long[] mapped = new long[4];
        forEachEntry((page, _, spte) -> {
            if (Spte.presentLeaf(spte, page.level())) {
                mapped[page.level()]++;
            }
        });
        expect(state.stats().get(Stat.PAGES_4K) == mapped[1], "pages_4k", mapped[1]);
        expect(state.stats().get(Stat.PAGES_2M) == mapped[2], "pages_2m", mapped[2]);
        expect(state.stats().get(Stat.PAGES_1G) == mapped[3], "pages_1g", mapped[3]);
        long unsync = shadow.all().filter(ShadowPage::unsync).count();
        expect(state.stats().get(Stat.MMU_UNSYNC) == unsync, "mmu_unsync", unsync);
    }

    /// The pages of a frame are listed newest first, and no two could answer the same lookup.
    private void listsOfFrames() {
        Map<Long, List<Integer>> expected = new HashMap<>();
        Set<String> keys = new HashSet<>();
        shadow.all()
                .forEach(page -> {
                    expected.computeIfAbsent(page.gfn().raw(), _ -> new ArrayList<>())
                            .addFirst(page.id());
                    if (!shadow.obsolete(page)) {
                        String key = page.gfn() + " " + page.role();
                        expect(keys.add(key), "two pages with the same gfn and role", key);
                    }
                });
        Map<Long, List<Integer>> kept = new HashMap<>();
        shadow.ofGfn().forEach((gfn, list) -> kept.put(gfn, numbers(list)));
        expect(expected.equals(kept), "pages by frame", kept + " instead of " + expected);
    }

    private static List<Integer> numbers(PageList list) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            numbers.add(list.get(i));
        }
        return numbers;
    }

    private void roles() {
        shadow.all()
                .forEach(page -> {
                    var role = page.role();
                    int quadrants = role.has4ByteGpte() ? 1 << role.level() : 1;
                    expect(role.quadrant() < quadrants, "quadrant", page);
                    expect(
                            !role.has4ByteGpte() || role.level() <= 2,
                            "level of 4-byte entries",
                            page);
                    expect(role.level() >= 1 && role.level() <= 5, "level", page);
                    expect(role.eferNx() && !role.adDisabled(), "efer_nx and ad_disabled", page);
                    expect((page.translations() == null) == role.direct(), "translations", page);
                    expect(
                            !page.unsync() || page.level() == 1 && page.indirect(),
                            "unsync, but not a page table",
                            page);
                    expect(
                            page.level() > 1 || !page.hasUnsyncChildren(),
                            "a leaf with children",
                            page);
                });
    }

    private void leaves() {
        forEachEntry((page, at, spte) -> {
            if (!Spte.presentLeaf(spte, page.level())) {
                return;
            }
            String entry = at + " " + Long.toHexString(spte);
            expect(
                    !Spte.writable(spte) || Spte.MMU_WRITABLE.in(spte),
                    "W without MMU_WRITABLE",
                    entry);
            expect(
                    !Spte.MMU_WRITABLE.in(spte) || Spte.HOST_WRITABLE.in(spte),
                    "MMU_WRITABLE without HOST_WRITABLE",
                    entry);
            expect(
                    Spte.P.in(spte) && !Spte.MMIO.in(spte),
                    "a leaf the processor cannot use",
                    entry);
            expect(page.level() <= 2, "a page of 1 GiB, which no host here has", entry);
            for (long i = 0; i < 1L << 9 * (page.level() - 1); i++) {
                mapsWhatItMay(new Gfn(page.gfnAt(at.index()).raw() + i), i, spte, entry);
            }
        });
    }

    /// One frame behind a leaf: the host's frame is the right one, and it is writable only if no
    /// shadowed table in it would go unnoticed.
    private void mapsWhatItMay(Gfn gfn, long distance, long spte, String entry) {
        Memslot slot = state.slots().of(gfn);
        if (slot == null) {
            broken.add("maps a frame without memslot: " + entry);
            return;
        }
        Pfn frame = state.memory().frame(slot.id(), slot.page(gfn));
        expect(Spte.PFN.of(spte) + distance == frame.raw(), "maps another host frame", entry);
        boolean hostAllows = !slot.readOnly() && !HostMemory.isZero(frame);
        expect(
                !Spte.HOST_WRITABLE.in(spte) || hostAllows,
                "HOST_WRITABLE although the host forbids",
                entry);
        if (Spte.MMU_WRITABLE.in(spte) && !unwatched.contains(gfn)) {
            PageList tables = shadow.pagesOf(gfn);
            for (int i = 0; i < tables.size(); i++) {
                ShadowPage table = shadow.page(tables.get(i));
                expect(
                        !shadow.validIndirect(table) || table.level() == 1 && table.unsync(),
                        "a writable mapping of a shadowed table",
                        entry + " of page " + table.id());
            }
            expect(!shadow.writeTracked(gfn), "a writable mapping of a tracked frame", entry);
        }
    }

    /// From every unsync page, marks lead up along all parents.
    private void unsyncMarks() {
        shadow.all()
                .filter(page -> page.unsync() || page.hasUnsyncChildren())
                .forEach(page -> {
                    for (SpteAt parent : page.parents().all()) {
                        expect(
                                shadow.page(parent.page()).unsyncChildren().get(parent.index()),
                                "no mark leads to unsync page " + page.id(),
                                parent);
                    }
                });
    }

    private void roots() {
        Map<Integer, Integer> slots = new HashMap<>();
        Roots roots = state.cpu().roots();
        if (roots.current().hasPage()) {
            slots.merge(roots.current().page(), 1, Integer::sum);
        }
        for (Roots.Root previous : roots.previous()) {
            if (previous.hasPage()) {
                slots.merge(previous.page(), 1, Integer::sum);
            }
        }
        for (long entry : roots.paeRoot()) {
            if (entry != 0) {
                slots.merge(ShadowPage.childOf(entry), 1, Integer::sum);
            }
        }
        slots.keySet().forEach(id -> expect(shadow.exists(id), "a root without page", id));
        shadow.all()
                .forEach(page -> {
                    int wanted = slots.getOrDefault(page.id(), 0);
                    expect(
                            page.rootCount() == wanted,
                            "root count",
                            page.id() + " " + page.rootCount());
                    expect(
                            !page.role().invalid() || wanted > 0,
                            "an invalid page that nobody holds",
                            page.id());
                    expect(
                            page.role().invalid() || page.generation() == shadow.generation(),
                            "a page of the other generation",
                            page.id());
                });
    }
}
