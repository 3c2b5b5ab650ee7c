package shadewalk.read.differ;

import static shadewalk.text.Texts.ANSWERS;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Hex;
import shadewalk.read.Family;
import shadewalk.read.GuestStep;
import shadewalk.read.GuestTables;
import shadewalk.read.Reach;
import shadewalk.read.TableMap;
import shadewalk.read.Thing;
import shadewalk.read.tell.EntryWords;
import shadewalk.read.tell.Names;
import shadewalk.state.Memslot;
import shadewalk.state.State;
import shadewalk.state.Words;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;
import shadewalk.x86.PagingMode;
import shadewalk.x86.Pfn;

/// What differs in the guest's memory: entry by entry where a guest table lies, else word by word.
record GuestDifference(State left, State right, Items items) {

    /// A guest frame that is used as a table.
    ///
    /// @param state the first of the two in which it is
    /// @param level the highest at which it is used
    private record Table(State state, Gfn gfn, int level) {

        PagingMode mode() {
            return state.cpu().registers().mode();
        }

        /// Where the first entry lies in the frame: 0 but for a PAE guest's four pointers.
        int offset() {
            boolean pointers = mode() == PagingMode.PAE && level == mode().depth();
            return pointers ? mode().root(state.cpu().registers().cr3()).offset() : 0;
        }

        /// The lowest address whose walk uses the table, if one does.
        Optional<Reach> reach() {
            return Reach.of(state, new Thing.GuestEntry(gfn, 0))
                    .filter(reach -> reach.level() == level);
        }
    }

    void tell() {
        if (left.memory().equals(right.memory())) {
            return;
        }
        SortedMap<Gfn, Table> tables = new TreeMap<>((a, b) -> Long.compare(a.raw(), b.raw()));
        List.of(left, right).forEach(state -> addTables(state, tables));
        for (Gfn gfn : writtenFrames()) {
            tell(gfn, tables.get(gfn));
        }
    }

    private static void addTables(State state, SortedMap<Gfn, Table> tables) {
        // From the root down, so that a table used at two levels counts as the upper one.
        TableMap.of(state).values().stream()
                .flatMap(List::stream)
                .map(Family::key)
                .filter(key -> !key.direct() && state.cpu().registers().mode().depth() > 0)
                .filter(key -> key.level() <= state.cpu().registers().mode().depth())
                .forEach(key ->
                        tables.putIfAbsent(key.gfn(), new Table(state, key.gfn(), key.level())));
    }

    /// The guest frames with contents in either state, in ascending order.
    private List<Gfn> writtenFrames() {
        SortedSet<Long> gfns = new TreeSet<>();
        for (State state : List.of(left, right)) {
            for (Memslot slot : state.slots().slots()) {
                for (long page = 0; page < slot.pages(); page++) {
                    Pfn frame = state.memory().frame(slot.id(), page);
                    if (state.memory().contents().containsKey(frame.raw())) {
                        gfns.add(slot.gfn(page).raw());
                    }
                }
            }
        }
        return gfns.stream().map(Gfn::new).toList();
    }

    private static Words words(State state, Gfn gfn) {
        Pfn frame = state.frame(gfn);
        return frame == null ? Words.ZERO : state.memory().words(frame);
    }

    private void tell(Gfn gfn, @Nullable Table table) {
        Words a = words(left, gfn);
        Words b = words(right, gfn);
        Optional<Reach> reach = table == null || a.equals(b) ? Optional.empty() : table.reach();
        int bytes = table == null ? wordBytes() : table.mode().entryBytes();
        for (int word = a.nextDifference(b, 0);
                word < Words.COUNT;
                word = a.nextDifference(b, word + 1)) {
            for (int i = word * 8 / bytes; i < (word + 1) * 8 / bytes; i++) {
                long mine = GuestTables.entry(a, i, bytes);
                long theirs = GuestTables.entry(b, i, bytes);
                if (mine != theirs) {
                    items.add(
                            table != null && isEntry(table, i)
                                    ? entry(table, i, reach, mine, theirs)
                                    : memory(gfn, i, bytes, mine, theirs));
                }
            }
        }
    }

    private int wordBytes() {
        return right.cpu().registers().mode().depth() > PagingMode.PAE.depth() ? 8 : 4;
    }

    private static boolean isEntry(Table table, int place) {
        int index = place - table.offset() / table.mode().entryBytes();
        return index >= 0 && index < table.mode().level(table.level()).entries();
    }

    private static Item entry(
            Table table, int place, Optional<Reach> reach, long mine, long theirs) {
        PagingMode mode = table.mode();
        PagingMode.Level level = mode.level(table.level());
        int index = place - table.offset() / mode.entryBytes();
        Optional<Thing> thing = Optional.of(new Thing.GuestEntry(table.gfn(), index));
        String what =
                ANSWERS.get(
                        "guest-difference.gfn",
                        Names.entry(table.level()),
                        index,
                        Names.shortTable(table.level()),
                        table.gfn());
        return new Item(
                Item.Kind.GUEST_ENTRY,
                what
                        + reach.map(r -> "\nfor " + first(r, level, index))
                                .orElse(ANSWERS.get("guest-difference.no-walk-from")),
                words(table, level, index, mine),
                words(table, level, index, theirs),
                thing,
                thing);
    }

    /// The lowest address that an entry translates.
    private static Gva first(Reach reach, PagingMode.Level level, int index) {
        return new Gva(level.index().with(reach.gva().raw(), index));
    }

    private static String words(Table table, PagingMode.Level level, int index, long entry) {
        Gpa at = table.gfn().at(table.offset() + index * table.mode().entryBytes());
        GuestStep step = GuestStep.of(table.state().cpu().registers(), level, at, index, entry);
        return entry == 0
                ? ANSWERS.get("guest-difference.0-not-present")
                : EntryWords.guestTarget(step)
                        + ": "
                        + EntryWords.setBits(step.layout(), entry)
                        + "\n"
                        + Hex.padded(entry, 2 * table.mode().entryBytes());
    }

    private static Item memory(Gfn gfn, int place, int bytes, long mine, long theirs) {
        return Item.of(
                Item.Kind.MEMORY,
                ANSWERS.get("guest-difference.gpa", gfn.at(place * bytes)),
                Hex.padded(mine, 2 * bytes),
                Hex.padded(theirs, 2 * bytes));
    }
}
