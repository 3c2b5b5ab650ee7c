package shadewalk.x86;

import shadewalk.bits.Field;
import shadewalk.bits.Layout;

/// The extended feature enable register, MSR `0xc0000080`. Source: AMD APM volume 2, 3.1.7.
public final class Efer {

    /// The number WRMSR takes for this register.
    public static final long MSR = 0xc000_0080L;

    public static final Field SCE = Field.bit("SCE", 0, "efer");
    public static final Field LME = Field.bit("LME", 8, "efer");
    public static final Field LMA = Field.bit("LMA", 10, "efer");
    public static final Field NX = Field.bit("NX", 11, "efer");
    public static final Field SVME = Field.bit("SVME", 12, "efer");
    public static final Field LMSLE = Field.bit("LMSLE", 13, "efer");
    public static final Field FFXSR = Field.bit("FFXSR", 14, "efer");

    public static final Layout LAYOUT =
            Layout.of("EFER", 64, SCE, LME, LMA, NX, SVME, LMSLE, FFXSR);

    private Efer() {}
}
