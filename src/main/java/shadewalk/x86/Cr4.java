package shadewalk.x86;

import shadewalk.bits.Field;
import shadewalk.bits.Layout;

/// Control register CR4. Source: Intel SDM volume 3A, 2.5.
public final class Cr4 {

    public static final Field VME = Field.bit("VME", 0, "cr4");
    public static final Field PVI = Field.bit("PVI", 1, "cr4");
    public static final Field TSD = Field.bit("TSD", 2, "cr4");
    public static final Field DE = Field.bit("DE", 3, "cr4");
    public static final Field PSE = Field.bit("PSE", 4, "cr4");
    public static final Field PAE = Field.bit("PAE", 5, "cr4");
    public static final Field MCE = Field.bit("MCE", 6, "cr4");
    public static final Field PGE = Field.bit("PGE", 7, "cr4");
    public static final Field PCE = Field.bit("PCE", 8, "cr4");
    public static final Field OSFXSR = Field.bit("OSFXSR", 9, "cr4");
    public static final Field OSXMMEXCPT = Field.bit("OSXMMEXCPT", 10, "cr4");
    public static final Field UMIP = Field.bit("UMIP", 11, "cr4");
    public static final Field LA57 = Field.bit("LA57", 12, "cr4");
    public static final Field FSGSBASE = Field.bit("FSGSBASE", 16, "cr4");
    public static final Field PCIDE = Field.bit("PCIDE", 17, "cr4");
    public static final Field OSXSAVE = Field.bit("OSXSAVE", 18, "cr4");
    public static final Field SMEP = Field.bit("SMEP", 20, "cr4");
    public static final Field SMAP = Field.bit("SMAP", 21, "cr4");
    public static final Field PKE = Field.bit("PKE", 22, "cr4");

    public static final Layout LAYOUT =
            Layout.of(
                    "CR4",
                    32,
                    VME,
                    PVI,
                    TSD,
                    DE,
                    PSE,
                    PAE,
                    MCE,
                    PGE,
                    PCE,
                    OSFXSR,
                    OSXMMEXCPT,
                    UMIP,
                    LA57,
                    FSGSBASE,
                    PCIDE,
                    OSXSAVE,
                    SMEP,
                    SMAP,
                    PKE);

    private Cr4() {}
}
