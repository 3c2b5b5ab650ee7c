package shadewalk.scenario;

import shadewalk.cpu.BareProcessor;
import shadewalk.cpu.Core;
import shadewalk.cpu.Owner;
import shadewalk.mmu.ExceptionQueue;
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
final class BareGuest implements Runner.Guest {

    private static final String NOP = "90";

    private final Recorder recorder;
    private final Vcpu vcpu;
    private final Core core;
    private final BareProcessor processor;

    BareGuest(Recorder recorder, Vcpu vcpu, Core core, Owner owner) {
        this.recorder = recorder;
        this.vcpu = vcpu;
        this.core = core;
        this.processor = new BareProcessor(recorder, vcpu, core, owner);
    }

    @Override
    public Outcome start() {
        return outcome(processor.enter(), new Outcome.Done());
    }

    @Override
    public Outcome run(Step step) {
        AgentProgram.loadOperands(core, step);
        core.setRip(0);
        core.setUser(AgentProgram.ring(step).user());
        BareProcessor.Result result =
                step instanceof Step.Exec exec
                        ? processor.fetch(exec.gva())
                        : processor.execute(code(step, core.longMode()));
        if (result instanceof BareProcessor.Result.Done) {
            step.access().ifPresent(this::tellAddress);
        }
        return outcome(result, Runner.outcome(core, step));
    }

    /// An access that was not emulated can be made again without changing anything, and shows where
    /// it went.
    private void tellAddress(Access access) {
        long answer = vcpu.hardware().translate(access);
        if (!HardwareWalker.isFault(answer)) {
            recorder.emit(new MmuEvent.AccessDone(access, new Hpa(answer)));
        }
    }

    private Outcome outcome(BareProcessor.Result result, Outcome success) {
        return switch (result) {
            case BareProcessor.Result.Done _ -> success;
            case BareProcessor.Result.Failed(var failure) -> Runner.failed(recorder, failure);
            case BareProcessor.Result.Raised(ExceptionQueue.Raised raised) ->
                    new Outcome.Exception(
                            raised.vector(),
                            Math.max(raised.error(), 0),
                            new Gva(recorder.now().cpu().registers().cr2()),
                            new Gva(core.rip()));
        };
    }

    /// The one instruction of a step.
    private static String code(Step step, boolean longMode) {
        return switch (step) {
            case Step.Read read -> AgentProgram.load(read.bytes(), longMode);
            case Step.Write write -> AgentProgram.store(write.bytes(), longMode);
            case Step.Xchg _ -> AgentProgram.XCHG;
            case Step.LoadCr0 _ -> AgentProgram.MOV_TO_CR0;
            case Step.LoadCr3 _ -> AgentProgram.MOV_TO_CR3;
            case Step.LoadCr4 _ -> AgentProgram.MOV_TO_CR4;
            case Step.Invlpg _ -> AgentProgram.INVLPG;
            case Step.Wrmsr _ -> AgentProgram.WRMSR;
            case Step.Exec _, Step.Nop _ -> NOP;
            case Step.SetMemslot _, Step.DirtyLog _, Step.Poke _, Step.Discard _ ->
                    throw new IllegalArgumentException(step + " does not run the guest");
        };
    }
}
