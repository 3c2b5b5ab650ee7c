package shadewalk.cpu;

import static shadewalk.text.Texts.PROBLEMS;

import org.jspecify.annotations.Nullable;
import shadewalk.mmu.ExceptionQueue;
import shadewalk.mmu.Recorder;
import shadewalk.mmu.Vcpu;
import shadewalk.mmu.Vcpu.Verdict;
import shadewalk.state.MmuEvent;
import shadewalk.x86.Gva;

/// The guest's processor under KVM: it runs instructions natively until one of them must leave the
/// guest, lets KVM do its part, and enters the guest again.
///
/// Like the recorded machine it neither hands instruction bytes to KVM nor tells it where the next
/// instruction is, so KVM fetches what it emulates.
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

    /// Why [#run] came back.
    public sealed interface Exit {

        /// The guest wrote a byte to an I/O port.
        record PortWrite(int port) implements Exit {}

        /// The processor cannot go on.
        record Failed(Failure failure) implements Exit {}
    }

    /// Why a processor cannot go on.
    ///
    /// @param reason in plain words
    /// @param kernelWords what the owner of the virtual machine is told, as the recorder prints it
    public record Failure(String reason, String kernelWords) {}

    /// Runs the guest until it writes to an I/O port. The instruction pointer stands behind that
    /// instruction then.
    public Exit run() {
        instructions = 0;
        try {
            for (int entries = 0; entries < MAX_ENTRIES; entries++) {
                if (!enter()) {
                    return new Exit.Failed(shutdown(lastExit, vcpu));
                }
                Exit exit = runUntilExit();
                if (exit != null) {
                    return exit;
                }
            }
            throw lastExit.endless();
        } catch (Interruption.Stuck stuck) {
            return new Exit.Failed(stuck.failure());
        }
    }

    static Failure shutdown(LastExit lastExit, Vcpu vcpu) {
        return lastExit.shutdown(
                vcpu.exceptions().isShutDown()
                        ? PROBLEMS.get("guest.triple-fault")
                        : PROBLEMS.get("guest.no-root"));
    }

    /// Everything KVM does before the guest runs on. What this itself makes necessary, such as a
    /// flush after roots were built, is done by beginning again. Kernel: x86.c, vcpu_enter_guest.
    ///
    /// @return false on a triple fault
    private boolean enter() throws Interruption.Stuck {
        tellPrivilege();
        vcpu.serveRequests();
        if (vcpu.exceptions().isShutDown()) {
            return false;
        }
        inject();
        long before = core.rip();
        boolean interrupts = softInterrupt >= 0;
        do {
            core.setRip(before);
            interrupts = interrupts && emulator.skip();
            if (!vcpu.loadRoots()) {
                return false;
            }
        } while (servedMore());
        if (interrupts) {
            delivery.interrupt(softInterrupt, core.rip());
        }
        softInterrupt = -1;
        core.setRip(before);
        if (isRefused(vcpu)) {
            throw new Interruption.Stuck(lastExit.refusedEntry());
        }
        return true;
    }

    /// Whether VMRUN refuses to run the guest with the EFER that KVM let it have: KVM lets a guest
    /// set LMSLE, and lets the owner of the machine begin with any bit.
    static boolean isRefused(Vcpu vcpu) {
        return vcpu.registers().hasUnknownEfer();
    }

    private boolean servedMore() {
        boolean more = vcpu.hasRequests();
        if (more) {
            vcpu.serveRequests();
        }
        return more;
    }

    /// Puts the exception that waits for the guest into it. Kernel: x86.c, kvm_inject_exception.
    private void inject() {
        boolean again = vcpu.exceptions().isReinjection();
        ExceptionQueue.Raised exception = vcpu.exceptions().take();
        if (exception == null) {
            return;
        }
        softInterrupt = -1;
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
        delivery.inject(exception.vector(), exception.error());
    }

    private void tellPrivilege() {
        vcpu.privilege().set(core.user(), core.alignmentCheck());
    }

    /// Runs natively until something must be done outside the guest.
    ///
    /// @return what to give back to the caller, or null to enter the guest again
    private @Nullable Exit runUntilExit() throws Interruption.Stuck {
        for (; instructions < MAX_INSTRUCTIONS; instructions++) {
            try {
                if (delivery.isUnderWay()) {
                    delivery.complete();
                }
                Instruction instruction =
                        Decoder.decode(i -> bus.fetch(core.rip() + i), core.longMode());
                if (instruction.operation() == Operation.OUT) {
                    if (core.user()) {
                        throw Interruption.generalProtection();
                    }
                    core.setRip(core.rip() + instruction.length());
                    int port = (int) value(instruction);
                    lastExit.portWritten(port);
                    return new Exit.PortWrite(port);
                }
                if (intercepted(instruction)) {
                    return null;
                }
                execute(instruction);
            } catch (Interruption.Stuck stuck) {
                throw stuck;
            } catch (Interruption interruption) {
                if (leavesGuest(interruption.why())) {
                    return null;
                }
            }
        }
        throw lastExit.endless();
    }

    /// Does what an interruption asks for: KVM's part, or an exception.
    ///
    /// @return whether the processor has left the guest
    private boolean leavesGuest(Interruption.Why why) throws Interruption.Stuck {
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
                    Interruption.NotEmulated _,
                    Interruption.Hopeless _ ->
                    throw new IllegalStateException(why + " comes from the emulator alone");
        }
        return false;
    }

    /// An exception that the processor raises without leaving the guest; if it cannot, it shuts
    /// down.
    private void raise(int vector, long error) throws Interruption.Stuck {
        if (!delivery.raise(vector, error)) {
            vcpu.reset();
            core.setRip(RESET_RIP);
            throw new Interruption.Stuck(lastExit.shutdown(PROBLEMS.get("guest.undelivered")));
        }
    }

    private void execute(Instruction instruction) throws Interruption {
        Operation operation = instruction.operation();
        switch (operation) {
            case INT -> {
                int vector = (int) value(instruction);
                delivery.interrupt(vector, core.rip() + instruction.length());
            }
            case IRET -> delivery.returnFromInterrupt();
            case MOV_FROM_CR -> readControlRegister(instruction);
            case MOV_TO_CR -> {
                vcpu.registers().loadCr0Natively(value(instruction));
                core.setRip(core.rip() + instruction.length());
            }
            case WRMSR -> core.setRip(core.rip() + instruction.length());
            default -> {
                if (!new Execution(core, bus, instruction).run()) {
                    throw lastExit.internalError(instruction.unknown());
                }
            }
        }
        tellPrivilege();
    }

    /// Only CR2 is read without leaving the guest.
    private void readControlRegister(Instruction instruction) throws Interruption.Stuck {
        if (!(instruction.source() instanceof Operand.Register(var control))
                || control != 2
                || !(instruction.target() instanceof Operand.Register(var number))) {
            throw lastExit.internalError(PROBLEMS.get("guest.control-register"));
        }
        core.set(number, recorder.now().cpu().registers().cr2());
        core.setRip(core.rip() + instruction.length());
    }

    /// Instructions that always leave the guest. Kernel: svm.c, svm_invoke_exit_handler.
    private boolean intercepted(Instruction instruction) throws Interruption {
        switch (instruction.operation()) {
            case MOV_TO_CR -> {
                if (loadedNatively(instruction)) {
                    return false;
                }
                emulator.emulate(null, null, false);
            }
            case INVLPG -> emulator.emulate(null, null, false);
            case HLT -> {
                if (core.user()) {
                    throw Interruption.generalProtection();
                }
                emulator.skipOrStop();
                throw lastExit.halted();
            }
            case INVALID -> {
                emulator.look();
                vcpu.exceptions().queueInvalidOpcode();
            }
            case WRMSR -> {
                if (Msrs.isNative(core.get(Core.CX, 4))) {
                    return false;
                }
                writeMsr();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// A load of CR0 that changes nothing of importance.
    private boolean loadedNatively(Instruction instruction) {
        return instruction.target() instanceof Operand.Register(var control)
                && control == 0
                && vcpu.registers().loadsCr0Natively(value(instruction));
    }

    /// An instruction's source that lies in no memory.
    private long value(Instruction instruction) {
        return Execution.value(core, instruction.source(), instruction.size());
    }

    /// Kernel: x86.c, kvm_emulate_wrmsr.
    private void writeMsr() throws Interruption.Stuck {
        if (msrs.write(core, vcpu.registers())) {
            emulator.skipOrStop();
        } else {
            vcpu.exceptions().queueGeneralProtection();
        }
    }

    /// Kernel: svm.c, pf_interception.
    private void handle(Interruption.PageFaultExit fault) throws Interruption.Stuck {
        boolean delivering = delivery.isUnderWay();
        EventDelivery.Event event = delivery.takeBack();
        if (event != null && !event.soft()) {
            vcpu.exceptions().requeue(event.vector(), event.error());
        }
        Gva rip = new Gva(core.rip());
        Verdict verdict = vcpu.pageFault(rip, fault.address(), fault.code(), delivering);
        if (verdict != Verdict.RESUME) {
            emulator.emulate(null, fault.address(), verdict == Verdict.EMULATE_OR_RETRY);
        }
        if (event != null && event.soft()) {
            softInterrupt = event.vector();
        }
    }
}
