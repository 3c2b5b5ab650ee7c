package shadewalk.export.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.bits.Layout;
import shadewalk.read.Family;
import shadewalk.read.GuestStep;
import shadewalk.read.GuestTables;
import shadewalk.read.TableMap;
import shadewalk.read.Thing;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.x86.Gpa;
import shadewalk.x86.PagingMode;

/// The entries of all tables that are not zero, each as named values: on which side and in which
/// table it stands, what it holds, and its fields under the names of the manuals and of KVM.
final class EntryRows {

    /// What every row has.
    static final List<String> COLUMNS = List.of("side", "id", "level");

    private final State state;
    private final PagingMode mode;
    private final Consumer<Map<String, String>> row;

    private EntryRows(State state, Consumer<Map<String, String>> row) {
        this.state = state;
        this.mode = state.cpu().registers().mode();
        this.row = row;
    }

    /// Hands over the entries: the guest's tables from the top, then `pae_root`, then the shadow
    /// pages in the order in which they were made.
    static void each(State state, Consumer<Map<String, String>> row) {
        EntryRows rows = new EntryRows(state, row);
        TableMap.of(state).values().stream().flatMap(List::stream).forEach(rows::guest);
        rows.paeRoot();
        state.shadow().all().forEach(rows::shadow);
    }

    private void guest(Family family) {
        int number = family.level();
        if (family.key().direct() || number > mode.depth()) {
            return;
        }
        PagingMode.Level level = mode.level(number);
        IntToLongFunction entries = GuestTables.entries(state, family.key());
        for (int i = 0; i < level.entries(); i++) {
            long entry = entries.applyAsLong(i);
            if (entry != 0) {
                Map<String, String> values = new LinkedHashMap<>();
                values.put("side", "guest");
                values.put("id", new Thing.GuestEntry(family.key().gfn(), i).id());
                values.put("level", String.valueOf(number));
                values.put("gfn", Hex.prefixed(family.key().gfn().raw()));
                Gpa at = family.key().gfn().at(i * mode.entryBytes());
                GuestStep step = GuestStep.of(state.cpu().registers(), level, at, i, entry);
                add(values, i, entry, step.layout());
            }
        }
    }

    private void paeRoot() {
        var roots = state.cpu().roots();
        if (!roots.current().isPae()) {
            return;
        }
        for (int i = 0; i < roots.paeRoot().size(); i++) {
            long entry = roots.paeRoot().get(i);
            if (entry != 0) {
                Map<String, String> values = new LinkedHashMap<>();
                values.put("side", "shadow");
                values.put("id", new Thing.RootEntry(i).id());
                values.put("level", "3");
                add(values, i, entry, Spte.PAE_ROOT);
            }
        }
    }

    private void shadow(ShadowPage page) {
        for (int i = page.spt().nextNonZero(0); i < 512; i = page.spt().nextNonZero(i + 1)) {
            long spte = page.spte(i);
            Map<String, String> values = new LinkedHashMap<>();
            values.put("side", "shadow");
            values.put("id", new Thing.ShadowEntry(new SpteAt(page.id(), i)).id());
            values.put("level", String.valueOf(page.level()));
            values.put("gfn", Hex.prefixed(page.gfn().raw()));
            values.put("quadrant", String.valueOf(page.role().quadrant()));
            values.put("role", Hex.padded(Integer.toUnsignedLong(page.role().word()), 8));
            values.put("unsync", String.valueOf(page.unsync()));
            values.put("obsolete", String.valueOf(state.shadow().obsolete(page)));
            add(values, i, spte, Spte.layout(spte, page.level()));
        }
    }

    private void add(Map<String, String> values, int index, long entry, Layout layout) {
        values.put("index", String.valueOf(index));
        values.put("value", Hex.padded(entry, layout.width() / 4));
        values.put("layout", layout.name());
        for (Field field : layout.fields()) {
            long bits = field.of(entry);
            values.put(field.name(), field.width() == 1 ? Long.toString(bits) : Hex.prefixed(bits));
        }
        row.accept(values);
    }
}
