package shadewalk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shadewalk.state.Memslot;
import shadewalk.state.Registers;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;

class ScenarioTextTest {

    private static final String SMALL =
            """
            # a supervisor read
            mode 32
            cr3 0x00001000
            memslot 0 0x0 0x01000000   # all there is
            memslot 1 0x02000000 010000 ro log thp
            agent 0xffc00000 0xf00000
            mem32 0x00001004 0x00002007 4294967295
            watch 0x1000 0xf000

            ops
            read s 0x00401000
            write u 0x00401ffc 0x12 1
              memslot 1   0x02000000 0
            """;

    @Test
    void setupMakesTheMachineAndOpsMakeTheSteps() throws ScenarioProblem {
        var gva = new Gva(0x401000);
        assertEquals(
                new Scenario(
                        "small.scn",
                        new Machine(
                                Mode.PT32,
                                0x8001_0011L,
                                0x1000,
                                0,
                                0,
                                List.of(
                                        new Memslot(0, new Gfn(0), 0x1000, false, false, false),
                                        new Memslot(1, new Gfn(0x2000), 1, true, true, true)),
                                List.of(
                                        new MemoryWord(new Gpa(0x1004), 4, 0x2007),
                                        new MemoryWord(new Gpa(0x1008), 4, 0xffff_ffffL)),
                                new Agent(new Gva(0xffc0_0000L), new Gpa(0xf0_0000)),
                                List.of(new Watch(new Gpa(0x1000), 0xf000)),
                                0,
                                Machine.MMIO_VALUE,
                                true,
                                true),
                        List.of(
                                new Step.Read(Step.Ring.SUPERVISOR, gva, 4),
                                new Step.Write(Step.Ring.USER, new Gva(0x401ffc), 0x12, 1),
                                new Step.SetMemslot(
                                        1,
                                        new Gpa(0x200_0000),
                                        0,
                                        false,
                                        false,
                                        false,
                                        "  memslot 1   0x02000000 0"))),
                ScenarioText.parse("small.scn", SMALL));
    }

    @Test
    void aWrittenScenarioReadsTheSame() throws ScenarioProblem {
        var every =
                """
                mode 64
                cr0 0x80010011
                cr3 0x0000000000021fe0
                cr4 0xb0
                efer 0xd00
                mmupages 64
                mmioval 0x5
                memslot 0 0x0 0x1000000 thp
                agent 0xffffcde7f89fd000 0xf00000
                mem32 0x00001080 0x00000001 0x00000002
                mem64 0x00001088 0x8000000000000001
                watch 0x1000 0x1000
                nostats
                noshadow
                ops
                read sac 0x0000000000401000 8
                write u 0xffff800000401000 0x1234 2
                xchg s 0x0000000000401000 0x00000001
                exec u 0x0000000000401000
                nop s
                cr0 0x0000000080010011
                cr3 0x0000000000022000
                cr4 0x00000000000000a0
                wrmsr 0xc0000080 0x500
                invlpg 0x0000000000401000
                memslot 2 0x3000000 0x10000 ro
                dirtylog 2
                poke32 0x00001080 0x00000003
                poke64 0x00001080 0x0000000000000003
                discard 0x00002000 0x1000
                """;
        assertEquals(every, ScenarioWriter.write(ScenarioText.parse("every.scn", every)));
    }

    @Test
    void wordsHaveAsManyDigitsAsTheModesAddresses() {
        Step step = new Step.Write(Step.Ring.SUPERVISOR_AC, new Gva(0x1000), 0xab, 2);
        assertEquals("write sac gva=0x00001000 size=2 value=0x00ab", step.words(Mode.PAE));
        assertEquals("write sac gva=0x0000000000001000 size=2 value=0x00ab", step.words(Mode.LONG));
        assertEquals("cr3 value=0x00001000", new Step.LoadCr3(0x1000).words(Mode.NONPAGING));
        assertEquals(
                "wrmsr msr=0xc0000080 value=0x500",
                new Step.Wrmsr(0xc000_0080L, 0x500).words(Mode.LONG));
        assertEquals(
                "poke64 gpa=0x00001080 value=0x3",
                new Step.Poke(new Gpa(0x1080), 8, 3).words(Mode.PT32));
    }

    @Test
    void aPaeGuestStartsWithItsPointersLoaded() throws ScenarioProblem {
        var text =
                """
                mode pae
                cr3 0x1fe0
                cr4 0x20
                memslot 0 0x0 0x100000
                mem64 0x1fe0 0x2001 0x3001 0x0 0x5001
                ops
                """;
        assertEquals(List.of(0x2001L, 0x3001L, 0L, 0x5001L), pdptrs(text));
        assertEquals(Registers.NO_PDPTRS, pdptrs(text.replace("0x3001", "0x3003")));
        assertEquals(Registers.NO_PDPTRS, pdptrs(text.replace("cr3 0x1fe0", "cr3 0x200000")));
    }

    private static List<Long> pdptrs(String text) throws ScenarioProblem {
        Machine machine = ScenarioText.parse("pae.scn", text).machine();
        return machine.initialState().cpu().registers().pdptrs();
    }
}
