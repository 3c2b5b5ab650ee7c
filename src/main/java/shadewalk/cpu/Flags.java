package shadewalk.cpu;

import shadewalk.bits.Field;

/// The status flags in RFLAGS, and the conditions that jumps make of them.
///
/// Source: Intel SDM volume 1, 3.4.3.1, and volume 2, `Jcc`.
final class Flags {

    static final Field CF = Field.bit("CF", 0, "carry");
    static final Field PF = Field.bit("PF", 2, "parity of the low byte");
    static final Field AF = Field.bit("AF", 4, "carry out of bit 3");
    static final Field ZF = Field.bit("ZF", 6, "zero");
    static final Field SF = Field.bit("SF", 7, "sign");
    static final Field OF = Field.bit("OF", 11, "overflow");

    private Flags() {}

    /// Whether a condition holds.
    ///
    /// @param condition the low four bits of a jump's opcode
    static boolean hold(long rflags, int condition) {
        boolean less = SF.in(rflags) != OF.in(rflags);
        boolean holds =
                switch (condition >> 1 & 7) {
                    case 0 -> OF.in(rflags);
                    case 1 -> CF.in(rflags);
                    case 2 -> ZF.in(rflags);
                    case 3 -> CF.in(rflags) || ZF.in(rflags);
                    case 4 -> SF.in(rflags);
                    case 5 -> PF.in(rflags);
                    case 6 -> less;
                    default -> less || ZF.in(rflags);
                };
        return holds == ((condition & 1) == 0);
    }
}
