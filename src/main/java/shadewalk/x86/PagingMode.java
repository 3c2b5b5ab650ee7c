package shadewalk.x86;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Field;
import shadewalk.bits.Layout;
import shadewalk.text.Texts;

/// How a guest's processor turns a virtual into a physical address, as rows of data. One walker
/// loops over the rows; no mode has code of its own.
///
/// | mode    | levels | entry bytes | entries a table | index bits                        |
/// |---------|--------|-------------|-----------------|-----------------------------------|
/// | OFF     | 0      | -           | -               | -                                 |
/// | PT32    | 2      | 4           | 1,024           | 31:22, 21:12                      |
/// | PAE     | 3      | 8           | 4, then 512     | 31:30, 29:21, 20:12               |
/// | LEVEL4  | 4      | 8           | 512             | 47:39, 38:30, 29:21, 20:12        |
/// | LEVEL5  | 5      | 8           | 512             | 56:48, 47:39, 38:30, 29:21, 20:12 |
public enum PagingMode {
    OFF(0, List.of()),

    PT32(
            4,
            List.of(
                    level(2, 31, 22, GuestEntry.PT32_PDE, GuestEntry.PT32_PDE_4M),
                    level(1, 21, 12, GuestEntry.PT32_PTE, null))),

    PAE(
            8,
            List.of(
                    level(3, 31, 30, GuestEntry.PAE_PDPTE, null),
                    level(2, 29, 21, GuestEntry.PAE_PDE, GuestEntry.PAE_PDE_2M),
                    level(1, 20, 12, GuestEntry.PAE_PTE, null))),

    LEVEL4(
            8,
            List.of(
                    level(4, 47, 39, GuestEntry.PML4E, null),
                    level(3, 38, 30, GuestEntry.PDPTE, GuestEntry.PDPTE_1G),
                    level(2, 29, 21, GuestEntry.PDE, GuestEntry.PDE_2M),
                    level(1, 20, 12, GuestEntry.PTE, null))),

    LEVEL5(
            8,
            List.of(
                    level(5, 56, 48, GuestEntry.PML5E, null),
                    level(4, 47, 39, GuestEntry.PML4E, null),
                    level(3, 38, 30, GuestEntry.PDPTE, GuestEntry.PDPTE_1G),
                    level(2, 29, 21, GuestEntry.PDE, GuestEntry.PDE_2M),
                    level(1, 20, 12, GuestEntry.PTE, null)));

    /// One level of a walk.
    ///
    /// @param number 1 for the table of 4 KiB pages, counted upwards
    /// @param index the bits of the virtual address that choose the entry
    /// @param table the layout of an entry that names the next table (at level 1: a page)
    /// @param largePage the layout of an entry with bit 7 set that maps a large page, if the level
    ///   allows one
    public record Level(int number, Field index, Layout table, @Nullable Layout largePage) {

        /// Entries in a table of this level: 4, 512 or 1,024.
        public int entries() {
            return 1 << index.width();
        }
    }

    private static final Field PDPT = new Field("PDPT", 31, 5);
    private static final Field PA_35_32 = new Field("35:32", 35, 32);

    private final int entryBytes;

    @SuppressWarnings("ImmutableEnumChecker") // List.copyOf makes it so
    private final List<Level> levels;

    PagingMode(int entryBytes, List<Level> levels) {
        this.entryBytes = entryBytes;
        this.levels = List.copyOf(levels);
    }

    private static Level level(
            int number, int high, int low, Layout table, @Nullable Layout largePage) {
        String name = "level " + number + " index";
        return new Level(number, new Field(name, high, low), table, largePage);
    }

    /// The mode that these control register values select.
    ///
    /// Source: Intel SDM volume 3A, 4.1.1.
    public static PagingMode of(long cr0, long cr4, long efer) {
        if (!Cr0.PG.in(cr0)) {
            return OFF;
        }
        if (!Cr4.PAE.in(cr4)) {
            return PT32;
        }
        if (!Efer.LMA.in(efer)) {
            return PAE;
        }
        return Cr4.LA57.in(cr4) ? LEVEL5 : LEVEL4;
    }

    /// Bytes in one entry, 4 or 8; 0 with paging off.
    public int entryBytes() {
        return entryBytes;
    }

    /// The levels of a walk, the root first.
    public List<Level> levels() {
        return levels;
    }

    /// How many levels a walk has, 0 with paging off.
    public int depth() {
        return levels.size();
    }

    /// The row of level `number`.
    public Level level(int number) {
        return levels.get(levels.size() - number);
    }

    /// The bits of an entry that name the next table or the page: the guest physical base.
    public Field base() {
        return entryBytes == 4 ? GuestEntry.FRAME32 : GuestEntry.FRAME64;
    }

    /// The base address bits of a leaf entry at `number`: those above the page's own offset.
    public Field leafBase(int number) {
        return new Field("FRAME", base().high(), level(number).index().low());
    }

    /// Bits of the virtual address below the index of level `number`, down to bit 12; `null` at
    /// level 1, which has none.
    public @Nullable Field frameOffset(int number) {
        int top = level(number).index().low() - 1;
        return top < 12 ? null : new Field("frame-offset", top, 12);
    }

    /// The guest physical address of the first table, as CR3 gives it.
    public Gpa root(long cr3) {
        return new Gpa((this == PAE ? PDPT : base()).inPlace(cr3));
    }

    /// Whether an entry of level `number` names a page rather than a table. Bit 7 of a 32-bit PDE
    /// counts only with CR4.PSE.
    public boolean isLast(int number, long entry, long cr4) {
        if (number == 1) {
            return true;
        }
        boolean largePages = this != PAE || number < depth();
        return largePages && GuestEntry.PS.in(entry) && (this != PT32 || Cr4.PSE.in(cr4));
    }

    /// Where an address leads through an entry of level `number` that names a page.
    public Gpa translate(int number, long entry, Gva gva) {
        long address = leafBase(number).inPlace(entry);
        if (this == PT32 && number == 2) {
            address = PA_35_32.with(address, GuestEntry.PSE36.of(entry));
        }
        Field frame = frameOffset(number);
        if (frame != null) {
            address = frame.with(address, frame.of(gva.raw()));
        }
        return new Gpa(Page.OFFSET.with(address, gva.offset()));
    }

    /// The mode's name in plain words: `32-bit`.
    @Override
    public String toString() {
        return Texts.FIELDS.get("mode." + name());
    }
}
