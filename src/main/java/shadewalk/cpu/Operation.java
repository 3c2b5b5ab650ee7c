package shadewalk.cpu;

import java.util.EnumSet;
import java.util.Set;

/// What an instruction does: that with which a guest's kernel touches memory and control registers,
/// and what the scripted guest needs to get there and back.
public enum Operation {
    /// To memory, or between registers.
    MOV,
    /// To a register from anywhere.
    LOAD,
    MOVZX_BYTE,
    MOVZX_WORD,
    MOVSXD,
    XCHG,
    XADD,
    CMPXCHG,
    CMPXCHG8B,
    ADD,
    OR,
    ADC,
    SBB,
    AND,
    SUB,
    XOR,
    CMP,
    TEST,
    INC,
    DEC,
    NOT,
    NEG,
    BT,
    BTS,
    BTR,
    BTC,
    ARPL,
    STOS,
    MOVS,
    PUSH,
    PUSHF,
    POP,
    JMP,
    JMP_RELATIVE,
    NOP,
    HLT,
    OUT,
    INT,
    IRET,
    INVLPG,
    WRMSR,
    MOV_TO_CR,
    MOV_FROM_CR,
    /// No instruction at all: an invalid-opcode exception, which leaves the guest.
    INVALID,
    /// One that is not modelled.
    UNKNOWN;

    private static final Set<Operation> TABLE_WRITERS =
            EnumSet.of(MOV, XCHG, CMPXCHG, CMPXCHG8B, OR, AND, BTS, BTC);

    /// Whether page tables are commonly written with it: KVM emulates these at once when they hit a
    /// shadowed table (emulate.c, x86_page_table_writing_insn).
    boolean writesTables() {
        return TABLE_WRITERS.contains(this);
    }
}
