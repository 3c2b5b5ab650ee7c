package shadewalk.cpu;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import shadewalk.mmu.ExceptionQueue.Raised;
import shadewalk.mmu.Recorder;
import shadewalk.mmu.Vcpu;
import shadewalk.mmu.Vcpu.Verdict;
import shadewalk.state.MmuEvent;
import shadewalk.x86.Gva;

/// The guest's processor under KVM: it runs instructions natively until one of them must leave the
/// guest, lets KVM do its part, and enters the guest again.
///
/// Like the recorded machine it neither hands the bytes of what it has fetched to KVM nor tells it
/// where the next instruction is, so KVM fetches what it emulates.
///
/// Source: AMD APM volume 2, chapter 15; `arch/x86/kvm/svm/svm.c`, v6.1.
public final class Processor {

    private final Recorder recorder;
    private final Vcpu vcpu;
    private final Core core;
    private final NativeBus bus;
    private final Emulator emulator;
    private final EventDelivery delivery;
    private final LastExit lastExit;
    private final Msrs msrs = new Msrs();

    /// So many entries or instructions in one run, and the guest will never come back by itself.
    private static final int MAX_ENTRIES = 10_000;

    private static final int MAX_INSTRUCTIONS = 9_000_000;

    /// So many faults of one instruction, and something keeps it from ever completing.
    private static final int MAX_FAULTS = 100;

    private static final int GENERAL_PROTECTION = 13;

    /// Where a processor begins after a reset.
    private static final long RESET_RIP = 0xfff0;

    /// A software interrupt whose delivery did not complete, or -1.
    private int softInterrupt = -1;

    /// How many instructions this run has begun.
    private int instructions;

    public Processor(
            Recorder recorder, Vcpu vcpu, Core core, Owner owner, EventDelivery.Tables tables) {
        this.recorder = recorder;
        this.vcpu = vcpu;
        this.core = core;
        lastExit = new LastExit(core);
        bus = new NativeBus(recorder, vcpu, core);
        emulator = new Emulator(recorder, vcpu, core, owner, lastExit);
        delivery = new EventDelivery(recorder, core, bus, tables, lastExit);
    }

    /// Without tables no event can be delivered: a processor for instructions that are handed over.
    public Processor(Recorder recorder, Vcpu vcpu, Core core, Owner owner) {
        this(recorder, vcpu, core, owner, new EventDelivery.Tables(0, 0, 0, 0));
    }

    /// Runs the guest until it writes a byte to an I/O port. The instruction pointer stands behind
    /// that instruction then.
    ///
    /// @return the port
    /// @throws Failure if the guest cannot go on
    public int run() {
        instructions = 0;
        for (int entries = 0; entries < MAX_ENTRIES; entries++) {
            enter();
            OptionalInt port = runUntilExit();
            if (port.isPresent()) {
                return port.getAsInt();
            }
        }
        throw lastExit.endless();
    }

    /// Executes one instruction that is handed over instead of fetched, to the processor and to
    /// KVM, as by a processor with decode assists: a trace of it shows the instruction's own access
    /// to memory and nothing else.
    ///
    /// Afterwards the guest is entered once more, so that what the instruction made necessary, such
    /// as new roots, belongs to it.
    ///
    /// @return the exception that ended it, which is not delivered; null if there was none
    /// @throws Failure if the guest cannot go on
    public @Nullable Raised execute(Instruction instruction) {
        return untilDone(() -> perform(instruction, instruction), instruction);
    }

    /// Fetches from an address in the same way, and does nothing with what stands there.
    public @Nullable Raised fetch(Gva address) {
        return untilDone(() -> bus.fetch(address.raw()), null);
    }

    /// Something the guest tries until it succeeds.
    @FunctionalInterface
    private interface Attempt {

        void make() throws Interruption;
    }

    private @Nullable Raised untilDone(Attempt attempt, @Nullable Instruction known) {
        for (int faults = 0; faults < MAX_FAULTS; faults++) {
            enter();
            long before = core.rip();
            boolean done = succeeds(attempt, known);
            Raised raised = takeException();
            if (done || raised != null || core.rip() != before) {
                enter();
                return raised;
            }
        }
        throw lastExit.endless();
    }

