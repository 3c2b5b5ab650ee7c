package shadewalk.mmu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shadewalk.state.Memslot;
import shadewalk.state.Memslots;
import shadewalk.state.MmuEvent;
import shadewalk.state.Registers;
import shadewalk.state.Start;
import shadewalk.x86.Gfn;

/// Device entries keep 19 bits of the memslot generation. A quarter of a million changes of
/// memslots later they begin anew.
class GenerationTest {

    private static final Memslot SLOT = slot(false);

    /// As recorded from a kernel: with two memslots set up at the start, the switch of a dirty log
    /// that makes the generation 2^19 zaps everything, and neither the one before nor the one after
    /// does.
    @Test
    void everythingGoesWhenTheKeptGenerationBeginsAnew() {
        Memslots almost = new Memslots(List.of(SLOT), (1 << 19) - 4);
        Registers registers = new Registers(0x11, 0, 0, 0, 0, Registers.NO_PDPTRS);
        List<MmuEvent> events = new ArrayList<>();
        Recorder recorder =
                new Recorder(
                        new Start(almost).state(registers, 64), (_, event) -> events.add(event));
        Vm vm = new Vm(recorder, true);
        List<Boolean> zapped = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            events.clear();
            assertEquals(0, vm.set(slot(i % 2 == 0)));
            zapped.add(events.stream().anyMatch(e -> e instanceof MmuEvent.AllZappedFast));
        }
        assertEquals(List.of(false, true, false), zapped);
        assertEquals((1 << 19) + 2, recorder.now().slots().generation());
    }

    private static Memslot slot(boolean log) {
        return new Memslot(0, new Gfn(0), 16, false, log, false);
    }
}
