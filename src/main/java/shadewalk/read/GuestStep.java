package shadewalk.read;

import java.util.Optional;
import shadewalk.bits.Field;
import shadewalk.bits.Layout;
import shadewalk.state.Registers;
import shadewalk.state.State;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.Gva;
import shadewalk.x86.PagingMode;

/// One guest entry, read as what a table of one level holds.
///
/// @param mode the paging mode it is read in
/// @param level the row of the mode it belongs to
/// @param at where it stands; for a PAE page-directory pointer, where it was loaded from
/// @param index its number in its table
/// @param entry its value
/// @param leaf whether it maps a page rather than naming a table, if it is present
public record GuestStep(
        PagingMode mode, PagingMode.Level level, Gpa at, int index, long entry, boolean leaf) {

    /// An entry as the processor would read it.
    public static GuestStep of(
            Registers registers, PagingMode.Level level, Gpa at, int index, long entry) {
        PagingMode mode = registers.mode();
        boolean leaf = mode.isLast(level.number(), entry, registers.cr4());
        return new GuestStep(mode, level, at, index, entry, leaf);
    }

    /// The guest frame that holds the table.
    public Gfn table() {
        return at.gfn();
    }

    public boolean present() {
        return GuestEntry.P.in(entry);
    }

    /// The bits that hold the base of the table or page.
    public Field base() {
        return mode.base();
    }

    /// The guest frame of the table that it names, if it names one.
    public Optional<Gfn> child() {
        return present() && !leaf
                ? Optional.of(new Gpa(mode.base().inPlace(entry)).gfn())
                : Optional.empty();
    }

    /// The first guest frame that it maps, if it maps any.
    public Optional<Gfn> maps() {
        return present() && leaf
                ? Optional.of(mode.translate(level.number(), entry, new Gva(0)).gfn())
                : Optional.empty();
    }

    /// What memory holds in its place, if that is another value by now: the four pointers of a PAE
    /// guest count as they were when they were loaded.
    public Optional<Long> replacedBy(State state) {
        return Optional.ofNullable(state.read(at, mode.entryBytes()))
                .filter(memory -> memory != entry);
    }

    /// The layout that describes the value.
    public Layout layout() {
        Layout large = level.largePage();
        return leaf && large != null ? large : level.table();
    }

    public Thing.GuestEntry thing() {
        return new Thing.GuestEntry(table(), index);
    }
}
