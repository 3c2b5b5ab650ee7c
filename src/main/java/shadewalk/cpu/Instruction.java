package shadewalk.cpu;

import shadewalk.bits.Hex;

/// One decoded instruction.
///
/// @param bytes as they stand in memory, up to 15
/// @param operation what it does
/// @param size bytes of its operand
/// @param register the register it names (ModRM.reg, or in the opcode); -1 where the immediate
///   takes its place
/// @param operand its other operand, a register or a place in memory
/// @param immediate its immediate, sign-extended
/// @param toRegister whether the register is the target and the operand the source
/// @param lock whether it has a LOCK prefix
/// @param repeat whether it has a REP prefix
public record Instruction(
        Bytes bytes,
        Operation operation,
        int size,
        int register,
        Operand operand,
        long immediate,
        boolean toRegister,
        boolean lock,
        boolean repeat) {

    /// What an instruction does. `writesTables` marks those that page tables are commonly written
    /// with: KVM emulates these at once when they hit a shadowed table.
    public enum Operation {
        MOV_TO_REGISTER(false),
        MOV_TO_OPERAND(true),
        MOV_IMMEDIATE(true),
        MOV_IMMEDIATE_TO_REGISTER(false),
        MOVZX_BYTE(false),
        MOVZX_WORD(false),
        XCHG(true),
        CMPXCHG(true),
        CMPXCHG8B(true),
        ADD(false),
        OR(true),
        ADC(false),
        SBB(false),
        AND(true),
        SUB(false),
        XOR(false),
        CMP(false),
        TEST(false),
        INC(false),
        DEC(false),
        NOT(false),
        NEG(false),
        BT(false),
        BTS(true),
        BTR(false),
        BTC(true),
        XADD(false),
        SHIFT_BY_IMMEDIATE(false),
        SHIFT_BY_ONE(false),
        SHIFT_BY_CL(false),
        DAA(false),
        DAS(false),
        AAA(false),
        AAS(false),
        LEA(false),
        STOS(false),
        MOVS(false),
        CMPS(false),
        CLD(false),
        STD(false),
        PUSH_IMMEDIATE(false),
        PUSH_REGISTER(false),
        PUSHF(false),
        POP_REGISTER(false),
        PUSH_ALL(false),
        POP_ALL(false),
        PUSH_SEGMENT(false),
        POP_SEGMENT(false),
        JMP_RELATIVE(false),
        JMP_OPERAND(false),
        JMP_IF(false),
        LOOP(false),
        CALL_RELATIVE(false),
        RETURN(false),
        HLT(false),
        NOP(false),
        OUT(false),
        INT(false),
        IRET(false),
        ARPL(false),
        MOVSXD(false),
        INVLPG(false),
        WRMSR(false),
        MOV_TO_CR(false),
        MOV_FROM_CR(false),
        /// No instruction at all: an invalid-opcode exception, which leaves the guest.
        INVALID(false),
        /// One that is not read here.
        UNKNOWN(false);

        private final boolean writesTables;

        Operation(boolean writesTables) {
            this.writesTables = writesTables;
        }

        public boolean writesTables() {
            return writesTables;
        }
    }

    /// Where an operand is.
    public sealed interface Operand {

        /// There is none.
        record None() implements Operand {}

        /// A register.
        record Register(int number) implements Operand {}

        /// A place in memory: base + index * scale + displacement. A register number of -1 stands
        /// for none.
        ///
        /// @param relative whether the displacement counts from the next instruction
        /// @param addressBytes bytes of the address, which wraps round at their end
        record Memory(
                int base,
                int index,
                int scale,
                long displacement,
                boolean relative,
                int addressBytes)
                implements Operand {}
    }

    /// The bytes of an instruction.
    ///
    /// @param text as the kernel prints them, `89 0b`
    /// @param length how many
    public record Bytes(String text, int length) {

        static Bytes of(byte[] code, int length) {
            byte[] used = new byte[length];
            System.arraycopy(code, 0, used, 0, length);
            return new Bytes(Hex.bytes(used), length);
        }
    }

    /// Whether its other source is [#immediate] rather than [#register].
    boolean hasImmediate() {
        return register < 0;
    }

    /// Whether a page fault's address says where all of its data are: not of an instruction that
    /// reads one place and writes another, nor of a repeated one (`emulator_can_use_gpa`).
    boolean hasOneOperandInMemory() {
        return operation != Operation.MOVS
                && operation != Operation.CMPS
                && !(operation == Operation.STOS && repeat);
    }

    public int length() {
        return bytes.length();
    }
}
