package shadewalk.read;

import java.util.stream.IntStream;
import shadewalk.bits.Field;
import shadewalk.state.Role;
import shadewalk.state.ShadowPage;
import shadewalk.x86.PagingMode;

/// Which part of a guest table a shadow page stands for: all of it, unless the guest's entries are
/// half as long as the shadow's.
///
/// @param level of the table, from 1
/// @param quadrant which part, from 0
/// @param parts how many there are: 1, or of a table of 4-byte entries 2 at level 1 and 4 at level
///   2
public record Portion(int level, int quadrant, int parts) {

    private static final int SPTES = 512;

    /// The part that a shadow page stands for, which has a guest table.
    public static Portion of(ShadowPage page) {
        return of(page.role());
    }

    /// The part that a shadow page of this role stands for.
    public static Portion of(Role role) {
        return role.has4ByteGpte()
                ? quarter(role.level(), role.quadrant())
                : new Portion(role.level(), 0, 1);
    }

    /// The part of a table of 4-byte entries.
    public static Portion quarter(int level, int quadrant) {
        return new Portion(level, quadrant, Quadrant.count(level));
    }

    public boolean isWhole() {
        return parts == 1;
    }

    /// How many of the guest's entries are in it: 512, or at level 2 of 32-bit paging 256.
    public int entries() {
        return isWhole() ? SPTES : PagingMode.PT32.level(level).entries() / parts;
    }

    /// The first guest entry in it.
    public int first() {
        return quadrant * entries();
    }

    /// The last guest entry in it.
    public int last() {
        return first() + entries() - 1;
    }

    /// The guest entry that an entry of the shadow page stands for.
    public int guestIndex(int index) {
        return first() + index / (SPTES / entries());
    }

    /// The entries of the shadow page that stand for a guest entry; none if it is in another part.
    public IntStream indexes(int guestIndex) {
        int each = SPTES / entries();
        int start = (guestIndex - first()) * each;
        boolean within = guestIndex >= first() && guestIndex <= last();
        return within ? IntStream.range(start, start + each) : IntStream.empty();
    }

    /// How many bits of an address count up within it: 21 for 2 MiB.
    public int bits() {
        return PagingMode.PAE.level(level).index().high() + 1;
    }

    /// The address bits that choose it among the parts of its table.
    public Field chosenBy() {
        return Quadrant.bits(level);
    }
}
