package shadewalk.read.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shadewalk.bits.Layout;
import shadewalk.read.Thing;
import shadewalk.read.Twins;
import shadewalk.state.Registers;
import shadewalk.state.ShadowPage;
import shadewalk.state.State;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.Gva;
import shadewalk.x86.PagingMode;

/// Reads guest entries as what they are used for. The same frame can be a page directory to one
/// walk and a page table to another; then an entry has two readings.
final class GuestEntries {

    private final State state;
    private final Registers registers;
    private final PagingMode mode;

    GuestEntries(State state) {
        this.state = state;
        this.registers = state.cpu().registers();
        this.mode = registers.mode();
    }

    /// An entry as a table of one level holds it.
    record Decoded(
            Thing.GuestEntry entry, int level, Gpa at, Layout layout, long value, boolean leaf) {

        /// `PTE`, `PDE`, ...
        String kind() {
            return switch (level) {
                case 1 -> "PTE";
                case 2 -> "PDE";
                case 3 -> "PDPTE";
                default -> "PML" + level + "E";
            };
        }
    }

    /// All readings, the highest level first; none where no memory is or paging is off.
    List<Decoded> readings(Thing.GuestEntry entry) {
        List<Decoded> readings = new ArrayList<>();
        if (mode.depth() == 0 || (long) entry.index() * mode.entryBytes() >= 4096) {
            return readings;
        }
        Gpa at = entry.gfn().at(entry.index() * mode.entryBytes());
        Long value = state.read(at, mode.entryBytes());
        if (value == null) {
            return readings;
        }
        for (int level : levels(entry.gfn())) {
            PagingMode.Level row = mode.level(level);
            boolean leaf = mode.isLast(level, value, registers.cr4());
            Layout large = row.largePage();
            Layout layout = leaf && large != null ? large : row.table();
            readings.add(new Decoded(entry, level, at, layout, value, leaf));
        }
        return readings;
    }

    /// The guest table that an entry names.
    Optional<Thing.GuestTable> names(Decoded reading) {
        return reading.leaf() || !GuestEntry.P.in(reading.value())
                ? Optional.empty()
                : Optional.of(new Thing.GuestTable(new Gfn(mode.base().of(reading.value()))));
    }

    /// The first guest frame that an entry maps.
    Optional<Gfn> maps(Decoded reading) {
        return reading.leaf() && GuestEntry.P.in(reading.value())
                ? Optional.of(mode.translate(reading.level(), reading.value(), new Gva(0)).gfn())
                : Optional.empty();
    }

    /// The levels at which a frame serves as a table: as it is shadowed, or as the root, or else as
    /// a table of pages.
    private List<Integer> levels(Gfn gfn) {
        List<Integer> levels =
                Twins.pages(state, gfn).stream()
                        .map(ShadowPage::level)
                        .filter(level -> level <= mode.depth())
                        .distinct()
                        .sorted((a, b) -> b - a)
                        .toList();
        if (!levels.isEmpty()) {
            return levels;
        }
        return List.of(mode.root(registers.cr3()).gfn().equals(gfn) ? mode.depth() : 1);
    }
}
