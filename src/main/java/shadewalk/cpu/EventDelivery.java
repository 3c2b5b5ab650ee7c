package shadewalk.cpu;

import static shadewalk.text.Texts.PROBLEMS;

import org.jspecify.annotations.Nullable;
import shadewalk.mmu.ExceptionQueue;
import shadewalk.mmu.Recorder;
import shadewalk.x86.Cr0;
import shadewalk.x86.Efer;

/// How the processor delivers exceptions and interrupts, and returns from them.
///
/// In this order it reads the gate, the code segment's descriptor and, coming from ring 3, the
/// stack of ring 0 from the task-state segment, and pushes what it will need to return. Every one
/// of these accesses may fault; the delivery is then begun anew. What it reads may also be no gate
/// and no descriptor at all, if the guest has overwritten or lost it.
///
/// Source: Intel SDM volume 3A, 6.12 to 6.14.
public final class EventDelivery {

    /// Where the processor's tables are, as guest virtual addresses.
    ///
    /// @param idtBytes how long the interrupt table is
    public record Tables(long idt, int idtBytes, long gdt, long tss) {}

    /// Something to deliver.
    ///
    /// @param error the error code, -1 for none
    /// @param soft whether an INT instruction raised it
    /// @param returnTo the instruction to go on with afterwards
    record Event(int vector, long error, boolean soft, long returnTo) {}

    private static final int TSS_STACK = 4;
    private static final int GENERAL_PROTECTION = 13;
    private static final int NOT_PRESENT = 11;
    private static final int DOUBLE_FAULT = 8;

    /// What an error code says about an entry of the interrupt table: its vector, and bit 1.
    private static final int IN_IDT = 2;

    private final Recorder recorder;
    private final Core core;
    private final NativeBus bus;
    private final Tables tables;
    private final LastExit lastExit;
    private @Nullable Event event;

    /// The vector of an exception the processor raised itself and has not delivered yet, or -1.
    private int raised = -1;

    EventDelivery(Recorder recorder, Core core, NativeBus bus, Tables tables, LastExit lastExit) {
        this.recorder = recorder;
        this.core = core;
        this.bus = bus;
        this.tables = tables;
        this.lastExit = lastExit;
    }

    /// An exception that is injected from outside.
    void inject(int vector, long error) {
        raised = -1;
        event = new Event(vector, error, false, core.rip());
    }

    /// An exception the processor raises itself. While it delivers another one, both may become a
    /// double fault.
    ///
    /// @return false if it cannot deliver a double fault either and shuts down
    boolean raise(int vector, long error) {
        if (raised == DOUBLE_FAULT) {
            return false;
        }
        boolean twice = raised >= 0 && ExceptionQueue.doubles(raised, vector);
        raised = twice ? DOUBLE_FAULT : vector;
        event = new Event(raised, twice ? 0 : error, false, core.rip());
        return true;
    }

    /// A software interrupt; the processor returns behind the INT instruction.
    void interrupt(int vector, long returnTo) {
        event = new Event(vector, -1, true, returnTo);
    }

    boolean isUnderWay() {
        return event != null;
    }

    /// Gives up a delivery that faulted.
    @Nullable Event takeBack() {
        Event taken = event;
        event = null;
        raised = -1;
        return taken;
    }

    /// Makes the delivery. Registers change only when all of it has succeeded.
    void complete() throws Interruption {
        Event delivered = event;
        if (delivered == null) {
            return;
        }
        checkProtected();
        long handler = readGate(delivered);
        boolean fromUser = core.user();
        long stack = fromUser ? readKernelStack() : core.get(Core.SP);
        if (core.longMode()) {
            stack &= -16;
        }
        stack = pushFrame(delivered, stack);
        core.set(Core.SP, stack);
        core.setRip(handler);
        core.setUser(false);
        core.setResume(false);
        if (fromUser) {
            core.setStackSegment(core.longMode() ? 0 : Segments.KERNEL_STACK);
        }
        takeBack();
    }

    /// Reads the gate and the descriptor of its code segment.
    ///
    /// @return the handler's address
    private long readGate(Event delivered) throws Interruption {
        boolean longMode = recorder.now().cpu().registers().efer(Efer.LMA);
        int vector = delivered.vector();
        int bytes = longMode ? 16 : 8;
        long at = tables.idt() + (long) vector * bytes;
        // The recorded processor tells the gate's offset, which in long mode is not its number.
        long ofGate = (long) vector * bytes | IN_IDT;
        check((vector + 1) * bytes <= tables.idtBytes(), GENERAL_PROTECTION, ofGate);
        long gate = bus.loadForDelivery(at, 8);
        long high = longMode ? bus.loadForDelivery(at + 8, 8) : 0;
        boolean allowed = !delivered.soft() || !core.user() || Segments.DPL.of(gate) == 3;
        check(Segments.isGate(gate) && allowed, GENERAL_PROTECTION, ofGate);
        check(Segments.P.in(gate), NOT_PRESENT, ofGate);
        int selector = Segments.SELECTOR.intOf(gate);
        check(Segments.INDEX.of(selector) != 0, GENERAL_PROTECTION, 0);
        long code = readDescriptor(selector);
        check(
                Segments.isHandlerCode(code, longMode),
                GENERAL_PROTECTION,
                Segments.RPL.clear(selector));
        check(Segments.P.in(code), NOT_PRESENT, Segments.RPL.clear(selector));
        return high << 32 | Segments.OFFSET_HIGH.of(gate) << 16 | Segments.OFFSET_LOW.of(gate);
    }

    private static void check(boolean good, int vector, long error) throws Interruption {
        if (!good) {
            throw new Interruption(new Interruption.BadDescriptor(vector, error));
        }
    }

    private long readDescriptor(long selector) throws Interruption {
        return bus.loadForDelivery(tables.gdt() + Segments.INDEX.inPlace(selector), 8);
    }

    private long readKernelStack() throws Interruption {
        int bytes = core.addressBytes();
        long stack = bus.loadForDelivery(tables.tss() + TSS_STACK, bytes);
        if (!core.longMode()) {
            bus.loadForDelivery(tables.tss() + TSS_STACK + bytes, bytes);
            readDescriptor(Segments.KERNEL_STACK);
        }
        return stack;
    }

    private long pushFrame(Event delivered, long top) throws Interruption {
        long stack = top;
        if (core.user() || core.longMode()) {
            stack = push(stack, core.stackSegment());
            stack = push(stack, core.get(Core.SP));
        }
        stack = push(stack, core.rflags());
        stack = push(stack, core.user() ? Segments.USER_CODE : Segments.KERNEL_CODE);
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
        checkProtected();
        int bytes = core.addressBytes();
        long stack = core.get(Core.SP);
        long rip = bus.load(stack, bytes);
        long code = bus.load(stack + bytes, bytes);
        long flags = bus.load(stack + 2L * bytes, bytes);
        boolean toUser = Segments.RPL.of(code) == 3;
        readDescriptor(code);
        long newStack = stack + 3L * bytes;
        if (toUser || core.longMode()) {
            newStack = bus.load(stack + 3L * bytes, bytes);
            long segment = bus.load(stack + 4L * bytes, bytes);
            readDescriptor(segment);
            core.setStackSegment(segment);
        }
        core.set(Core.SP, newStack);
        core.setRip(rip);
        core.setRflags(flags);
        core.setUser(toUser);
    }

    /// Without protected mode there are no gates and no rings.
    private void checkProtected() throws Interruption {
        if (!recorder.now().cpu().registers().cr0(Cr0.PE)) {
            throw lastExit.internalError(PROBLEMS.get("guest.real-mode"));
        }
    }
}