    private boolean succeeds(Attempt attempt, @Nullable Instruction known) {
        try {
            attempt.make();
            return true;
        } catch (Interruption interruption) {
            switch (interruption.why()) {
                case Interruption.PageFaultExit fault -> {
                    Verdict verdict = pageFault(fault, false);
                    if (verdict != Verdict.RESUME && known == null) {
                        throw lastExit.internalError(PROBLEMS.get("guest.no-memory"));
                    }
                    emulate(known, fault, verdict);
                }
                case Interruption.GeneralProtection _ -> vcpu.exceptions().queueGeneralProtection();
                default -> throw new IllegalStateException(interruption.why() + " without code");
            }
            return false;
        }
    }

    /// Everything KVM does before the guest runs on. What this itself makes necessary, such as a
    /// flush after roots were built, is done by beginning again. Kernel: x86.c, vcpu_enter_guest.
    public void enter() {
        tellPrivilege();
        vcpu.serveRequests();
        if (vcpu.exceptions().isShutDown()) {
            throw lastExit.shutdown(PROBLEMS.get("guest.triple-fault"));
        }
        inject();
        long before = core.rip();
        boolean interrupts = softInterrupt >= 0;
        do {
            core.setRip(before);
            interrupts = interrupts && emulator.skip(null);
            if (!vcpu.loadRoots()) {
                throw lastExit.shutdown(PROBLEMS.get("guest.no-root"));
            }
        } while (servedMore());
        if (interrupts) {
            delivery.interrupt(softInterrupt, core.rip());
        }
        softInterrupt = -1;
        core.setRip(before);
        // KVM lets a guest set LMSLE, and lets the owner of the machine begin with any bit.
        if (vcpu.registers().hasUnknownEfer()) {
            throw lastExit.refusedEntry();
        }
    }

    private boolean servedMore() {
        boolean more = vcpu.hasRequests();
        if (more) {
            vcpu.serveRequests();
        }
        return more;
    }

    /// Puts the exception that waits for the guest into it.
    private void inject() {
        Raised exception = takeException();
        if (exception != null) {
            softInterrupt = -1;
            delivery.inject(exception.vector(), exception.error());
        }
    }

    /// Kernel: x86.c, kvm_inject_exception.
    private @Nullable Raised takeException() {
        boolean again = vcpu.exceptions().isReinjection();
        Raised exception = vcpu.exceptions().take();
        if (exception == null) {
            return null;
        }
        if (!again) {
            recorder.emit(new MmuEvent.ExceptionInjected(exception.vector(), exception.error()));
            if (exception.isFault()) {
                core.setResume(true);
            }
        }
        Gva cr2 = exception.cr2();
        if (cr2 != null) {
            vcpu.registers().loadCr2(cr2.raw());
        }
        return exception;
    }

    private void tellPrivilege() {
        vcpu.privilege().set(core.user(), core.alignmentCheck());
    }

    /// Runs natively until something must be done outside the guest.
    ///
    /// @return the port it wrote to, or nothing to enter the guest again
    private OptionalInt runUntilExit() {
        for (; instructions < MAX_INSTRUCTIONS; instructions++) {
            try {
                if (delivery.isUnderWay()) {
                    delivery.complete();
                }
                Instruction instruction =
                        Decoder.decode(
                                new CodeBytes(i -> bus.fetch(core.rip() + i)), core.longMode());
                if (instruction.operation() == Operation.OUT) {
                    checkKernel();
                    skip(instruction);
                    int port = (int) value(instruction);
                    lastExit.portWritten(port);
                    return OptionalInt.of(port);
                }
                if (perform(instruction, null)) {
                    return OptionalInt.empty();
                }
            } catch (Interruption interruption) {
                if (leavesGuest(interruption.why())) {
                    return OptionalInt.empty();
                }
            }
        }
        throw lastExit.endless();
    }

    /// Does what an interruption asks for: KVM's part, or an exception.
    ///
    /// @return whether the processor has left the guest
    private boolean leavesGuest(Interruption.Why why) {
        switch (why) {
            case Interruption.PageFaultExit fault -> {
                handle(fault);
                return true;
            }
            case Interruption.GeneralProtection _ -> {
                if (vcpu.registers().interceptsGeneralProtection()) {
                    delivery.takeBack();
                    emulator.look();
                    vcpu.exceptions().queueGeneralProtection();
                    return true;
                }
                raise(GENERAL_PROTECTION, 0);
            }
            case Interruption.BadDescriptor(var vector, var error) -> raise(vector, error);
            case Interruption.GuestPageFault _,
                    Interruption.NotFetched _,
                    Interruption.CompareExchangeFailed _,
                    Interruption.NotEmulated _ ->
                    throw new IllegalStateException(why + " comes from the emulator alone");
        }
        return false;
    }

