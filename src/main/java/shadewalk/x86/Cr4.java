package shadewalk.x86;

import shadewalk.bits.Field;
import shadewalk.bits.Layout;

/// Control register CR4. Source: Intel SDM volume 3A, 2.5.
public final class Cr4 {

    public static final Field VME = Field.bit("VME", 0, "virtual-8086 extensions");
    public static final Field PVI = Field.bit("PVI", 1, "protected-mode virtual interrupts");
    public static final Field TSD = Field.bit("TSD", 2, "time stamp disable");
    public static final Field DE = Field.bit("DE", 3, "debugging extensions");
    public static final Field PSE = Field.bit("PSE", 4, "4 MiB pages in 32-bit paging");
    public static final Field PAE = Field.bit("PAE", 5, "8-byte page-table entries");
    public static final Field MCE = Field.bit("MCE", 6, "machine check enable");
    public static final Field PGE = Field.bit("PGE", 7, "global pages");
    public static final Field PCE = Field.bit("PCE", 8, "performance counters for user mode");
    public static final Field OSFXSR = Field.bit("OSFXSR", 9, "FXSAVE is used");
    public static final Field OSXMMEXCPT = Field.bit("OSXMMEXCPT", 10, "SIMD exceptions are used");
    public static final Field UMIP = Field.bit("UMIP", 11, "user-mode instruction prevention");
    public static final Field LA57 = Field.bit("LA57", 12, "5-level paging");
    public static final Field FSGSBASE = Field.bit("FSGSBASE", 16, "FS and GS base instructions");
    public static final Field PCIDE = Field.bit("PCIDE", 17, "process-context identifiers");
    public static final Field OSXSAVE = Field.bit("OSXSAVE", 18, "XSAVE is used");
    public static final Field SMEP = Field.bit("SMEP", 20, "supervisor may not execute user pages");
    public static final Field SMAP = Field.bit("SMAP", 21, "supervisor may not touch user pages");
    public static final Field PKE = Field.bit("PKE", 22, "protection keys for user pages");

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
