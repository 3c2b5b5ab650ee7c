package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Hex;
import shadewalk.lesson.Blueprint;
import shadewalk.x86.Page;
import shadewalk.x86.PagingMode;

/// Builds a guest's page tables: finds or makes the table that serves an address, and puts entries
/// into it.
final class TableBuilder {

    private final PagingMode mode;
    private final boolean largePages;
    private final LessonNames names;
    private final GuestFrames frames;
    private final MemoryImage memory;
    private final Map<String, Stage.GuestTable> named = new HashMap<>();
    private final List<Stage.GuestTable> tables = new ArrayList<>();
    private final List<Stage.Window> windows = new ArrayList<>();
    private Stage.@Nullable GuestTable firstRoot;

    /// @param largePages whether a 32-bit guest may use 4 MiB pages
    TableBuilder(
            PagingMode mode,
            boolean largePages,
            LessonNames names,
            GuestFrames frames,
            MemoryImage memory) {
        this.mode = mode;
        this.largePages = largePages;
        this.names = names;
        this.frames = frames;
        this.memory = memory;
    }

    List<Stage.GuestTable> tables() {
        return tables;
    }

    List<Stage.Window> windows() {
        return windows;
    }

    /// Makes a root if there is none.
    void needRoot() throws Unresolved {
        if (firstRoot == null) {
            firstRoot = newTable(mode.depth());
        }
    }

    /// The root of this name; the first one for an empty name.
    Stage.GuestTable root(String name) throws Unresolved {
        Stage.GuestTable root = name.isEmpty() ? firstRoot : named.get(name);
        if (root == null || root.level() != mode.depth()) {
            throw new Unresolved(PROBLEMS.get("table-builder.there-no-root", name, mode.depth()));
        }
        return root;
    }

    /// Gives a table its place and its name.
    void place(Blueprint.Table table) throws Unresolved {
        boolean root = table.covers().isEmpty();
        if (table.level() > mode.depth()) {
            throw new Unresolved(
                    PROBLEMS.get(
                            "table-builder.there-no-table", table.level(), mode, mode.depth()));
        }
        if (root != (table.level() == mode.depth())) {
            throw new Unresolved(
                    root
                            ? PROBLEMS.get("table-builder.say-which-address", mode.depth())
                            : PROBLEMS.get("table-builder.level-root-leave", mode.depth()));
        }
        long gpa = table.at().isEmpty() ? frames.free() : names.address(table.at());
        if (Page.OFFSET.in(gpa) || !frames.backed(gpa)) {
            throw new Unresolved(PROBLEMS.get("table-builder.table-lies-in", Hex.prefixed(gpa)));
        }
        if (tables.stream().anyMatch(other -> other.gpa() == gpa)) {
            throw new Unresolved(
                    PROBLEMS.get("table-builder.another-table-lies", Hex.prefixed(gpa)));
        }
        names.put(table.name(), gpa);
        Stage.GuestTable made = new Stage.GuestTable(table.name(), table.level(), gpa);
        named.put(table.name(), made);
        tables.add(made);
        if (root && firstRoot == null) {
            firstRoot = made;
        }
    }

    private Stage.GuestTable newTable(int level) throws Unresolved {
        Stage.GuestTable table = new Stage.GuestTable("", level, frames.free());
        tables.add(table);
        return table;
    }

    /// The table of `level` that serves an address; those above it are made where they are missing.
    private long tableFor(String root, int level, long gva, String upper) throws Unresolved {
        long table = root(root).gpa();
        for (int l = mode.depth(); l > level; l--) {
            long at = memory.place(table, l, gva);
            long next = memory.table(at);
            if (next < 0) {
                next = newTable(l - 1).gpa();
                memory.putTable(
                        at,
                        entry(l, next, upper),
                        next,
                        PROBLEMS.get("table-builder.table-for", Hex.prefixed(gva)));
            }
            table = next;
        }
        return table;
    }

    /// An entry for a table; a PAE pointer has no rights of its own.
    private long entry(int level, long table, String flags) throws Unresolved {
        boolean pointer = mode.equals(PagingMode.PAE) && level == 3;
        return Flags.entry(mode, level, false, table, pointer ? "" : flags);
    }

