package shadewalk.mmu;

/// How the handling of a page fault ended (`RET_PF_*`). Source: `mmu_internal.h`, v6.1.
public enum RetPf {
    /// Go on; nothing is decided yet.
    CONTINUE,
    /// Let the guest run into it again, or into the exception that now waits for it.
    RETRY,
    /// Emulate the instruction.
    EMULATE,
    /// The quick way could not decide.
    INVALID,
    /// An entry was installed.
    FIXED,
    /// The entry was as it should be already.
    SPURIOUS
}
