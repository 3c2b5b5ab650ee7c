package shadewalk.cpu;

import java.util.List;
import java.util.Set;
import shadewalk.cpu.Instruction.Operation;

/// Opcodes that have something in common.
///
/// Source: Intel SDM volume 2, appendix A.
final class Opcodes {

    /// The eight operations of opcodes `00` to `3f` and of `80` to `83`, by bits 5:3.
    static final List<Operation> ARITHMETIC =
            List.of(
                    Operation.ADD,
                    Operation.OR,
                    Operation.ADC,
                    Operation.SBB,
                    Operation.AND,
                    Operation.SUB,
                    Operation.XOR,
                    Operation.CMP);

    /// Opcodes that mean something in 32-bit code only.
    static final Set<Integer> NOT_IN_LONG_MODE =
            Set.of(
                    0x06, 0x07, 0x0e, 0x16, 0x17, 0x1e, 0x1f, 0x27, 0x2f, 0x37, 0x3f, 0x60, 0x61,
                    0x82, 0x9a, 0xc4, 0xc5, 0xce, 0xd4, 0xd5, 0xd6, 0xea);

    /// Those of them that a ModRM byte follows. No displacement behind it is read any more.
    static final Set<Integer> WITH_MODRM = Set.of(0x82, 0xc4, 0xc5);

    private Opcodes() {}
}
