package shadewalk.scenario;

import shadewalk.cpu.Core;
import shadewalk.state.Outcome;
import shadewalk.x86.Gva;

/// A guest program: how a step is done by the guest. If that is the end of the guest, both methods
/// throw a [shadewalk.cpu.Failure].
interface Guest {

    void start();

    Outcome run(Step step);

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
