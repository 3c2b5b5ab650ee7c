package shadewalk.read;

import shadewalk.bits.Layout;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.PagingMode;

/// One guest entry on the way of an address.
///
/// @param level the row of the paging mode it belongs to
/// @param at where it stands; for a PAE page-directory pointer, where it was loaded from
/// @param index its number in its table
/// @param entry its value
/// @param leaf whether it maps a page rather than naming a table
public record GuestStep(PagingMode.Level level, Gpa at, int index, long entry, boolean leaf) {

    /// The guest frame that holds the table.
    public Gfn table() {
        return at.gfn();
    }

    public boolean present() {
        return GuestEntry.P.in(entry);
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