    /// Hangs a table with a name in at the address it is for.
    void hang(Blueprint.Table table) throws Unresolved {
        Stage.GuestTable made = named.get(table.name());
        boolean placed = made != null && made.level() == table.level();
        if (made != null && placed && table.level() < mode.depth()) {
            hang(made, names.address(table.covers()), table.root(), table.flags());
        }
    }

    private void hang(Stage.GuestTable table, long gva, String root, String flags)
            throws Unresolved {
        int level = table.level() + 1;
        long above = tableFor(root, level, checked(gva), Blueprint.UPPER_FLAGS);
        memory.putTable(
                memory.place(above, level, gva),
                entry(level, table.gpa(), flags),
                table.gpa(),
                PROBLEMS.get("table-builder.table", table.name()));
    }

    /// Hangs a table in at a second address.
    void share(Blueprint.Share share) throws Unresolved {
        Stage.GuestTable table = named.get(share.table());
        if (table == null || table.level() == mode.depth()) {
            throw new Unresolved(PROBLEMS.get("table-builder.there-no-table-share", share.table()));
        }
        hang(table, names.address(share.gva()), share.root(), share.flags());
    }

    /// Makes an entry of a root point at the root itself.
    void selfMap(Blueprint.SelfMap map) throws Unresolved {
        if (mode.equals(PagingMode.PAE)) {
            throw new Unresolved(PROBLEMS.get("table-builder.pae-root-cannot"));
        }
        Stage.GuestTable root = root(map.root());
        long gva = checked(names.address(map.gva()));
        long at = memory.place(root.gpa(), root.level(), gva);
        memory.putTable(
                at,
                entry(root.level(), root.gpa(), map.flags()),
                root.gpa(),
                PROBLEMS.get("table-builder.self-map"));
        if (mode.equals(PagingMode.PT32)) {
            showTablesThrough(root, gva);
        }
    }

    /// Through a recursive entry of a directory, table d is seen as page d of the entry's 4 MiB.
    private void showTablesThrough(Stage.GuestTable root, long gva) {
        PagingMode.Level top = mode.level(2);
        long base = top.index().inPlace(gva);
        for (int d = 0; d < top.entries(); d++) {
            long table = memory.table(root.gpa() + (long) d * mode.entryBytes());
            if (table >= 0) {
                long page = mode.level(1).index().with(base, d);
                windows.add(new Stage.Window(page, table, Page.SIZE));
            }
        }
    }

    /// Maps pages in a row.
    void map(Blueprint.Mapping map) throws Unresolved {
        int level = map.level();
        boolean large = level > 1;
        if (level > mode.depth()
                || large && mode.level(level).largePage() == null
                || map.pageBytes() != 1L << mode.level(level).index().low()) {
            throw new Unresolved(PROBLEMS.get("table-builder.there-no-pages", map.page(), mode));
        }
        if (large && !largePages) {
            throw new Unresolved(PROBLEMS.get("table-builder.4-mib-pages"));
        }
        long gva = names.address(map.gva());
        long gpa = names.address(map.gpa());
        long offset = map.pageBytes() - 1;
        if ((gva & offset) != 0 || (gpa & offset) != 0) {
            throw new Unresolved(PROBLEMS.get("table-builder.gva-gpa-must", map.page()));
        }
        for (int i = 0; i < map.count(); i++) {
            long at = checked(gva + i * map.pageBytes());
            long entry = Flags.entry(mode, level, large, gpa + i * map.pageBytes(), map.flags());
            long table = tableFor(map.root(), level, at, map.upper());
            memory.put(
                    memory.place(table, level, at),
                    entry,
                    PROBLEMS.get("table-builder.page-at", Hex.prefixed(at)));
        }
        windows.add(new Stage.Window(gva, gpa, map.bytes()));
    }

    private long checked(long gva) throws Unresolved {
        if (mode.depth() < 4 && gva >>> 32 != 0) {
            throw new Unresolved(PROBLEMS.get("table-builder.has-more-than", Hex.prefixed(gva)));
        }
        return gva;
    }
}
