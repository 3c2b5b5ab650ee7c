package shadewalk.cpu;

import shadewalk.cpu.Opcodes.Place;
import shadewalk.cpu.Opcodes.Row;

/// Reads instructions from bytes, by the table [Opcodes].
///
/// Source: Intel SDM volume 2, chapter 2.
final class Decoder {

    private static final Operand NONE = new Operand.None();

    private final CodeBytes code;
    private final boolean longMode;
    private int rex;
    private boolean operandSize;
    private boolean addressSize;
    private boolean lock;
    private boolean repeat;
    private int register;
    private Operand operand = NONE;

    private Decoder(CodeBytes code, boolean longMode) {
        this.code = code;
        this.longMode = longMode;
    }

    /// Decodes the instruction that begins where `code` does.
    ///
    /// Code that is not of long mode has operands and addresses of 32 bits. A guest that leaves
    /// protected mode keeps them with the segment it runs in, for the processor and for KVM's
    /// emulator alike.
    static Instruction decode(CodeBytes code, boolean longMode) throws Interruption {
        return new Decoder(code, longMode).instruction();
    }

    private Instruction instruction() throws Interruption {
        int opcode = prefixes();
        if (opcode == 0x0f) {
            opcode = Opcodes.TWO_BYTES | code.next();
        }
        boolean group = Opcodes.isGroup(opcode);
        int modRm = group ? code.next() : 0;
        Row row = Opcodes.row(opcode, modRm >> 3 & 7, longMode);
        if (!group && Opcodes.hasModRm(opcode, row)) {
            modRm = code.next();
        }
        if (row.hasModRm() && !reads(modRm, row) || row.isString() && addressSize) {
            row = Opcodes.UNKNOWN;
        }
        int size = size(row.width());
        Operand target = operand(row.target(), opcode, size);
        Operand source = operand(row.source(), opcode, size);
        return new Instruction(code, row.operation(), size, target, source, lock, repeat);
    }

    private int prefixes() throws Interruption {
        while (true) {
            int prefix = code.next();
            switch (prefix) {
                case 0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65 -> {} // flat segments: nothing changes
                case 0x66 -> operandSize = true;
                case 0x67 -> addressSize = true;
                case 0xf0 -> lock = true;
                case 0xf2, 0xf3 -> repeat = true;
                default -> {
                    if (longMode && (prefix & 0xf0) == 0x40) {
                        rex = prefix;
                        return code.next();
                    }
                    return prefix;
                }
            }
        }
    }

    private int size(Opcodes.Width width) {
        return switch (width) {
            case ONE -> 1;
            case TWO -> 2;
            case EIGHT -> 8;
            case WIDE -> (rex & 8) != 0 ? 8 : operandSize ? 2 : 4;
            case SLOT -> slot();
        };
    }

    private Operand operand(Place place, int opcode, int size) throws Interruption {
        return switch (place) {
            case NONE -> NONE;
            case RM, MEMORY -> operand;
            case REG -> new Operand.Register(register);
            case IN_OPCODE -> new Operand.Register(opcode & 7 | extended(0));
            case AX -> new Operand.Register(Core.AX);
            case OFFSET -> Operand.Memory.at(code.immediate(addressBytes()), addressBytes());
            case BYTE -> new Operand.Immediate(code.immediate(1));
            case WORD -> new Operand.Immediate(code.immediate(Math.min(size, 4)));
            case FULL -> new Operand.Immediate(code.immediate(size));
        };
    }

    /// Reads what ModRM says, with the SIB and displacement bytes behind it.
    ///
    /// @return false if the operand is not of the row's kind
    private boolean reads(int modRm, Row row) throws Interruption {
        int mode = modRm >> 6;
        int low = modRm & 7;
        register = modRm >> 3 & 7 | extended(2);
        if (mode == 3) {
            operand = new Operand.Register(low | extended(0));
            return !row.needsMemory();
        }
        operand = addressBytes() == 2 ? narrowMemory(mode, low) : memory(mode, low);
        return true;
    }

    private Operand memory(int mode, int low) throws Interruption {
        int base = low | extended(0);
        int index = -1;
        int scale = 1;
        if (low == 4) {
            int sib = code.next();
            base = sib & 7 | extended(0);
            index = sib >> 3 & 7 | extended(1);
            index = index == 4 ? -1 : index;
            scale = 1 << (sib >> 6);
        }
        if (mode == 0 && (base & 7) == 5) {
            boolean relative = longMode && low == 5;
            long displacement = code.immediate(4);
            return new Operand.Memory(-1, index, scale, displacement, relative, addressBytes());
        }
        long displacement = mode == 0 ? 0 : code.immediate(mode == 1 ? 1 : 4);
        return new Operand.Memory(base, index, scale, displacement, false, addressBytes());
    }

    /// An operand with an address of 16 bits.
    private Operand narrowMemory(int mode, int low) throws Interruption {
        if (mode == 0 && low == 6) {
            return Operand.Memory.at(code.immediate(2), 2);
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

    /// The fourth bit of a register's number, from one of REX's low bits.
    private int extended(int bit) {
        return (rex >> bit & 1) << 3;
    }

    /// Bytes of an address: as many as the code is wide, with the prefix half as many.
    private int addressBytes() {
        return slot() >> (addressSize ? 1 : 0);
    }

    private int slot() {
        return longMode ? 8 : 4;
    }
}
