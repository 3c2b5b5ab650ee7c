package shadewalk.cpu;

import org.jspecify.annotations.Nullable;
import shadewalk.bits.Hex;
import shadewalk.cpu.Instruction.Operand;
import shadewalk.cpu.Instruction.Operation;
import shadewalk.mmu.Recorder;
import shadewalk.mmu.Vcpu;
import shadewalk.mmu.Vcpu.PendingException;
import shadewalk.mmu.Vcpu.Verdict;
import shadewalk.state.MmuEvent;
import shadewalk.x86.Efer;
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

    /// A software interrupt whose delivery did not complete, or -1.
    private int softInterrupt = -1;

    public Processor(
            Recorder recorder, Vcpu vcpu, Core core, Owner owner, EventDelivery.Tables tables) {
        this.recorder = recorder;
        this.vcpu = vcpu;
        this.core = core;
        bus = new NativeBus(recorder, vcpu, core);
        emulator = new Emulator(recorder, vcpu, core, owner);
        delivery = new EventDelivery(core, bus, tables);
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
        try {
            while (true) {
                if (!enter()) {
                    return new Exit.Failed(tripleFault(core));
                }
                Exit exit = runUntilExit();
                if (exit != null) {
                    return exit;
                }
            }
        } catch (Interruption.Stuck stuck) {
            return new Exit.Failed(stuck.failure());
        }
    }

    /// The guest's tables lie where no memory is. The second number is what the exit for the last
    /// OUT left in the place it is read from.
    static Failure tripleFault(Core core) {
        return new Failure(
                "triple fault: CR3 or a PDPTE names a frame without memslot",
                "exit_reason=8 suberror=1048833 rip=" + Hex.prefixed(core.rip()));
    }

    /// Everything KVM does before the guest runs on. What this itself makes necessary, such as a
    /// flush after roots were built, is done by beginning again.
    ///
    /// @return false on a triple fault
    private boolean enter() throws Interruption.Stuck {
        tellPrivilege();
        vcpu.serveRequests();
        inject();
        long before = core.rip();
        do {
            core.setRip(before);
            if (softInterrupt >= 0) {
                emulator.skip();
            }
            if (!vcpu.loadRoots()) {
                return false;
            }
        } while (servedMore());
        if (softInterrupt >= 0) {
            delivery.interrupt(softInterrupt, core.rip());
            softInterrupt = -1;
            core.setRip(before);
        }
        return true;
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
        PendingException exception = vcpu.takePending();
        if (exception == null) {
            return;
        }
        softInterrupt = -1;
        recorder.emit(new MmuEvent.ExceptionInjected(exception.vector(), exception.error()));
        Gva cr2 = exception.cr2();
        if (cr2 != null) {
            vcpu.registers().loadCr2(cr2.raw());
        }
        delivery.exception(exception.vector(), exception.error());
    }

    private void tellPrivilege() {
        vcpu.privilege().set(core.user(), core.alignmentCheck());
    }

    /// Runs natively until something must be done outside the guest.
    ///
    /// @return what to give back to the caller, or null to enter the guest again
    private @Nullable Exit runUntilExit() throws Interruption.Stuck {
        while (true) {
            try {
                if (delivery.isUnderWay()) {
                    delivery.complete();
                }
                Instruction instruction =
                        Decoder.decode(i -> bus.fetch(core.rip() + i), core.longMode());
                if (instruction.operation() == Operation.OUT) {
                    core.setRip(core.rip() + instruction.length());
                    return new Exit.PortWrite((int) (instruction.immediate() & 0xff));
                }
                if (intercepted(instruction)) {
                    return null;
                }
                execute(instruction);
            } catch (Interruption.PageFaultExit fault) {
                handle(fault);
                return null;
            } catch (Interruption.GeneralProtection _) {
                delivery.exception(13, 0);
            } catch (Interruption.Stuck stuck) {
                throw stuck;
            } catch (Interruption other) {
                throw new Interruption.Stuck(other.getClass().getSimpleName());
            }
        }
    }

    private void execute(Instruction instruction) throws Interruption {
        Operation operation = instruction.operation();
        switch (operation) {
            case PUSH_IMMEDIATE -> push(instruction, instruction.immediate());
            case PUSH_REGISTER -> push(instruction, core.get(instruction.register()));
            case PUSHF -> push(instruction, core.rflags());
            case POP_REGISTER -> {
                long value = bus.load(core.get(Core.SP), instruction.size());
                core.set(Core.SP, core.get(Core.SP) + instruction.size());
                core.set(instruction.register(), value);
                core.setRip(core.rip() + instruction.length());
            }
            case INT -> {
                int vector = (int) (instruction.immediate() & 0xff);
                delivery.interrupt(vector, core.rip() + instruction.length());
            }
            case IRET -> delivery.returnFromInterrupt();
            case MOV_FROM_CR -> readControlRegister(instruction);
            default -> {
                if (!new Execution(core, bus, instruction).run()) {
                    throw new Interruption.Stuck(
                            "does not know the instruction " + instruction.bytes().text());
                }
            }
        }
        tellPrivilege();
    }

    private void push(Instruction instruction, long value) throws Interruption {
        int bytes = core.addressBytes();
        long top = core.get(Core.SP) - bytes;
        bus.store(Sizes.low(top, bytes), bytes, Sizes.low(value, bytes));
        core.set(Core.SP, top);
        core.setRip(core.rip() + instruction.length());
    }

    /// Only CR2 is read without leaving the guest.
    private void readControlRegister(Instruction instruction) throws Interruption.Stuck {
        if (instruction.register() != 2
                || !(instruction.operand() instanceof Operand.Register(var number))) {
            throw new Interruption.Stuck("reads a control register other than CR2");
        }
        core.set(number, recorder.now().cpu().registers().cr2());
        core.setRip(core.rip() + instruction.length());
    }

    /// Instructions that always leave the guest.
    private boolean intercepted(Instruction instruction) throws Interruption.Stuck {
        switch (instruction.operation()) {
            case MOV_TO_CR, INVLPG -> emulator.emulate(null, null, false);
            case WRMSR -> writeMsr();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void writeMsr() throws Interruption.Stuck {
        long value = core.get(Core.DX, 4) << 32 | core.get(Core.AX, 4);
        boolean known = core.get(Core.CX, 4) == Efer.MSR;
        if (known && vcpu.registers().loadEfer(value)) {
            emulator.skip();
        } else {
            vcpu.queue(13, 0);
        }
    }

    private void handle(Interruption.PageFaultExit fault) throws Interruption.Stuck {
        boolean delivering = delivery.isUnderWay();
        EventDelivery.Event event = delivery.takeBack();
        Gva rip = new Gva(core.rip());
        Verdict verdict = vcpu.pageFault(rip, fault.address(), fault.code(), delivering);
        if (verdict != Verdict.RESUME) {
            emulator.emulate(null, fault.address(), verdict == Verdict.EMULATE_OR_RETRY);
        }
        if (event != null && event.soft()) {
            softInterrupt = event.vector();
        } else if (event != null) {
            delivery.again(event);
        }
    }
}
