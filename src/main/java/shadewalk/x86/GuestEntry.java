package shadewalk.x86;

import java.util.stream.Stream;
import shadewalk.bits.Field;
import shadewalk.bits.Layout;

/// The entries of guest page tables in every paging mode.
///
/// The low bits mean the same everywhere; what differs is the width of the word, the frame, and
/// whether bit 7 is PS, PAT or ignored.
///
/// ```
/// PT32 PTE  |31            12|11  9| 8| 7 | 6| 5|  4|  3|  2|  1| 0|
///           |     FRAME      | AVL | G|PAT| D| A|PCD|PWT|U/S|R/W| P|
/// ```
///
/// Source: Intel SDM volume 3A, tables 4-4 to 4-20; AMD APM volume 2, 5.2 and 5.3.
public final class GuestEntry {

    public static final Field P = Field.bit("P", 0, "guest");
    public static final Field RW = Field.bit("R/W", 1, "guest");
    public static final Field US = Field.bit("U/S", 2, "guest");
    public static final Field PWT = Field.bit("PWT", 3, "guest");
    public static final Field PCD = Field.bit("PCD", 4, "guest");
    public static final Field A = Field.bit("A", 5, "guest");
    public static final Field D = Field.bit("D", 6, "guest");
    public static final Field PS = Field.bit("PS", 7, "guest");
    public static final Field PAT = Field.bit("PAT", 7, "guest");
    public static final Field G = Field.bit("G", 8, "guest");
    public static final Field AVL = new Field("AVL", 11, 9, "guest");
    public static final Field LARGE_PAT = Field.bit("PAT", 12, "guest-large");
    public static final Field PSE36 = new Field("FRAME 35:32", 16, 13, "guest");
    public static final Field FRAME32 = new Field("FRAME", 31, 12, "guest");
    public static final Field FRAME_4M = new Field("FRAME", 31, 22, "guest-4m");
    public static final Field FRAME64 = new Field("FRAME", 51, 12, "guest");
    public static final Field FRAME_2M = new Field("FRAME", 51, 21, "guest-2m");
    public static final Field FRAME_1G = new Field("FRAME", 51, 30, "guest-1g");
    public static final Field AVL_HIGH = new Field("AVL 58:52", 58, 52, "guest");
    public static final Field PKEY = new Field("PKEY", 62, 59, "guest");
    public static final Field NX = Field.bit("NX", 63, "guest");

    /// What entries have in common in every mode: those that name a table, those that map 4 KiB,
    /// and those that map more.
    private static final Field[] TABLE = {P, RW, US, PWT, PCD, A, PS, AVL};

    private static final Field[] PAGE = {P, RW, US, PWT, PCD, A, D, PAT, G, AVL};
    private static final Field[] LARGE = {P, RW, US, PWT, PCD, A, D, PS, G, AVL, LARGE_PAT};

    public static final Layout PT32_PTE = with(PAGE, "PT32 PTE", 32, FRAME32);
    public static final Layout PT32_PDE = with(TABLE, "PT32 PDE", 32, FRAME32);
    public static final Layout PT32_PDE_4M =
            with(LARGE, "PT32 PDE (4 MiB page)", 32, PSE36, FRAME_4M);

    public static final Layout PAE_PDPTE = Layout.of("PAE PDPTE", 64, P, PWT, PCD, AVL, FRAME64);
    public static final Layout PAE_PDE = with(TABLE, "PAE PDE", 64, FRAME64, NX);
    public static final Layout PAE_PDE_2M = with(LARGE, "PAE PDE (2 MiB page)", 64, FRAME_2M, NX);
    public static final Layout PAE_PTE = with(PAGE, "PAE PTE", 64, FRAME64, NX);

    public static final Layout PML5E = with(TABLE, "PML5E", 64, FRAME64, AVL_HIGH, NX);
    public static final Layout PML4E = with(TABLE, "PML4E", 64, FRAME64, AVL_HIGH, NX);
    public static final Layout PDPTE = with(TABLE, "PDPTE", 64, FRAME64, AVL_HIGH, NX);
    public static final Layout PDPTE_1G =
            with(LARGE, "PDPTE (1 GiB page)", 64, FRAME_1G, AVL_HIGH, PKEY, NX);
    public static final Layout PDE = with(TABLE, "PDE", 64, FRAME64, AVL_HIGH, NX);
    public static final Layout PDE_2M =
            with(LARGE, "PDE (2 MiB page)", 64, FRAME_2M, AVL_HIGH, PKEY, NX);
    public static final Layout PTE = with(PAGE, "PTE", 64, FRAME64, AVL_HIGH, PKEY, NX);

    private GuestEntry() {}

    private static Layout with(Field[] common, String name, int width, Field... own) {
        Stream<Field> all = Stream.of(common, own).flatMap(Stream::of);
        return Layout.of(name, width, all.toArray(Field[]::new));
    }
}
