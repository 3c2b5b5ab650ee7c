package shadewalk.export.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.bits.Layout;
import shadewalk.read.Family;
import shadewalk.read.GuestStep;
import shadewalk.read.GuestTables;
import shadewalk.read.TableMap;
import shadewalk.read.Thing;
import shadewalk.state.Roots;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.PagingMode;

/// The entries of all tables that are not zero, each as named values: on which side and in which
/// table it stands, what it holds, and its fields under the names of the manuals and of KVM.
final class EntryRows {

    /// What every row has.
    static final List<String> COLUMNS = List.of("side", "id", "level");

    private EntryRows() {}

    /// The entries: the guest's tables from the top, then `pae_root`, then the shadow pages in the
    /// order in which they were made.
    static Stream<Map<String, String>> of(State state) {
        return Stream.of(
                        TableMap.of(state).values().stream()
                                .flatMap(List::stream)
                                .flatMap(family -> guest(state, family)),
                        paeRoot(state.cpu().roots()),
                        state.shadow().all().flatMap(page -> shadow(state, page)))
                .flatMap(rows -> rows);
    }

    private static Stream<Map<String, String>> guest(State state, Family family) {
        PagingMode mode = state.cpu().registers().mode();
        Gfn gfn = family.key().gfn();
        if (family.key().direct() || family.level() > mode.depth()) {
            return Stream.empty();
        }
        PagingMode.Level level = mode.level(family.level());
        IntToLongFunction entries = GuestTables.entries(state, family.key());
        return IntStream.range(0, level.entries())
                .filter(i -> entries.applyAsLong(i) != 0)
                .mapToObj(i -> {
                    long entry = entries.applyAsLong(i);
                    Gpa at = gfn.at(i * mode.entryBytes());
                    GuestStep step = GuestStep.of(state.cpu().registers(), level, at, i, entry);
                    var row = row("guest", new Thing.GuestEntry(gfn, i), family.level());
                    row.put("gfn", Hex.prefixed(gfn.raw()));
                    return with(row, i, entry, step.layout());
                });
    }

    private static Stream<Map<String, String>> paeRoot(Roots roots) {
        return roots.current().isPae()
                ? IntStream.range(0, roots.paeRoot().size())
                        .filter(i -> roots.paeRoot().get(i) != 0)
                        .mapToObj(i ->
                                with(
                                        row("shadow", new Thing.RootEntry(i), 3),
                                        i,
                                        roots.paeRoot().get(i),
                                        Spte.PAE_ROOT))
                : Stream.empty();
    }

    private static Stream<Map<String, String>> shadow(State state, ShadowPage page) {
        return IntStream.iterate(
                        page.spt().nextNonZero(0), i -> i < 512, i -> page.spt().nextNonZero(i + 1))
                .mapToObj(i -> {
                    var at = new Thing.ShadowEntry(new SpteAt(page.id(), i));
                    var row = row("shadow", at, page.level());
                    row.put("gfn", Hex.prefixed(page.gfn().raw()));
                    row.put("quadrant", String.valueOf(page.role().quadrant()));
                    row.put("role", Hex.padded(Integer.toUnsignedLong(page.role().word()), 8));
                    row.put("unsync", String.valueOf(page.unsync()));
                    row.put("obsolete", String.valueOf(state.shadow().obsolete(page)));
                    return with(row, i, page.spte(i), Spte.layout(page.spte(i), page.level()));
                });
    }

    private static Map<String, String> row(String side, Thing thing, int level) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("side", side);
        row.put("id", thing.id());
        row.put("level", String.valueOf(level));
        return row;
    }

    private static Map<String, String> with(
            Map<String, String> row, int index, long entry, Layout layout) {
        row.put("index", String.valueOf(index));
        row.put("value", Hex.padded(entry, layout.width() / 4));
        row.put("layout", layout.name());
        for (Field field : layout.fields()) {
            long bits = field.of(entry);
            row.put(field.name(), field.width() == 1 ? Long.toString(bits) : Hex.prefixed(bits));
        }
        return row;
    }
}
