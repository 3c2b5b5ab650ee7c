package shadewalk.mmu;

import org.jspecify.annotations.Nullable;
import shadewalk.x86.Gva;

/// The one exception that is on its way into the guest. It waits to be injected, or it was injected
/// and could not be delivered; a second one is then made into one with it, as processors do.
///
/// Source: `arch/x86/kvm/x86.c`, v6.1: `kvm_multiple_exception`, `exception_class`,
/// `kvm_requeue_exception`, `kvm_clear_exception_queue`; Intel SDM volume 3A, table 6-5.
public final class ExceptionQueue {

    private static final int DOUBLE_FAULT = 8;

    static final int PAGE_FAULT = 14;

    private static final int INVALID_OPCODE = 6;
    private static final int MACHINE_CHECK = 18;
    private static final int GENERAL_PROTECTION = 13;

    private @Nullable Raised waiting;
    private boolean injected;
    private boolean shutdown;

    /// An exception for the guest.
    ///
    /// @param error the error code, -1 for vectors without one
    /// @param cr2 the faulting address of a page fault, else null
    public record Raised(int vector, long error, @Nullable Gva cr2) {

        /// Whether it is a fault, so that the instruction begins anew afterwards; not a trap (1, 3,
        /// 4) nor an abort.
        public boolean isFault() {
            return switch (vector) {
                case 1, 3, 4, DOUBLE_FAULT, MACHINE_CHECK -> false;
                default -> true;
            };
        }
    }

    /// Queues an invalid-opcode exception. Kernel: x86.c, kvm_queue_exception.
    public void queueInvalidOpcode() {
        queue(INVALID_OPCODE, -1, null);
    }

    /// Queues a general-protection fault with the error code 0. Kernel: x86.c,
    /// kvm_queue_exception_e.
    public void queueGeneralProtection() {
        queue(GENERAL_PROTECTION, 0, null);
    }

    /// Queues an exception. Together with one that waits already it may become a double fault, and
    /// together with that the end of the machine. Kernel: x86.c, kvm_multiple_exception.
    void queue(int vector, long error, @Nullable Gva cr2) {
        Raised next = new Raised(vector, error, cr2);
        Raised first = waiting;
        injected = false;
        if (first == null) {
            waiting = next;
        } else if (first.vector() == DOUBLE_FAULT) {
            waiting = null;
            shutdown = true;
        } else {
            waiting = doubles(first.vector(), next.vector()) ? doubleFault() : next;
        }
    }

    private static Raised doubleFault() {
        return new Raised(DOUBLE_FAULT, 0, null);
    }

    /// Whether the second of two exceptions, raised while the first is delivered, makes a double
    /// fault of them.
    public static boolean doubles(int first, int second) {
        return isContributory(first) && isContributory(second)
                || first == PAGE_FAULT && (second == PAGE_FAULT || isContributory(second));
    }

    /// Kernel: x86.c, exception_class.
    private static boolean isContributory(int vector) {
        return switch (vector) {
            case 0, 10, 11, 12, 13 -> true;
            default -> false;
        };
    }

    /// Puts back an exception whose delivery took the processor out of the guest. Kernel: x86.c,
    /// kvm_requeue_exception, kvm_requeue_exception_e.
    public void requeue(int vector, long error) {
        waiting = new Raised(vector, error, null);
        injected = true;
    }

    /// Forgets what waits: the instruction is emulated instead. Kernel: x86.h,
    /// kvm_clear_exception_queue.
    public void clear() {
        waiting = null;
        injected = false;
    }

    /// What waits, if anything does.
    public @Nullable Raised take() {
        Raised taken = waiting;
        clear();
        return taken;
    }

    /// Whether what waits was injected before, so that injecting it again is no news.
    public boolean isReinjection() {
        return injected;
    }

    /// Whether a fault during the delivery of a double fault has shut the processor down.
    public boolean isShutDown() {
        return shutdown;
    }
}
