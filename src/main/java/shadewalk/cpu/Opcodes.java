package shadewalk.cpu;

import static shadewalk.cpu.Opcodes.Place.AX;
import static shadewalk.cpu.Opcodes.Place.BYTE;
import static shadewalk.cpu.Opcodes.Place.FULL;
import static shadewalk.cpu.Opcodes.Place.IN_OPCODE;
import static shadewalk.cpu.Opcodes.Place.MEMORY;
import static shadewalk.cpu.Opcodes.Place.NONE;
import static shadewalk.cpu.Opcodes.Place.OFFSET;
import static shadewalk.cpu.Opcodes.Place.REG;
import static shadewalk.cpu.Opcodes.Place.RM;
import static shadewalk.cpu.Opcodes.Place.WORD;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The instructions that are modelled, a row for each.
///
/// An opcode of two bytes, `0f` and another, is written as the other plus [#TWO_BYTES]. Where bits
/// 5:3 of ModRM choose the operation, they are the row's extension; such opcodes are groups.
///
/// Source: Intel SDM volume 2, appendix A.
final class Opcodes {

    static final int TWO_BYTES = 0x100;

    /// Where an operand is found.
    enum Place {
        NONE,
        /// Named by ModRM: a register or memory.
        RM,
        /// Named by ModRM, and nothing but memory.
        MEMORY,
        /// The register in ModRM.
        REG,
        /// The register in the opcode's low three bits.
        IN_OPCODE,
        AX,
        /// An address behind the opcode.
        OFFSET,
        /// An immediate of one byte, of as many bytes as the operand but at most 4, or of as many.
        BYTE,
        WORD,
        FULL;

        boolean inModRm() {
            return this == RM || this == MEMORY || this == REG;
        }
    }

    /// How wide the operands are.
    enum Width {
        ONE,
        TWO,
        EIGHT,
        /// 2, 4 or 8 bytes, as prefixes say.
        WIDE,
        /// An address: 4 or 8 bytes, as the code is.
        SLOT
    }

    record Row(Operation operation, Width width, Place target, Place source) {

        boolean hasModRm() {
            return target.inModRm() || source.inModRm();
        }

        boolean needsMemory() {
            return target == MEMORY || source == MEMORY;
        }

        boolean isString() {
            return operation == Operation.MOVS || operation == Operation.STOS;
        }
    }

    static final Row UNKNOWN = new Row(Operation.UNKNOWN, Width.ONE, NONE, NONE);
    static final Row INVALID = new Row(Operation.INVALID, Width.ONE, NONE, NONE);

    private static final Row MOVSXD = new Row(Operation.MOVSXD, Width.WIDE, REG, RM);

    private static final List<Operation> ARITHMETIC =
            List.of(
                    Operation.ADD,
                    Operation.OR,
                    Operation.ADC,
                    Operation.SBB,
                    Operation.AND,
                    Operation.SUB,
                    Operation.XOR,
                    Operation.CMP);

    private static final List<Operation> BITS =
            List.of(Operation.BT, Operation.BTS, Operation.BTR, Operation.BTC);

    /// Opcodes that mean something in 32-bit code only.
    private static final Set<Integer> NOT_IN_LONG_MODE =
            Set.of(
                    0x06, 0x07, 0x0e, 0x16, 0x17, 0x1e, 0x1f, 0x27, 0x2f, 0x37, 0x3f, 0x60, 0x61,
                    0x82, 0x9a, 0xc4, 0xc5, 0xce, 0xd4, 0xd5, 0xd6, 0xea);

    /// Those of them behind which the processor reads ModRM, and no displacement any more, before
    /// it refuses them.
    private static final Set<Integer> MODRM_BEHIND_INVALID = Set.of(0x82, 0xc4, 0xc5);

    private static final Set<Integer> GROUPS =
            Set.of(0x80, 0x81, 0x83, 0xc6, 0xc7, 0xf6, 0xf7, 0xfe, 0xff, 0x101, 0x1ba, 0x1c7);

    private static final Opcodes TABLE = new Opcodes();

    private final @Nullable Row[] rows = new Row[2 * TWO_BYTES * 8];

