package shadewalk.state;

import java.util.List;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gva;

/// How a step ended.
public sealed interface Outcome {

    /// It was done.
    record Done() implements Outcome {}

    /// It was done and read `value`, `bytes` wide.
    record Value(long value, int bytes) implements Outcome {}

    /// The guest got an exception instead.
    ///
    /// @param error the error code, 0 for vectors without one
    @SuppressWarnings("AvoidCommonTypeNames") // what processors call it
    record Exception(int vector, long error, Gva cr2, Gva ip) implements Outcome {}

    /// The dirty log named these frames.
    record DirtyFrames(List<Gfn> gfns) implements Outcome {

        public DirtyFrames {
            gfns = List.copyOf(gfns);
        }
    }

    /// The host refused.
    ///
    /// @param what the call, as the marker names it
    /// @param errno the negative error number
    record Refused(String what, int errno) implements Outcome {}

    /// The virtual processor stopped for good.
    record Fatal(String reason) implements Outcome {}
}
