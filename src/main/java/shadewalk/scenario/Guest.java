package shadewalk.scenario;

import shadewalk.cpu.Core;
import shadewalk.cpu.Processor;
import shadewalk.mmu.Recorder;
import shadewalk.state.MmuEvent;
import shadewalk.state.Outcome;
import shadewalk.x86.Gva;

/// A guest program: how a step is done by the guest.
interface Guest {

    Outcome start();

    Outcome run(Step step);

    /// The virtual machine has failed: says so in the record.
    static Outcome failed(Recorder recorder, Processor.Failure failure) {
        recorder.emit(new MmuEvent.RunFailed(failure.kernelWords()));
        return new Outcome.Fatal(failure.reason());
    }

    /// What the registers of the scripted guest say about a step that is over.
    static Outcome outcome(Core core, Step next) {
        long mark = core.get(Core.SI, 4);
        if (mark != 0) {
            return new Outcome.Exception(
                    (int) (mark & 0xff),
                    core.get(Core.CX, 4),
                    new Gva(core.get(Core.BX)),
                    new Gva(core.get(Core.DX)));
        }
        return switch (next) {
            case Step.Read read ->
                    new Outcome.Value(core.get(Core.AX, 8) & mask(read.bytes()), read.bytes());
            case Step.Xchg _ -> new Outcome.Value(core.get(Core.AX, 4), 4);
            default -> new Outcome.Done();
        };
    }

    private static long mask(int bytes) {
        return bytes == 8 ? -1L : (1L << bytes * 8) - 1;
    }
}
