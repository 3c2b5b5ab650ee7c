package shadewalk.cpu;

import static shadewalk.text.Texts.PROBLEMS;

import org.jspecify.annotations.Nullable;
import shadewalk.mmu.ExceptionQueue;
import shadewalk.mmu.Recorder;
import shadewalk.mmu.Vcpu;
import shadewalk.mmu.Vcpu.Verdict;
import shadewalk.state.MmuEvent;
import shadewalk.x86.Gva;

/// A processor that is handed one instruction at a time and fetches none: a trace of it shows the
/// instruction's own access to memory and nothing else. An exception ends the instruction instead
/// of being delivered.
///
/// Afterwards the guest is entered once more, so that what the instruction made necessary, such as
/// new roots, belongs to it.
///
/// KVM, too, gets the instruction's bytes handed over, as from a processor with decode assists.
public final class BareProcessor {

    /// So many faults of one instruction, and something keeps it from ever completing.
    private static final int MAX_FAULTS = 100;

    private final Recorder recorder;
    private final Vcpu vcpu;
    private final Core core;
    private final NativeBus bus;
    private final Emulator emulator;
    private final LastExit lastExit;
    private final Msrs msrs = new Msrs();

    public BareProcessor(Recorder recorder, Vcpu vcpu, Core core, Owner owner) {
        this.recorder = recorder;
        this.vcpu = vcpu;
        this.core = core;
        bus = new NativeBus(recorder, vcpu, core);
        lastExit = new LastExit(core);
        emulator = new Emulator(recorder, vcpu, core, owner, lastExit);
    }

    /// How an instruction ended.
    public sealed interface Result {

        record Done() implements Result {}

        record Raised(ExceptionQueue.Raised exception) implements Result {}

        record Failed(Processor.Failure failure) implements Result {}
    }

    /// Enters the guest without running anything in it.
    public Result enter() {
        vcpu.privilege().set(core.user(), core.alignmentCheck());
        do {
            vcpu.serveRequests();
            if (!vcpu.loadRoots()) {
                return new Result.Failed(Processor.shutdown(lastExit, vcpu));
            }
        } while (vcpu.hasRequests());
        return Processor.isRefused(vcpu)
                ? new Result.Failed(lastExit.refusedEntry())
                : new Result.Done();
    }

    /// Executes one instruction.
    public Result execute(Instruction instruction) {
        return repeat(() -> attempt(instruction), instruction);
    }

    /// Fetches from an address, and does nothing with what stands there.
    public Result fetch(Gva address) {
        return repeat(() -> bus.fetch(address.raw()), null);
    }

    /// Something the guest tries until it succeeds.
    @FunctionalInterface
    private interface Attempt {

        void make() throws Interruption;
    }

    private Result repeat(Attempt attempt, @Nullable Instruction instruction) {
        try {
            for (int faults = 0; faults < MAX_FAULTS; faults++) {
                Result entered = enter();
                if (entered instanceof Result.Failed) {
                    return entered;
                }
                long before = core.rip();
                boolean done = succeeds(attempt, instruction);
                Result raised = raised();
                if (done || raised instanceof Result.Raised || core.rip() != before) {
                    Result back = enter();
                    return back instanceof Result.Failed ? back : raised;
                }
            }
            throw lastExit.endless();
        } catch (Interruption.Stuck stuck) {
            return new Result.Failed(stuck.failure());
        }
    }

    private boolean succeeds(Attempt attempt, @Nullable Instruction instruction)
            throws Interruption.Stuck {
        try {
            attempt.make();
            return true;
        } catch (Interruption.Stuck stuck) {
            throw stuck;
        } catch (Interruption interruption) {
            switch (interruption.why()) {
                case Interruption.PageFaultExit fault -> handle(fault, instruction);
                case Interruption.GeneralProtection _ -> vcpu.exceptions().queueGeneralProtection();
                default -> throw lastExit.internalError(interruption.why().toString());
            }
            return false;
        }
    }

    /// The exception that waits for the guest, if there is one: it ends the instruction.
    private Result raised() {
        ExceptionQueue.Raised exception = vcpu.exceptions().take();
        if (exception == null) {
            return new Result.Done();
        }
        recorder.emit(new MmuEvent.ExceptionInjected(exception.vector(), exception.error()));
        Gva cr2 = exception.cr2();
        if (cr2 != null) {
            vcpu.registers().loadCr2(cr2.raw());
        }
        return new Result.Raised(exception);
    }

    private void attempt(Instruction instruction) throws Interruption {
        switch (instruction.operation()) {
            case MOV_TO_CR, INVLPG -> emulator.emulate(instruction, null, false);
            case WRMSR -> writeMsr(instruction);
            default -> {
                if (!new Execution(core, bus, instruction).run()) {
                    throw lastExit.internalError(instruction.unknown());
                }
            }
        }
    }

    private void writeMsr(Instruction instruction) throws Interruption {
        if (!msrs.write(core, vcpu.registers())) {
            throw Interruption.generalProtection();
        }
        core.setRip(core.rip() + instruction.length());
    }

    private void handle(Interruption.PageFaultExit fault, @Nullable Instruction instruction)
            throws Interruption.Stuck {
        Verdict verdict = vcpu.pageFault(new Gva(core.rip()), fault.address(), fault.code(), false);
        if (verdict == Verdict.RESUME) {
            return;
        }
        if (instruction == null) {
            throw lastExit.internalError(PROBLEMS.get("guest.no-memory"));
        }
        emulator.emulate(instruction, fault.address(), verdict == Verdict.EMULATE_OR_RETRY);
    }
}
