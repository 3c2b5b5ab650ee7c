package shadewalk.read;

import java.util.Optional;
import shadewalk.bits.Field;
import shadewalk.state.State;
import shadewalk.x86.Page;

/// How long a guest's entries are and how large a shadow table is, and what follows from it: how
/// far tables reach, and how many shadow tables one guest table needs. Guest tables have 4 KiB and
/// SPTEs 8 bytes; the two that can be varied are those to which somebody asks "what if".
///
/// @param guestEntry bytes in an entry of the guest, 4 or 8
/// @param shadowTable bytes in a shadow table, 4,096 or 8,192
public record TableSizes(int guestEntry, int shadowTable) {

    private static final int SPTE = 8;
    private static final int SHORT = 4;
    private static final int LARGE = 2 * Page.SIZE;
    private static final int PAGE_BITS = Page.OFFSET.width();

    /// Whose tables.
    public enum Side {
        GUEST,
        SHADOW
    }

    /// Those of a guest in a 32-bit mode, or of one whose entries have 8 bytes as well.
    public static TableSizes of(State state) {
        int bytes = state.cpu().registers().mode().entryBytes();
        return new TableSizes(bytes == 0 ? SPTE : bytes, Page.SIZE);
    }

    /// Whether they are among the sizes that can be tried.
    public boolean possible() {
        return (guestEntry == SHORT || guestEntry == SPTE)
                && (shadowTable == Page.SIZE || shadowTable == LARGE);
    }

    /// Whether the guest's entries have 4 bytes.
    public boolean shortEntries() {
        return guestEntry == SHORT;
    }

    public TableSizes withShortEntries(boolean yes) {
        return new TableSizes(yes ? SHORT : SPTE, shadowTable);
    }

    /// Whether a shadow table has 8 KiB.
    public boolean largeTables() {
        return shadowTable == LARGE;
    }

    public TableSizes withLargeTables(boolean yes) {
        return new TableSizes(guestEntry, yes ? LARGE : Page.SIZE);
    }

    /// Bytes in an entry.
    public int entry(Side side) {
        return side == Side.GUEST ? guestEntry : SPTE;
    }

    /// Bytes in a table.
    public int table(Side side) {
        return side == Side.GUEST ? Page.SIZE : shadowTable;
    }

    /// Entries in a table: 512 or 1,024.
    public int entries(Side side) {
        return table(side) / entry(side);
    }

    /// How many bits of an address count up within what a table of a level reaches: 22 for 4 MiB.
    public int reach(Side side, int level) {
        return PAGE_BITS + level * width(side);
    }

    /// The bits of an address that choose an entry of a table of a level.
    public Field index(Side side, int level) {
        return new Field("index", reach(side, level) - 1, reach(side, level - 1));
    }

    private int width(Side side) {
        return Integer.numberOfTrailingZeros(entries(side));
    }

    /// How many shadow tables one guest table of a level needs: 1, 2 or 4.
    public int parts(int level) {
        return 1 << chosenBy(level).map(Field::width).orElse(0);
    }

    /// The bits of an address that choose among them, which the guest's walk has used up by then
    /// and the shadow's has not; none where one is enough.
    public Optional<Field> chosenBy(int level) {
        int low = reach(Side.SHADOW, level);
        int high = reach(Side.GUEST, level) - 1;
        return high < low ? Optional.empty() : Optional.of(new Field("quadrant", high, low));
    }
}
