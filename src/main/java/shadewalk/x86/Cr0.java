package shadewalk.x86;

import shadewalk.bits.Field;
import shadewalk.bits.Layout;

/// Control register CR0. Source: Intel SDM volume 3A, 2.5.
public final class Cr0 {

    public static final Field PE = Field.bit("PE", 0, "protected mode");
    public static final Field MP = Field.bit("MP", 1, "monitor coprocessor");
    public static final Field EM = Field.bit("EM", 2, "emulate the FPU");
    public static final Field TS = Field.bit("TS", 3, "task switched");
    public static final Field ET = Field.bit("ET", 4, "extension type, always 1");
    public static final Field NE = Field.bit("NE", 5, "numeric error");
    public static final Field WP = Field.bit("WP", 16, "supervisor writes respect read-only pages");
    public static final Field AM = Field.bit("AM", 18, "alignment mask");
    public static final Field NW = Field.bit("NW", 29, "not write-through");
    public static final Field CD = Field.bit("CD", 30, "cache disable");
    public static final Field PG = Field.bit("PG", 31, "paging");

    public static final Layout LAYOUT =
            Layout.of("CR0", 32, PE, MP, EM, TS, ET, NE, WP, AM, NW, CD, PG);

    private Cr0() {}
}
