package shadewalk.x86;

import shadewalk.bits.Field;
import shadewalk.bits.Layout;

/// Control register CR0. Source: Intel SDM volume 3A, 2.5.
public final class Cr0 {

    public static final Field PE = Field.bit("PE", 0, "cr0");
    public static final Field MP = Field.bit("MP", 1, "cr0");
    public static final Field EM = Field.bit("EM", 2, "cr0");
    public static final Field TS = Field.bit("TS", 3, "cr0");
    public static final Field ET = Field.bit("ET", 4, "cr0");
    public static final Field NE = Field.bit("NE", 5, "cr0");
    public static final Field WP = Field.bit("WP", 16, "cr0");
    public static final Field AM = Field.bit("AM", 18, "cr0");
    public static final Field NW = Field.bit("NW", 29, "cr0");
    public static final Field CD = Field.bit("CD", 30, "cr0");
    public static final Field PG = Field.bit("PG", 31, "cr0");

    public static final Layout LAYOUT =
            Layout.of("CR0", 32, PE, MP, EM, TS, ET, NE, WP, AM, NW, CD, PG);

    private Cr0() {}
}
