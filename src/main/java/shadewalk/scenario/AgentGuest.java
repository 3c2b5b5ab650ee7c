package shadewalk.scenario;

import static shadewalk.text.Texts.PROBLEMS;

import shadewalk.bits.Hex;
import shadewalk.cpu.Core;
import shadewalk.cpu.Owner;
import shadewalk.cpu.Processor;
import shadewalk.mmu.Recorder;
import shadewalk.mmu.Vcpu;
import shadewalk.state.Outcome;

/// A guest that runs the scripted program: every step is real code, with all the fetches, pushes
/// and table reads of the processor around the one access that the step is about.
final class AgentGuest implements Guest {

    private final Agent agent;
    private final Recorder recorder;
    private final Core core;
    private final Processor processor;

    /// @param started whether the guest waits in its loop already
    AgentGuest(
            Agent agent,
            Mode mode,
            Recorder recorder,
            Vcpu vcpu,
            Core core,
            Owner owner,
            boolean started) {
        this.agent = agent;
        this.recorder = recorder;
        this.core = core;
        this.processor =
                new Processor(recorder, vcpu, core, owner, AgentProgram.tables(agent, mode));
        core.setRip(agent.gva().raw() + (started ? AgentProgram.BEHIND_OUT : AgentProgram.LOOP));
        core.set(Core.SP, agent.gva().raw() + AgentProgram.STACK_TOP);
    }

    @Override
    public Outcome start() {
        return runTo(new Outcome.Done());
    }

    @Override
    public Outcome run(Step step) {
        AgentProgram.load(core, agent, step);
        Outcome failed = runTo(new Outcome.Done());
        return failed instanceof Outcome.Fatal ? failed : Guest.outcome(core, step);
    }

    private Outcome runTo(Outcome success) {
        return switch (processor.run()) {
            case Processor.Exit.PortWrite(var port) ->
                    port == AgentProgram.PORT ? success : Guest.failed(recorder, unknown(port));
            case Processor.Exit.Failed(var failure) -> Guest.failed(recorder, failure);
        };
    }

    /// Code that is not the program's own writes somewhere else.
    private Processor.Failure unknown(int port) {
        return new Processor.Failure(
                PROBLEMS.get("guest.port", Hex.prefixed(port)),
                "exit_reason=2 suberror=0 rip=" + Hex.prefixed(core.rip()));
    }
}
