package shadewalk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shadewalk.trace.TraceWriter;

/// Whatever a guest does, a step comes to an end.
class EndlessGuestTest {

    private static final String MACHINE =
            """
            mode 32
            cr3 0x1000
            memslot 0 0x0 0x01000000
            agent 0xffc00000 0xf00000
            mem32 0x1000 0x00005067
            mem32 0x1ffc 0x00003067
            mem32 0x3000 0x00f00063 %s 0x00f02067
            mem32 0x5000 0x00010067
            mem32 0x10000 0x0000feeb
            ops
            """;

    @Test
    void aJumpToItselfIsGivenUp() throws ScenarioProblem {
        assertEquals(
                "fatal 1: KVM_RUN errno=4 rip=0x0",
                fatal(MACHINE.formatted("0x00f01063") + "exec s 0x0\n"));
    }

    /// The stack is a device: the fault that is to be delivered comes again and again.
    @Test
    void aFaultThatCannotBeDeliveredIsGivenUp() throws ScenarioProblem {
        assertEquals(
                "fatal 1: KVM_RUN errno=4 rip=0xffc00010",
                fatal(MACHINE.formatted("0x03000063") + "read s 0x400000\n"));
    }

    private static String fatal(String text) throws ScenarioProblem {
        List<String> lines = new ArrayList<>();
        TraceWriter.run(ScenarioText.parse("endless.scn", text), lines::add);
        return lines.stream().filter(line -> line.startsWith("fatal")).findFirst().orElse("none");
    }
}
