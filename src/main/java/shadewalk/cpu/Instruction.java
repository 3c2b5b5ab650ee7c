package shadewalk.cpu;

import static shadewalk.text.Texts.PROBLEMS;

/// One instruction.
///
/// @param code its bytes as they stand in memory
/// @param size bytes of its operands
/// @param target where the result goes
/// @param source its other operand
/// @param lock whether it has a LOCK prefix
/// @param repeat whether it has a REP prefix
public record Instruction(
        CodeBytes code,
        Operation operation,
        int size,
        Operand target,
        Operand source,
        boolean lock,
        boolean repeat) {

    /// An instruction that stands nowhere in memory.
    public static Instruction of(Operation operation, int size, Operand target, Operand source) {
        return new Instruction(CodeBytes.nowhere(), operation, size, target, source, false, false);
    }

    /// Whether a page fault's address says where all of its data are: not of an instruction that
    /// reads one place and writes another, nor of a repeated one (x86.c, emulator_can_use_gpa).
    boolean hasOneOperandInMemory() {
        return operation != Operation.MOVS && !(operation == Operation.STOS && repeat);
    }

    int length() {
        return code.length();
    }

    /// Why the run ends if nobody here can do it.
    String unknown() {
        return PROBLEMS.get("guest.unknown", code.text());
    }
}
