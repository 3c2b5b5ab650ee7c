package shadewalk.cpu;

import shadewalk.x86.Gva;

/// Why an instruction could not be completed. It has changed no register then, and is begun anew.
public abstract sealed class Interruption extends Exception {

    private static final long serialVersionUID = 1;

    private Interruption() {
        super(null, null, false, false);
    }

    /// The shadow tables do not allow the access: the processor leaves the guest.
    public static final class PageFaultExit extends Interruption {

        private static final long serialVersionUID = 1;

        private final long address;
        private final long code;

        PageFaultExit(long address, long code) {
            this.address = address;
            this.code = code;
        }

        Gva address() {
            return new Gva(address);
        }

        long code() {
            return code;
        }
    }

    /// The guest's own tables do not allow the emulated access.
    public static final class GuestPageFault extends Interruption {

        private static final long serialVersionUID = 1;

        private final long address;
        private final long code;

        GuestPageFault(Gva address, long code) {
            this.address = address.raw();
            this.code = code;
        }

        Gva address() {
            return new Gva(address);
        }

        long code() {
            return code;
        }
    }

    /// The guest's own tables do not let the emulator fetch the instruction.
    public static final class NotFetched extends Interruption {

        private static final long serialVersionUID = 1;

        private final long address;
        private final long code;
        private final String bytes;

        /// @param bytes what could be fetched of it
        NotFetched(Gva address, long code, String bytes) {
            this.address = address.raw();
            this.code = code;
            this.bytes = bytes;
        }

        Gva address() {
            return new Gva(address);
        }

        long code() {
            return code;
        }

        String bytes() {
            return bytes;
        }
    }

    /// The instruction itself is not allowed.
    public static final class GeneralProtection extends Interruption {

        private static final long serialVersionUID = 1;
    }

    /// A gate or descriptor that an event is to be delivered through is none.
    public static final class BadDescriptor extends Interruption {

        private static final long serialVersionUID = 1;

        private final int vector;
        private final long error;

        BadDescriptor(int vector, long error) {
            this.vector = vector;
            this.error = error;
        }

        int vector() {
            return vector;
        }

        long error() {
            return error;
        }
    }

    /// Another value was found where a locked instruction expected the one it had read.
    public static final class CompareExchangeFailed extends Interruption {

        private static final long serialVersionUID = 1;
    }

    /// The emulator cannot carry out the instruction, or cannot even fetch it.
    public static final class NotEmulated extends Interruption {

        private static final long serialVersionUID = 1;

        private final String bytes;
        private final String reason;

        NotEmulated(String bytes, String reason) {
            this.bytes = bytes;
            this.reason = reason;
        }

        static NotEmulated unknown(Instruction instruction) {
            String bytes = instruction.bytes().text();
            return new NotEmulated(bytes, "cannot emulate " + bytes);
        }

        String bytes() {
            return bytes;
        }

        String reason() {
            return reason;
        }
    }

    /// Neither the processor nor the emulator can go on.
    public static final class Stuck extends Interruption {

        private static final long serialVersionUID = 1;

        private final transient Processor.Failure failure;

        Stuck(Processor.Failure failure) {
            this.failure = failure;
        }

        Processor.Failure failure() {
            return failure;
        }
    }
}
