package shadewalk.cpu;

import shadewalk.x86.Gva;

/// Why an instruction could not be completed. It has changed no register then, and is begun anew.
final class Interruption extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Why why;

    Interruption(Why why) {
        super(null, null, false, false);
        this.why = why;
    }

    static Interruption generalProtection() {
        return new Interruption(new GeneralProtection());
    }

    Why why() {
        return why;
    }

    sealed interface Why {}

    /// The shadow tables do not allow the access: the processor leaves the guest.
    record PageFaultExit(Gva address, long code) implements Why {}

    /// The guest's own tables do not allow the emulated access.
    record GuestPageFault(Gva address, long code) implements Why {}

    /// The guest's own tables do not let the emulator fetch the instruction.
    record NotFetched(Gva address, long code) implements Why {}

    /// The instruction itself is not allowed.
    record GeneralProtection() implements Why {}

    /// A gate or descriptor that an event is to be delivered through is none.
    record BadDescriptor(int vector, long error) implements Why {}

    /// Another value was found where a locked instruction expected the one it had read.
    record CompareExchangeFailed() implements Why {}

    /// The emulator cannot carry out the instruction, or cannot even fetch it.
    record NotEmulated(String reason) implements Why {}
}
