package shadewalk.cpu;

import shadewalk.cpu.Instruction.Operand;
import shadewalk.cpu.Instruction.Operation;

/// Reads instructions from bytes: the general instructions that move and change memory, and those
/// the scripted guest is made of.
///
/// Source: Intel SDM volume 2, chapter 2 and appendix A.
final class Decoder {

    private final CodeBytes code;
    private final boolean longMode;
    private int rex;
    private boolean operandSize;
    private boolean addressSize;
    private boolean lock;
    private boolean repeat;
    private boolean toRegister;
    private int register;
    private Operand operand = new Operand.None();
    private long immediate;

    private Decoder(CodeBytes code, boolean longMode) {
        this.code = code;
        this.longMode = longMode;
    }

    /// Decodes the instruction that begins at byte 0 of `source`.
    ///
    /// Code that is not of long mode has operands and addresses of 32 bits. A guest that leaves
    /// protected mode keeps them with the segment it runs in, for the processor and for KVM's
    /// emulator alike.
    static Instruction decode(CodeBytes.Source source, boolean longMode) throws Interruption {
        return new Decoder(new CodeBytes(source), longMode).instruction();
    }

    private Instruction instruction() throws Interruption {
        int opcode = prefixes();
        return opcode == 0x0f ? twoBytes(code.next()) : oneByte(opcode);
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

    private Instruction oneByte(int opcode) throws Interruption {
        int size = (opcode & 1) == 0 ? 1 : wide();
        if (longMode && Opcodes.NOT_IN_LONG_MODE.contains(opcode)) {
            return invalid(Opcodes.WITH_MODRM.contains(opcode));
        }
        if (opcode < 0x40 && (opcode & 7) < 6) {
            return arithmetic(opcode, size);
        }
        if ((opcode & 0xf0) == 0x70) {
            return branch(Operation.JMP_IF, opcode & 0xf, 1);
        }
        return switch (opcode) {
            case 0x06, 0x0e, 0x16, 0x1e -> {
                register = opcode >> 3;
                yield made(Operation.PUSH_SEGMENT, slot(), false);
            }
            case 0x07 -> made(Operation.POP_SEGMENT, slot(), false);
            case 0x27 -> made(Operation.DAA, 1, false);
            case 0x2f -> made(Operation.DAS, 1, false);
            case 0x37 -> made(Operation.AAA, 1, false);
            case 0x3f -> made(Operation.AAS, 1, false);
            case 0x40, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47 -> inOpcode(Operation.INC, opcode);
            case 0x48, 0x49, 0x4a, 0x4b, 0x4c, 0x4d, 0x4e, 0x4f -> inOpcode(Operation.DEC, opcode);
            case 0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57 ->
                    withRegister(Operation.PUSH_REGISTER, slot(), opcode & 7);
            case 0x58, 0x59, 0x5a, 0x5b, 0x5c, 0x5d, 0x5e, 0x5f ->
                    withRegister(Operation.POP_REGISTER, slot(), opcode & 7);
            case 0x60 -> made(Operation.PUSH_ALL, wide(), false);
            case 0x61 -> made(Operation.POP_ALL, wide(), false);
            case 0x63 ->
                    longMode ? fromModRm(Operation.MOVSXD, wide()) : fromModRm(Operation.ARPL, 2);
            case 0x68 -> withImmediate(Operation.PUSH_IMMEDIATE, slot(), 4);
            case 0x6a -> withImmediate(Operation.PUSH_IMMEDIATE, slot(), 1);
            case 0x80, 0x81, 0x82, 0x83 -> {
                modRm();
                immediate = code.immediate(opcode == 0x81 ? Math.min(size, 4) : 1);
                yield made(Opcodes.ARITHMETIC.get(register & 7), size, true);
            }
            case 0x84, 0x85 -> fromModRm(Operation.TEST, size);
            case 0x86, 0x87 -> fromModRm(Operation.XCHG, size);
            case 0x88, 0x89 -> fromModRm(Operation.MOV_TO_OPERAND, size);
            case 0x8a, 0x8b -> fromModRm(Operation.MOV_TO_REGISTER, size);
            case 0x8d -> fromModRm(Operation.LEA, wide());
            case 0x90 -> made(Operation.NOP, 0, false);
            case 0x9c -> made(Operation.PUSHF, slot(), false);
            case 0xa0, 0xa1 -> absolute(Operation.MOV_TO_REGISTER, size);
            case 0xa2, 0xa3 -> absolute(Operation.MOV_TO_OPERAND, size);
            case 0xa4, 0xa5 -> string(Operation.MOVS, size);
            case 0xa6, 0xa7 -> string(repeat ? Operation.UNKNOWN : Operation.CMPS, size);
            case 0xaa, 0xab -> string(Operation.STOS, size);
            case 0xb0, 0xb1, 0xb2, 0xb3, 0xb4, 0xb5, 0xb6, 0xb7 -> {
                register = opcode & 7;
                yield withImmediate(Operation.MOV_IMMEDIATE_TO_REGISTER, 1, 1);
            }
            case 0xb8, 0xb9, 0xba, 0xbb, 0xbc, 0xbd, 0xbe, 0xbf -> {
                register = opcode & 7;
                yield withImmediate(Operation.MOV_IMMEDIATE_TO_REGISTER, wide(), wide());
            }
            case 0xc0, 0xc1 -> {
                modRm();
                immediate = code.immediate(1);
                yield made(Operation.SHIFT_BY_IMMEDIATE, size, false);
            }
            case 0xc3 -> made(Operation.RETURN, slot(), false);
            case 0xc6, 0xc7 -> {
                modRm();
                immediate = code.immediate(Math.min(size, 4));
                yield made(Operation.MOV_IMMEDIATE, size, true);
            }
            case 0xcd -> withImmediate(Operation.INT, 0, 1);
            case 0xcf -> made(Operation.IRET, longMode && wide() == 8 ? 8 : 4, false);
            case 0xd0, 0xd1 -> fromModRm(Operation.SHIFT_BY_ONE, size);
            case 0xd2, 0xd3 -> fromModRm(Operation.SHIFT_BY_CL, size);
            case 0xe0, 0xe1, 0xe2, 0xe3 -> branch(Operation.LOOP, opcode & 3, 1);
            case 0xe6 -> withImmediate(Operation.OUT, 1, 1);
            case 0xe8 -> withImmediate(Operation.CALL_RELATIVE, slot(), 4);
            case 0xe9 -> withImmediate(Operation.JMP_RELATIVE, 0, 4);
            case 0xeb -> withImmediate(Operation.JMP_RELATIVE, 0, 1);
            case 0xf4 -> made(Operation.HLT, 0, false);
            case 0xf6, 0xf7 -> group3(size);
            case 0xfc -> made(Operation.CLD, 0, false);
            case 0xfd -> made(Operation.STD, 0, false);
            case 0xfe, 0xff -> group5(opcode, size);
            default -> made(Operation.UNKNOWN, 0, false);
        };
    }

    private Instruction arithmetic(int opcode, int size) throws Interruption {
        Operation operation = Opcodes.ARITHMETIC.get(opcode >> 3);
        return switch (opcode & 7) {
            case 0, 1 -> fromModRm(operation, size);
            case 2, 3 -> swapped(operation, size);
            default -> {
                operand = new Operand.Register(Core.AX);
                immediate = code.immediate(Math.min(size, 4));
                yield made(operation, size, true);
            }
        };
    }

    private Instruction twoBytes(int opcode) throws Interruption {
        if ((opcode & 0xf0) == 0x80) {
            return branch(Operation.JMP_IF, opcode & 0xf, 4);
        }
        int size = (opcode & 1) == 0 ? 1 : wide();
        return switch (opcode) {
            case 0x01 -> {
                modRm();
                boolean invlpg = (register & 7) == 7 && operand instanceof Operand.Memory;
                yield made(invlpg ? Operation.INVLPG : Operation.UNKNOWN, 0, false);
            }
            case 0x0b -> made(Operation.INVALID, 0, false);
            case 0x1f -> fromModRm(Operation.NOP, 0);
            case 0x20 -> fromModRm(Operation.MOV_FROM_CR, slot());
            case 0x22 -> fromModRm(Operation.MOV_TO_CR, slot());
            case 0x30 -> made(Operation.WRMSR, 0, false);
            case 0xa3 -> fromModRm(Operation.BT, wide());
            case 0xab -> fromModRm(Operation.BTS, wide());
            case 0xb3 -> fromModRm(Operation.BTR, wide());
            case 0xbb -> fromModRm(Operation.BTC, wide());
            case 0xba -> {
                modRm();
                immediate = code.immediate(1);
                yield made(bitOperation(register & 7), wide(), true);
            }
            case 0xb0, 0xb1 -> fromModRm(Operation.CMPXCHG, size);
            case 0xb6 -> fromModRm(Operation.MOVZX_BYTE, wide());
            case 0xb7 -> fromModRm(Operation.MOVZX_WORD, wide());
            case 0xc0, 0xc1 -> fromModRm(Operation.XADD, size);
            case 0xc7 -> {
                modRm();
                boolean pair = (register & 7) == 1 && operand instanceof Operand.Memory;
                yield made(pair ? Operation.CMPXCHG8B : Operation.UNKNOWN, 8, false);
            }
            default -> made(Operation.UNKNOWN, 0, false);
        };
    }

    private static Operation bitOperation(int extension) {
        return switch (extension) {
            case 4 -> Operation.BT;
            case 5 -> Operation.BTS;
            case 6 -> Operation.BTR;
            case 7 -> Operation.BTC;
            default -> Operation.UNKNOWN;
        };
    }

    private Instruction group3(int size) throws Interruption {
        modRm();
        return switch (register & 7) {
            case 0, 1 -> {
                immediate = code.immediate(Math.min(size, 4));
                yield made(Operation.TEST, size, true);
            }
            case 2 -> made(Operation.NOT, size, false);
            case 3 -> made(Operation.NEG, size, false);
            default -> made(Operation.UNKNOWN, 0, false);
        };
    }

    private Instruction group5(int opcode, int size) throws Interruption {
        int extension = code.peek() >> 3 & 7;
        if (extension == 7 || opcode == 0xfe && extension > 1) {
            return invalid(true);
        }
        modRm();
        return switch (extension) {
            case 0 -> made(Operation.INC, size, false);
            case 1 -> made(Operation.DEC, size, false);
            case 4 -> made(Operation.JMP_OPERAND, slot(), false);
            default -> made(Operation.UNKNOWN, 0, false);
        };
    }

    private Instruction invalid(boolean withModRm) throws Interruption {
        if (withModRm) {
            code.next();
        }
        return made(Operation.INVALID, 0, false);
    }

    private Instruction inOpcode(Operation operation, int opcode) {
        operand = new Operand.Register(opcode & 7);
        return made(operation, wide(), false);
    }

    private Instruction withRegister(Operation operation, int size, int low) {
        register = low | ((rex & 1) == 0 ? 0 : 8);
        return made(operation, size, false);
    }

    private Instruction withImmediate(Operation operation, int size, int bytes)
            throws Interruption {
        immediate = code.immediate(bytes);
        return made(operation, size, true);
    }

    /// A jump that depends on a condition, whose number stands in the opcode. A loop counts as many
    /// bytes of CX as an address has.
    private Instruction branch(Operation operation, int condition, int bytes) throws Interruption {
        register = condition;
        immediate = code.immediate(bytes);
        return made(operation, addressBytes(), false);
    }

    private Instruction fromModRm(Operation operation, int size) throws Interruption {
        modRm();
        return made(operation, size, false);
    }

    private Instruction swapped(Operation operation, int size) throws Interruption {
        modRm();
        toRegister = true;
        return made(operation, size, false);
    }

    private Instruction absolute(Operation operation, int size) throws Interruption {
        register = Core.AX;
        long address = code.immediate(addressBytes());
        operand = new Operand.Memory(-1, -1, 1, address, false, addressBytes());
        return made(operation, size, false);
    }

    /// Strings lie where SI and DI point; with addresses of another size they are not read here.
    private Instruction string(Operation operation, int size) {
        return made(addressSize ? Operation.UNKNOWN : operation, size, false);
    }

    private Instruction made(Operation operation, int size, boolean hasImmediate) {
        return new Instruction(
                code.all(),
                operation,
                size,
                hasImmediate && operation != Operation.MOV_IMMEDIATE_TO_REGISTER ? -1 : register,
                operand,
                immediate,
                toRegister,
                lock,
                repeat);
    }

    private int wide() {
        if ((rex & 8) != 0) {
            return 8;
        }
        return operandSize ? 2 : 4;
    }

    /// Bytes of an address: as many as the code is wide, with the prefix half as many.
    private int addressBytes() {
        return slot() >> (addressSize ? 1 : 0);
    }

    private int slot() {
        return longMode ? 8 : 4;
    }

    private void modRm() throws Interruption {
        ModRm read = ModRm.read(code, rex, addressBytes(), longMode);
        register = read.register();
        operand = read.operand();
    }
}
