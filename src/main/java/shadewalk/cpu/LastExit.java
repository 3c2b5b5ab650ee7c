package shadewalk.cpu;

import static shadewalk.text.Texts.PROBLEMS;

import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;

/// What the last exit to the owner of the virtual machine left in the page they share. The recorder
/// prints a word of it, `suberror`, also after an exit that does not write it.
///
/// Source: `include/uapi/linux/kvm.h`, `struct kvm_run`, v6.1: the parts of an exit lie at one
/// place, those of a port access (`io`) and the address of a device access (`mmio`) among them.
final class LastExit {

    private static final Field IO_DIRECTION = new Field("io.direction", 7, 0);
    private static final Field IO_SIZE = new Field("io.size", 15, 8);
    private static final Field IO_PORT = new Field("io.port", 31, 16);
    private static final Field SUBERROR = new Field("internal.suberror", 31, 0);

    private static final long HLT = 5;
    private static final long SHUTDOWN = 8;
    private static final long FAIL_ENTRY = 9;
    private static final long INTERNAL_ERROR = 17;
    private static final long EMULATION = 1;

    /// `SVM_EXIT_ERR`, the exit code of a VMRUN that is refused.
    private static final long SVM_EXIT_ERR = -1;

    /// Where in its page the kernel's own VMRUN stands. The recorded machine's processor leaves
    /// that offset in the guest's instruction pointer when it refuses.
    private static final long VMRUN = 0x209;

    private final Core core;
    private long word;

    LastExit(Core core) {
        this.core = core;
    }

    /// A byte went to a port.
    void portWritten(int port) {
        word = IO_PORT.with(IO_SIZE.with(IO_DIRECTION.with(0, 1), 1), port);
    }

    /// A device was read or written.
    void deviceAccessed(Gpa at) {
        word = at.raw();
    }

    /// `KVM_EXIT_SHUTDOWN`.
    Failure shutdown(String reason) {
        return failure(reason, SHUTDOWN);
    }

    /// `KVM_EXIT_HLT`: without interrupts nothing would ever wake the guest.
    Failure halted() {
        return failure(PROBLEMS.get("guest.halts"), HLT);
    }

    /// `KVM_EXIT_FAIL_ENTRY`: VMRUN refuses a guest with bits in EFER that the processor lacks.
    Failure refusedEntry() {
        word = SVM_EXIT_ERR;
        core.setRip(new Gva(core.rip()).page().raw() + VMRUN);
        return failure(PROBLEMS.get("guest.efer"), FAIL_ENTRY);
    }

    /// `KVM_EXIT_INTERNAL_ERROR`, because of `KVM_INTERNAL_ERROR_EMULATION`.
    Failure internalError(String reason) {
        word = EMULATION;
        return failure(reason, INTERNAL_ERROR);
    }

    /// The guest went round in circles until the owner lost patience and interrupted it (EINTR).
    Failure endless() {
        return new Failure(
                PROBLEMS.get("guest.endless"), "KVM_RUN errno=4 rip=" + Hex.prefixed(core.rip()));
    }

    private Failure failure(String reason, long exit) {
        return new Failure(
                reason,
                "exit_reason="
                        + exit
                        + " suberror="
                        + SUBERROR.of(word)
                        + " rip="
                        + Hex.prefixed(core.rip()));
    }
}
