package shadewalk.cpu;

import org.jspecify.annotations.Nullable;
import shadewalk.bits.Field;

/// How the processor delivers exceptions and interrupts, and returns from them.
///
/// In this order it reads the gate, the code segment's descriptor and, coming from ring 3, the
/// stack of ring 0 from the task-state segment, and pushes what it will need to return. Every one
/// of these accesses may fault; the delivery is then begun anew.
///
/// Source: Intel SDM volume 3A, 6.12 to 6.14.
public final class EventDelivery {

    /// Where the processor's tables are, as guest virtual addresses.
    public record Tables(long idt, long gdt, long tss) {}

    /// Something to deliver.
    ///
    /// @param error the error code, -1 for none
    /// @param soft whether an INT instruction raised it
    /// @param returnTo the instruction to go on with afterwards
    record Event(int vector, long error, boolean soft, long returnTo) {}

    private static final int KERNEL_CODE = 0x08;
    private static final int KERNEL_STACK = 0x10;
    private static final int USER_CODE = 0x18;
    private static final int USER_STACK = 0x20;
    private static final int RING_3 = 3;
    private static final int TSS_STACK = 4;

    private static final Field GATE_LOW = new Field("offset 15:0", 15, 0, "of the handler");
    private static final Field GATE_HIGH = new Field("offset 31:16", 63, 48, "of the handler");
    private static final Field RPL = new Field("RPL", 1, 0, "privilege level of a selector");

    private final Core core;
    private final NativeBus bus;
    private final Tables tables;
    private @Nullable Event event;

    EventDelivery(Core core, NativeBus bus, Tables tables) {
        this.core = core;
        this.bus = bus;
        this.tables = tables;
    }

    /// An exception of the instruction that is being executed.
    void exception(int vector, long error) {
        event = new Event(vector, error, false, core.rip());
    }

    /// A software interrupt; the processor returns behind the INT instruction.
    void interrupt(int vector, long returnTo) {
        event = new Event(vector, -1, true, returnTo);
    }

    /// Delivers once more what could not be delivered.
    void again(Event undelivered) {
        event = undelivered;
    }

    boolean isUnderWay() {
        return event != null;
    }

    /// Gives up a delivery that faulted.
    @Nullable Event takeBack() {
        Event taken = event;
        event = null;
        return taken;
    }

    /// Makes the delivery. Registers change only when all of it has succeeded.
    void complete() throws Interruption {
        Event delivered = event;
        if (delivered == null) {
            return;
        }
        long handler = readGate(delivered.vector());
        readDescriptor(KERNEL_CODE);
        long stack = core.user() ? readKernelStack() : core.get(Core.SP);
        if (core.longMode()) {
            stack &= -16;
        }
        stack = pushFrame(delivered, stack);
        core.set(Core.SP, stack);
        core.setRip(handler);
        core.setUser(false);
        core.setAlignmentCheck(false);
        event = null;
    }

    private long readGate(int vector) throws Interruption {
        if (!core.longMode()) {
            long gate = bus.loadForDelivery(tables.idt() + vector * 8L, 8);
            return GATE_HIGH.of(gate) << 16 | GATE_LOW.of(gate);
        }
        long low = bus.loadForDelivery(tables.idt() + vector * 16L, 8);
        long high = bus.loadForDelivery(tables.idt() + vector * 16L + 8, 8);
        return high << 32 | GATE_HIGH.of(low) << 16 | GATE_LOW.of(low);
    }

    private void readDescriptor(int selector) throws Interruption {
        bus.loadForDelivery(tables.gdt() + selector, 8);
    }

    private long readKernelStack() throws Interruption {
        int bytes = core.addressBytes();
        long stack = bus.loadForDelivery(tables.tss() + TSS_STACK, bytes);
        if (!core.longMode()) {
            bus.loadForDelivery(tables.tss() + TSS_STACK + bytes, bytes);
            readDescriptor(KERNEL_STACK);
        }
        return stack;
    }

    private long pushFrame(Event delivered, long top) throws Interruption {
        long stack = top;
        if (core.user() || core.longMode()) {
            stack = push(stack, core.user() ? USER_STACK | RING_3 : KERNEL_STACK);
            stack = push(stack, core.get(Core.SP));
        }
        stack = push(stack, core.rflags());
        stack = push(stack, core.user() ? USER_CODE | RING_3 : KERNEL_CODE);
        stack = push(stack, delivered.returnTo());
        return delivered.error() < 0 ? stack : push(stack, delivered.error());
    }

    private long push(long stack, long value) throws Interruption {
        int bytes = core.addressBytes();
        long at = Sizes.low(stack - bytes, bytes);
        bus.storeForDelivery(at, bytes, Sizes.low(value, bytes));
        return at;
    }

    /// IRET: takes instruction pointer, code segment and flags off the stack, and stack pointer and
    /// segment too if it leads to ring 3 or in 64-bit code.
    void returnFromInterrupt() throws Interruption {
        int bytes = core.addressBytes();
        long stack = core.get(Core.SP);
        long rip = bus.load(stack, bytes);
        long code = bus.load(stack + bytes, bytes);
        long flags = bus.load(stack + 2L * bytes, bytes);
        boolean toUser = RPL.of(code) == RING_3;
        readDescriptor((int) RPL.clear(code));
        long newStack = stack + 3L * bytes;
        if (toUser || core.longMode()) {
            newStack = bus.load(stack + 3L * bytes, bytes);
            bus.load(stack + 4L * bytes, bytes);
            readDescriptor(toUser ? USER_STACK : KERNEL_STACK);
        }
        core.set(Core.SP, newStack);
        core.setRip(rip);
        core.setRflags(flags);
        core.setUser(toUser);
    }
}