    /// An exception that the processor raises without leaving the guest; if it cannot, it shuts
    /// down.
    private void raise(int vector, long error) {
        if (!delivery.raise(vector, error)) {
            vcpu.reset();
            core.setRip(RESET_RIP);
            throw lastExit.shutdown(PROBLEMS.get("guest.undelivered"));
        }
    }

    /// Executes an instruction, or has KVM do so if it always leaves the guest. Kernel: svm.c,
    /// svm_invoke_exit_handler.
    ///
    /// @param known the same instruction if KVM has it handed over, else null
    /// @return whether the processor has left the guest
    private boolean perform(Instruction instruction, @Nullable Instruction known)
            throws Interruption {
        switch (instruction.operation()) {
            case MOV_TO_CR -> {
                if (!loadsNatively(instruction)) {
                    emulator.emulate(known, null, false);
                    return true;
                }
                vcpu.registers().loadCr0Natively(value(instruction));
                skip(instruction);
            }
            case INVLPG -> {
                emulator.emulate(known, null, false);
                return true;
            }
            case HLT -> {
                checkKernel();
                emulator.skipOrStop(known);
                throw lastExit.halted();
            }
            case INVALID -> {
                emulator.look();
                vcpu.exceptions().queueInvalidOpcode();
                return true;
            }
            case WRMSR -> {
                if (!Msrs.isNative(core.get(Core.CX, 4))) {
                    writeMsr(known);
                    return true;
                }
                skip(instruction);
            }
            case INT ->
                    delivery.interrupt((int) value(instruction), core.rip() + instruction.length());
            case IRET -> delivery.returnFromInterrupt();
            case MOV_FROM_CR -> readControlRegister(instruction);
            default -> {
                if (!new Execution(core, bus, instruction).run()) {
                    throw lastExit.internalError(instruction.unknown());
                }
            }
        }
        tellPrivilege();
        return false;
    }

    private void checkKernel() throws Interruption {
        if (core.user()) {
            throw Interruption.generalProtection();
        }
    }

    private void skip(Instruction instruction) {
        core.setRip(core.rip() + instruction.length());
    }

    /// Only CR2 is read without leaving the guest.
    private void readControlRegister(Instruction instruction) {
        if (!(instruction.source() instanceof Operand.Register(var control))
                || control != 2
                || !(instruction.target() instanceof Operand.Register(var number))) {
            throw lastExit.internalError(PROBLEMS.get("guest.control-register"));
        }
        core.set(number, recorder.now().cpu().registers().cr2());
        skip(instruction);
    }

    /// Whether it is a load of CR0 that changes nothing of importance.
    private boolean loadsNatively(Instruction instruction) {
        return instruction.target() instanceof Operand.Register(var control)
                && control == 0
                && vcpu.registers().loadsCr0Natively(value(instruction));
    }

    /// An instruction's source that lies in no memory.
    private long value(Instruction instruction) {
        return Execution.value(core, instruction.source(), instruction.size());
    }

    /// Kernel: x86.c, kvm_emulate_wrmsr.
    private void writeMsr(@Nullable Instruction known) {
        if (msrs.write(core, vcpu.registers())) {
            emulator.skipOrStop(known);
        } else {
            vcpu.exceptions().queueGeneralProtection();
        }
    }

    /// Kernel: svm.c, pf_interception.
    private void handle(Interruption.PageFaultExit fault) {
        boolean delivering = delivery.isUnderWay();
        EventDelivery.Event event = delivery.takeBack();
        if (event != null && !event.soft()) {
            vcpu.exceptions().requeue(event.vector(), event.error());
        }
        emulate(null, fault, pageFault(fault, delivering));
        if (event != null && event.soft()) {
            softInterrupt = event.vector();
        }
    }

    private Verdict pageFault(Interruption.PageFaultExit fault, boolean delivering) {
        return vcpu.pageFault(new Gva(core.rip()), fault.address(), fault.code(), delivering);
    }

    private void emulate(
            @Nullable Instruction known, Interruption.PageFaultExit fault, Verdict verdict) {
        if (verdict != Verdict.RESUME) {
            emulator.emulate(known, fault.address(), verdict == Verdict.EMULATE_OR_RETRY);
        }
    }
}
