package shadewalk.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import shadewalk.state.Registers;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.PagingMode;

/// All tables of a state: the guest's that CR3 leads to or that are shadowed, each with its shadow
/// pages, and which entry names which.
public final class TableMap {

    private final State state;
    private final PagingMode mode;
    private final Map<Family.Key, List<ShadowPage>> pages = new LinkedHashMap<>();
    private final Map<Family.Key, TreeMap<Place, Family.Link>> links = new LinkedHashMap<>();
    private final Set<Family.Key> reachable = new LinkedHashSet<>();

    /// An entry of a family, in the order in which links are told.
    private record Place(int level, long gfn, int index) {
        static final Comparator<Place> ORDER =
                Comparator.comparingInt(Place::level)
                        .reversed()
                        .thenComparingLong(Place::gfn)
                        .thenComparingInt(Place::index);
    }

    private TableMap(State state) {
        this.state = state;
        this.mode = state.cpu().registers().mode();
    }

    /// The families of a state, each level's in the order of the entries that name them, those that
    /// nothing names last.
    public static Map<Integer, List<Family>> of(State state) {
        TableMap map = new TableMap(state);
        map.walkGuest();
        map.addShadow();
        return map.families();
    }

    private void walkGuest() {
        if (mode.depth() == 0) {
            return;
        }
        Deque<Family.Key> open = new ArrayDeque<>();
        Gfn root = mode.root(state.cpu().registers().cr3()).gfn();
        Family.Key first = new Family.Key(mode.depth(), root, false);
        reachable.add(first);
        open.add(first);
        while (!open.isEmpty()) {
            Family.Key table = open.remove();
            if (table.level() > 1) {
                children(table, open);
            }
        }
    }

    private void children(Family.Key table, Deque<Family.Key> open) {
        PagingMode.Level level = mode.level(table.level());
        IntToLongFunction entries = GuestTables.entries(state, table);
        Registers registers = state.cpu().registers();
        for (int index = 0; index < level.entries(); index++) {
            long entry = entries.applyAsLong(index);
            if (!GuestEntry.P.in(entry)) {
                continue;
            }
            Gpa at = table.gfn().at(index * mode.entryBytes());
            Optional<Gfn> names = GuestStep.of(registers, level, at, index, entry).child();
            if (names.isPresent()) {
                Family.Key child = new Family.Key(table.level() - 1, names.get(), false);
                link(child, table, index, true, inPaeRoot(table, index, child));
                if (reachable.add(child)) {
                    open.add(child);
                }
            }
        }
    }

    /// Whether `pae_root`, which is no shadow page, names a page for a PAE guest's pointer.
    private boolean inPaeRoot(Family.Key table, int index, Family.Key child) {
        Roots roots = state.cpu().roots();
        if (!mode.equals(PagingMode.PAE) || table.level() < 3 || !roots.current().isPae()) {
            return false;
        }
        long entry = roots.paeRoot().get(index);
        return entry != 0 && key(state.shadow().page(ShadowPage.childOf(entry))).equals(child);
    }

    private void addShadow() {
        state.shadow()
                .all()
                .forEach(page -> {
                    Family.Key key = key(page);
                    pages.computeIfAbsent(key, _ -> new ArrayList<>()).add(page);
                    for (SpteAt parent : page.parents().all()) {
                        ShadowPage above = state.shadow().page(parent.page());
                        link(key, key(above), guestIndex(above, parent.index()), false, true);
                    }
                });
    }

    /// The family a shadow page belongs to.
    public static Family.Key key(ShadowPage page) {
        return new Family.Key(page.level(), page.gfn(), page.role().direct());
    }

    /// The guest entry behind a shadow entry above level 1.
    private static int guestIndex(ShadowPage page, int index) {
        return page.indirect() ? Portion.of(page).guestIndex(index) : index;
    }

    private void link(Family.Key child, Family.Key from, int index, boolean guest, boolean shadow) {
        Place place = new Place(from.level(), from.gfn().raw(), index);
        links.computeIfAbsent(child, _ -> new TreeMap<>(Place.ORDER))
                .merge(
                        place,
                        new Family.Link(from, index, guest, shadow),
                        (one, other) ->
                                new Family.Link(
                                        from,
                                        index,
                                        one.guest() || other.guest(),
                                        one.shadow() || other.shadow()));
    }

    private Map<Integer, List<Family>> families() {
        Set<Family.Key> keys = new LinkedHashSet<>(reachable);
        keys.addAll(pages.keySet());
        Map<Integer, List<Family>> levels = new TreeMap<>(Comparator.reverseOrder());
        for (Family.Key key : keys) {
            levels.computeIfAbsent(key.level(), _ -> new ArrayList<>()).add(family(key));
        }
        Map<Family.Key, Integer> order = new LinkedHashMap<>();
        levels.values().forEach(level -> sort(level, order));
        return levels;
    }

    private Family family(Family.Key key) {
        List<ShadowPage> own = new ArrayList<>(pages.getOrDefault(key, List.of()));
        own.sort(
                Comparator.comparingInt((ShadowPage page) -> page.role().quadrant())
                        .thenComparingInt(ShadowPage::id));
        TreeMap<Place, Family.Link> named = links.get(key);
        return new Family(
                key,
                reachable.contains(key),
                own,
                named == null ? List.of() : List.copyOf(named.values()));
    }

    /// A level's families stand in the order of their first link; the levels above are sorted
    /// already.
    private static void sort(List<Family> level, Map<Family.Key, Integer> order) {
        level.sort(
                Comparator.comparing((Family family) -> !family.reachable())
                        .thenComparingInt(family -> parent(family, order))
                        .thenComparingInt(family ->
                                family.links().isEmpty()
                                        ? Integer.MAX_VALUE
                                        : family.links().getFirst().index())
                        .thenComparingLong(family -> family.key().gfn().raw()));
        for (Family family : level) {
            order.put(family.key(), order.size());
        }
    }

    private static int parent(Family family, Map<Family.Key, Integer> order) {
        return family.links().isEmpty()
                ? Integer.MAX_VALUE
                : order.getOrDefault(family.links().getFirst().from(), Integer.MAX_VALUE);
    }
}
