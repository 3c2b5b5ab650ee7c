package shadewalk.cpu;

import shadewalk.bits.Field;
import shadewalk.bits.Layout;

/// Selectors, and the words in the tables that they and interrupt vectors choose from.
///
/// Source: Intel SDM volume 3A, 3.4.2, 3.4.5, 6.11 and 6.14.1.
final class Segments {

    /// The selectors of the scripted guest, as its owner sets them up.
    static final int KERNEL_CODE = 0x08;

    static final int KERNEL_STACK = 0x10;
    static final int USER_CODE = 0x1b;
    static final int USER_STACK = 0x23;

    /// A selector's requested privilege level, and what is left of it in an error code.
    static final Field RPL = new Field("RPL", 1, 0);

    static final Field INDEX = new Field("index", 15, 3);

    static final Field OFFSET_LOW = new Field("offset 15:0", 15, 0);
    static final Field SELECTOR = new Field("selector", 31, 16);
    static final Field TYPE = new Field("type", 44, 40);
    static final Field DPL = new Field("DPL", 46, 45);
    static final Field P = Field.bit("P", 47);
    static final Field OFFSET_HIGH = new Field("offset 31:16", 63, 48);

    /// The first 8 bytes of a gate.
    static final Layout GATE =
            Layout.of("gate", 64, OFFSET_LOW, SELECTOR, TYPE, DPL, P, OFFSET_HIGH);

    private static final Field CODE = Field.bit("code", 43);
    private static final Field CODE_OR_DATA = Field.bit("S", 44);
    private static final Field LONG = Field.bit("L", 53);
    private static final Field BIG = Field.bit("D", 54);

    private static final int INTERRUPT_GATE = 14;
    private static final int TRAP_GATE = 15;

    private Segments() {}

    /// Whether a gate leads to a handler.
    static boolean isGate(long gate) {
        long type = TYPE.of(gate);
        return type == INTERRUPT_GATE || type == TRAP_GATE;
    }

    /// Whether a descriptor is one of code of ring 0 that a handler may lie in.
    ///
    /// @param longMode whether long mode is active, where handlers are 64-bit code
    static boolean isHandlerCode(long descriptor, boolean longMode) {
        boolean code = CODE_OR_DATA.in(descriptor) && CODE.in(descriptor);
        return code
                && DPL.of(descriptor) == 0
                && (!longMode || LONG.in(descriptor) && !BIG.in(descriptor));
    }
}
