package shadewalk.scenario;

import shadewalk.cpu.Core;
import shadewalk.cpu.Instruction;
import shadewalk.cpu.Operand;
import shadewalk.cpu.Operation;
import shadewalk.cpu.Owner;
import shadewalk.cpu.Processor;
import shadewalk.mmu.ExceptionQueue.Raised;
import shadewalk.mmu.HardwareWalker;
import shadewalk.mmu.Recorder;
import shadewalk.mmu.Vcpu;
import shadewalk.state.MmuEvent;
import shadewalk.state.Outcome;
import shadewalk.x86.Access;
import shadewalk.x86.Gva;
import shadewalk.x86.Hpa;

/// A guest without a program: every step is one instruction that comes from nowhere. No code is
/// fetched and no stack touched, so that a trace shows the access and nothing else.
final class BareGuest implements Guest {

    private static final Operand NONE = new Operand.None();
    private static final Operand AX = new Operand.Register(Core.AX);

    private final Recorder recorder;
    private final Vcpu vcpu;
    private final Core core;
    private final Processor processor;

    BareGuest(Recorder recorder, Vcpu vcpu, Core core, Owner owner) {
        this.recorder = recorder;
        this.vcpu = vcpu;
        this.core = core;
        this.processor = new Processor(recorder, vcpu, core, owner);
    }

    @Override
    public void start() {
        processor.enter();
    }

    @Override
    public Outcome run(Step step) {
        AgentProgram.loadOperands(core, step);
        core.setRip(0);
        core.setUser(AgentProgram.ring(step).user());
        Raised raised =
                step instanceof Step.Exec exec
                        ? processor.fetch(exec.gva())
                        : processor.execute(instruction(step));
        if (raised != null) {
            return new Outcome.Exception(
                    raised.vector(),
                    Math.max(raised.error(), 0),
                    new Gva(recorder.now().cpu().registers().cr2()),
                    new Gva(core.rip()));
        }
        step.access().ifPresent(this::tellAddress);
        return Guest.outcome(core, step);
    }

    /// An access that was not emulated can be made again without changing anything, and shows where
    /// it went.
    private void tellAddress(Access access) {
        long answer = vcpu.hardware().translate(access);
        if (!HardwareWalker.isFault(answer)) {
            recorder.emit(new MmuEvent.AccessDone(access, new Hpa(answer)));
        }
    }

    /// The one instruction of a step. What it reads comes to AX, as in the scripted program.
    private Instruction instruction(Step step) {
        return switch (step) {
            case Step.Read read ->
                    Instruction.of(Operation.LOAD, read.bytes(), AX, memory(read.gva()));
            case Step.Write write ->
                    Instruction.of(
                            Operation.MOV,
                            write.bytes(),
                            memory(write.gva()),
                            new Operand.Immediate(write.value()));
            case Step.Xchg xchg -> {
                core.set(Core.AX, xchg.value());
                yield Instruction.of(Operation.XCHG, 4, memory(xchg.gva()), AX);
            }
            case Step.LoadCr0(var value) -> load(0, value);
            case Step.LoadCr3(var value) -> load(3, value);
            case Step.LoadCr4(var value) -> load(4, value);
            case Step.Invlpg invlpg ->
                    Instruction.of(Operation.INVLPG, 1, NONE, memory(invlpg.gva()));
            case Step.Wrmsr _ -> Instruction.of(Operation.WRMSR, 1, NONE, NONE);
            case Step.Exec _, Step.Nop _ -> Instruction.of(Operation.NOP, 1, NONE, NONE);
            case Step.SetMemslot _, Step.DirtyLog _, Step.Poke _, Step.Discard _ ->
                    throw new IllegalArgumentException(step + " does not run the guest");
        };
    }

    private Operand memory(Gva gva) {
        return Operand.Memory.at(gva.raw(), core.addressBytes());
    }

    private Instruction load(int control, long value) {
        return Instruction.of(
                Operation.MOV_TO_CR,
                core.addressBytes(),
                new Operand.Register(control),
                new Operand.Immediate(value));
    }
}