    private Opcodes() {
        for (int i = 0; i < ARITHMETIC.size(); i++) {
            pair(i * 8, 0, ARITHMETIC.get(i), RM, REG);
            pair(i * 8 + 2, 0, ARITHMETIC.get(i), REG, RM);
            pair(i * 8 + 4, 0, ARITHMETIC.get(i), AX, WORD);
            pair(0x80, i, ARITHMETIC.get(i), RM, WORD);
            row(0x83, i, ARITHMETIC.get(i), Width.WIDE, RM, BYTE);
        }
        eight(0x40, Operation.INC, Width.WIDE, IN_OPCODE, NONE);
        eight(0x48, Operation.DEC, Width.WIDE, IN_OPCODE, NONE);
        eight(0x50, Operation.PUSH, Width.SLOT, NONE, IN_OPCODE);
        eight(0x58, Operation.POP, Width.SLOT, IN_OPCODE, NONE);
        row(0x63, 0, Operation.ARPL, Width.TWO, RM, REG);
        row(0x68, 0, Operation.PUSH, Width.SLOT, NONE, WORD);
        row(0x6a, 0, Operation.PUSH, Width.SLOT, NONE, BYTE);
        pair(0x84, 0, Operation.TEST, RM, REG);
        pair(0x86, 0, Operation.XCHG, RM, REG);
        pair(0x88, 0, Operation.MOV, RM, REG);
        pair(0x8a, 0, Operation.LOAD, REG, RM);
        row(0x90, 0, Operation.NOP, Width.ONE, NONE, NONE);
        row(0x9c, 0, Operation.PUSHF, Width.SLOT, NONE, NONE);
        pair(0xa0, 0, Operation.LOAD, AX, OFFSET);
        pair(0xa2, 0, Operation.MOV, OFFSET, AX);
        pair(0xa4, 0, Operation.MOVS, NONE, NONE);
        pair(0xaa, 0, Operation.STOS, NONE, NONE);
        eight(0xb0, Operation.LOAD, Width.ONE, IN_OPCODE, FULL);
        eight(0xb8, Operation.LOAD, Width.WIDE, IN_OPCODE, FULL);
        pair(0xc6, 0, Operation.MOV, RM, WORD);
        row(0xcd, 0, Operation.INT, Width.ONE, NONE, BYTE);
        row(0xcf, 0, Operation.IRET, Width.SLOT, NONE, NONE);
        row(0xe6, 0, Operation.OUT, Width.ONE, NONE, BYTE);
        row(0xe9, 0, Operation.JMP_RELATIVE, Width.SLOT, NONE, WORD);
        row(0xeb, 0, Operation.JMP_RELATIVE, Width.SLOT, NONE, BYTE);
        row(0xf4, 0, Operation.HLT, Width.ONE, NONE, NONE);
        pair(0xf6, 0, Operation.TEST, RM, WORD);
        pair(0xf6, 1, Operation.TEST, RM, WORD);
        pair(0xf6, 2, Operation.NOT, RM, NONE);
        pair(0xf6, 3, Operation.NEG, RM, NONE);
        pair(0xfe, 0, Operation.INC, RM, NONE);
        pair(0xfe, 1, Operation.DEC, RM, NONE);
        row(0xff, 4, Operation.JMP, Width.SLOT, NONE, RM);
        for (int extension = 2; extension < 8; extension++) {
            put(0xfe, extension, INVALID);
        }
        put(0xff, 7, INVALID);
        row(0x101, 7, Operation.INVLPG, Width.ONE, NONE, MEMORY);
        put(0x10b, 0, INVALID);
        row(0x11f, 0, Operation.NOP, Width.ONE, NONE, RM);
        row(0x120, 0, Operation.MOV_FROM_CR, Width.SLOT, RM, REG);
        row(0x122, 0, Operation.MOV_TO_CR, Width.SLOT, REG, RM);
        row(0x130, 0, Operation.WRMSR, Width.ONE, NONE, NONE);
        for (int i = 0; i < BITS.size(); i++) {
            row(0x1a3 + i * 8, 0, BITS.get(i), Width.WIDE, RM, REG);
            row(0x1ba, 4 + i, BITS.get(i), Width.WIDE, RM, BYTE);
        }
        pair(0x1b0, 0, Operation.CMPXCHG, RM, REG);
        row(0x1b6, 0, Operation.MOVZX_BYTE, Width.WIDE, REG, RM);
        row(0x1b7, 0, Operation.MOVZX_WORD, Width.WIDE, REG, RM);
        pair(0x1c0, 0, Operation.XADD, RM, REG);
        row(0x1c7, 1, Operation.CMPXCHG8B, Width.EIGHT, MEMORY, NONE);
    }

    /// An opcode for bytes and the next one for wider operands.
    private void pair(int opcode, int extension, Operation operation, Place target, Place source) {
        row(opcode, extension, operation, Width.ONE, target, source);
        row(opcode + 1, extension, operation, Width.WIDE, target, source);
    }

    /// Eight opcodes, one for each register.
    private void eight(int opcode, Operation operation, Width width, Place target, Place source) {
        for (int i = 0; i < 8; i++) {
            row(opcode + i, 0, operation, width, target, source);
        }
    }

    private void row(
            int opcode,
            int extension,
            Operation operation,
            Width width,
            Place target,
            Place source) {
        put(opcode, extension, new Row(operation, width, target, source));
    }

    private void put(int opcode, int extension, Row row) {
        if (rows[opcode * 8 + extension] != null) {
            throw new IllegalStateException("%x/%d has two rows".formatted(opcode, extension));
        }
        rows[opcode * 8 + extension] = row;
    }

    /// Whether bits 5:3 of the ModRM byte behind an opcode choose its row.
    static boolean isGroup(int opcode) {
        return GROUPS.contains(opcode);
    }

    /// Whether a ModRM byte stands behind an opcode that is no group.
    static boolean hasModRm(int opcode, Row row) {
        return row.hasModRm() || row.equals(INVALID) && MODRM_BEHIND_INVALID.contains(opcode);
    }

    /// The row of an opcode.
    ///
    /// @param extension bits 5:3 of ModRM if the opcode is a group, else 0
    static Row row(int opcode, int extension, boolean longMode) {
        if (longMode && opcode == 0x63) {
            return MOVSXD;
        }
        if (longMode && NOT_IN_LONG_MODE.contains(opcode)) {
            return INVALID;
        }
        Row row = TABLE.rows[opcode * 8 + extension];
        return row == null ? UNKNOWN : row;
    }
}
