package shadewalk.cpu;

import shadewalk.cpu.Instruction.Operand;

/// What the byte ModRM, with the SIB and displacement bytes behind it, says: a register, or more of
/// the opcode, and an operand.
///
/// Source: Intel SDM volume 2, tables 2-1 to 2-3.
///
/// @param register bits 5:3, with REX.R before them: 0 to 15
/// @param operand a register or a place in memory
record ModRm(int register, Operand operand) {

    /// Reads them.
    ///
    /// @param rex the REX prefix, or 0
    /// @param addressBytes bytes of an address: 2, 4 or 8
    /// @param longMode whether a displacement without a base counts from the next instruction
    static ModRm read(CodeBytes code, int rex, int addressBytes, boolean longMode)
            throws Interruption {
        int modRm = code.next();
        int register = modRm >> 3 & 7 | (rex & 4) << 1;
        int mode = modRm >> 6;
        int low = modRm & 7;
        if (mode == 3) {
            return new ModRm(register, new Operand.Register(low | (rex & 1) << 3));
        }
        Operand memory =
                addressBytes == 2
                        ? narrow(code, mode, low)
                        : wide(code, mode, low, rex, addressBytes, longMode);
        return new ModRm(register, memory);
    }

    private static Operand wide(
            CodeBytes code, int mode, int low, int rex, int addressBytes, boolean longMode)
            throws Interruption {
        int base = low | (rex & 1) << 3;
        int index = -1;
        int scale = 1;
        boolean relative = false;
        if (low == 4) {
            int sib = code.next();
            base = sib & 7 | (rex & 1) << 3;
            index = sib >> 3 & 7 | (rex & 2) << 2;
            index = index == 4 ? -1 : index;
            scale = 1 << (sib >> 6);
        }
        long displacement = 0;
        if (mode == 0 && (base & 7) == 5) {
            displacement = code.immediate(4);
            relative = longMode && low == 5;
            base = -1;
        } else if (mode != 0) {
            displacement = code.immediate(mode == 1 ? 1 : 4);
        }
        return new Operand.Memory(base, index, scale, displacement, relative, addressBytes);
    }

    /// An operand with an address of 16 bits.
    private static Operand narrow(CodeBytes code, int mode, int low) throws Interruption {
        if (mode == 0 && low == 6) {
            return new Operand.Memory(-1, -1, 1, code.immediate(2), false, 2);
        }
        int base =
                switch (low) {
                    case 0, 1, 7 -> Core.BX;
                    case 2, 3, 6 -> Core.BP;
                    case 4 -> Core.SI;
                    default -> Core.DI;
                };
        int index = low > 3 ? -1 : low % 2 == 0 ? Core.SI : Core.DI;
        long displacement = mode == 0 ? 0 : code.immediate(mode);
        return new Operand.Memory(base, index, 1, displacement, false, 2);
    }
}
