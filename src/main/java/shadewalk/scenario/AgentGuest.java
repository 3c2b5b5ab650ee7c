package shadewalk.scenario;

import static shadewalk.text.Texts.PROBLEMS;

import shadewalk.bits.Hex;
import shadewalk.cpu.Core;
import shadewalk.cpu.Failure;
import shadewalk.cpu.Owner;
import shadewalk.cpu.Processor;
import shadewalk.mmu.Recorder;
import shadewalk.mmu.Vcpu;
import shadewalk.state.Outcome;

/// A guest that runs the scripted program: every step is real code, with all the fetches, pushes
/// and table reads of the processor around the one access that the step is about.
final class AgentGuest implements Guest {

    private final Agent agent;
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
        this.core = core;
        this.processor =
                new Processor(recorder, vcpu, core, owner, AgentProgram.tables(agent, mode));
        core.setRip(agent.gva().raw() + (started ? AgentProgram.BEHIND_OUT : AgentProgram.LOOP));
        core.set(Core.SP, agent.gva().raw() + AgentProgram.STACK_TOP);
    }

    @Override
    public void start() {
        runToLoop();
    }

    @Override
    public Outcome run(Step step) {
        AgentProgram.load(core, agent, step);
        runToLoop();
        return Guest.outcome(core, step);
    }

    private void runToLoop() {
        int port = processor.run();
        if (port != AgentProgram.PORT) {
            // Code that is not the program's own writes somewhere else.
            throw new Failure(
                    PROBLEMS.get("guest.port", Hex.prefixed(port)),
                    "exit_reason=2 suberror=0 rip=" + Hex.prefixed(core.rip()));
        }
    }
}
