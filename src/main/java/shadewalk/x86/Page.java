package shadewalk.x86;

import shadewalk.bits.Field;

/// The cut every address has in common: a 4 KiB frame and an offset within it.
public final class Page {

    /// Bytes in a page.
    public static final int SIZE = 4096;

    /// Address bits 11:0.
    public static final Field OFFSET = new Field("offset", 11, 0);

    /// Address bits 63:12.
    public static final Field FRAME = new Field("frame", 63, 12);

    private Page() {}
}
