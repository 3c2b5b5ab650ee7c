package shadewalk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    record Bad(String setup, String ops, int line, String sentence) {
        static Bad setup(String setup, int line, String sentence) {
            return new Bad(setup, "", line, sentence);
        }

        static Bad step(String step, String sentence) {
            return new Bad("", step, 3, sentence);
        }

        String text() {
            return setup.isEmpty() ? "memslot 0 0x0 0x10000\nops\n" + ops : setup + "\nops\n" + ops;
        }
    }

    static Stream<Bad> badLines() {
        return Stream.of(
                Bad.setup("mode 33", 1, "'33' is no mode; write nonpaging, 32, pae or 64"),
                Bad.setup("cr0", 1, "'cr0' has 0 arguments; write it as 'cr0 V'"),
                Bad.setup("\ncr3 0x", 2, "'0x' is not a number; write 0x1f, 31 or 037"),
                Bad.setup("cr4 08", 1, "'08' is not a number of 64 bits; write 0x1f, 31 or 037"),
                Bad.setup(
                        "efer 0x10000000000000000",
                        1,
                        "'0x10000000000000000' is not a number of 64 bits; write 0x1f, 31 or 037"),
                Bad.setup(
                        "cr7 1",
                        1,
                        "there is no setup statement 'cr7'; steps stand after the line 'ops'"),
                Bad.setup(
                        "\u0000\u0001PNG",
                        1,
                        "there is no setup statement '??PNG'; steps stand after the line 'ops'"),
                Bad.setup(
                        "memslot 32 0 0x1000", 1, "the memslot's number is 32; it must be 0 to 31"),
                Bad.setup(
                        "memslot 0 0 0x1000 rw",
                        1,
                        "'rw' is no memslot flag; there are ro, log and thp"),
                Bad.setup(
                        "memslot 0 0 0x500000000",
                        1,
                        "a memslot of 0x500000000 bytes is too large; it may have up to"
                                + " 0x400000000 (16 GiB)"),
                Bad.setup(
                        "memslot 0 0 0",
                        1,
                        "memslot 0 has 0 bytes; there is nothing to delete yet"),
                Bad.setup(
                        "memslot 0 0x10 0x1000",
                        1,
                        "memslot 0 does not consist of whole pages; make address and size"
                                + " multiples of 0x1000"),
                Bad.setup(
                        "memslot 0 0 0x1000\nmemslot 0 0x1000 0x1000",
                        2,
                        "memslot 0 is set up twice; use another number"),
                Bad.setup(
                        "memslot 0 0 0x2000\nmemslot 1 0x1000 0x1000",
                        2,
                        "memslots 0 and 1 overlap; move one"),
                Bad.setup(
                        "memslot 0 0 0x2000\nagent 0x1000 0x1000",
                        3,
                        "the agent's three pages at 0x1000 lie in no memslot; add one for them"),
                Bad.setup(
                        "mem32 0x1000 1",
                        1,
                        "guest physical address 0x1000 lies in no memslot; put a memslot line"
                                + " that covers it before"),
                Bad.setup(
                        "memslot 0 0 0x2000\nmem64 0x1ff8 1 2",
                        2,
                        "guest physical address 0x2000 lies in no memslot; put a memslot line"
                                + " that covers it before"),
                Bad.setup(
                        "mem32 0 0x100000000",
                        1,
                        "the value 0x100000000 has more than 32 bits; use mem64"),
                Bad.setup(
                        "mmupages 63",
                        1,
                        "the limit on shadow pages is 63; it must be 64 to 16777216"),
                Bad.setup(
                        "memslot 0 0xfffffffffffff000 0x2000",
                        1,
                        "memslot 0 ends beyond the 52 bits of a physical address; move it down"),
                Bad.setup(
                        "watch 0x1000 0",
                        1,
                        "watches have 1 byte to 1 GiB together; make this one smaller"),
                Bad.setup(
                        "watch 0 0x20000000\nwatch 0 0x20000001",
                        2,
                        "watches have 1 byte to 1 GiB together; make this one smaller"),
                Bad.setup(
                        "watch 0xfffffffffffff000 0x2000",
                        1,
                        "the watch ends beyond the 52 bits of a physical address; move it down"),
                Bad.setup(
                        "watch 0 1\n".repeat(65).strip(),
                        65,
                        "there are more than 64 watches; join some"),
                Bad.step(
                        "jump 0x1000",
                        "there is no step 'jump'; the steps are read, write, xchg, exec, nop, cr0,"
                                + " cr3, cr4, wrmsr, invlpg, memslot, dirtylog, poke32, poke64 and"
                                + " discard"),
                Bad.step(
                        "mem32 0x1000 1",
                        "'mem32' sets the machine up; put it before the line 'ops'"),
                Bad.step("read s", "'read' has 1 arguments; write it as 'read s|u|sac GVA [SIZE]'"),
                Bad.step("read k 0x1000", "'k' is no ring; write s, u or sac"),
                Bad.step("read s 0x1000 3", "the size is 3; it must be 1, 2, 4 or 8"),
                Bad.step("read s 0x1000 16", "the size is 16; it must be 1 to 8"),
                Bad.step(
                        "write s 0x1000 1 8",
                        "only ring 0 in mode 64 accesses 8 bytes; use 1, 2 or 4 here"),
                Bad.step(
                        "invlpg 0x100000000",
                        "the address 0x100000000 has more than 32 bits; only mode 64 has wider"
                                + " ones"),
                Bad.step(
                        "cr3 0x100000000",
                        "the value 0x100000000 has more than 32 bits; only mode 64 has wider"
                                + " ones"),
                Bad.step(
                        "xchg s 0 0x100000000",
                        "the value 0x100000000 has more than the 32 bits of an xchg"),
                Bad.step(
                        "memslot 0 0x0 0x400000",
                        "memslot 0 cannot grow beyond the 0x200000 bytes it began with; use"
                                + " another number"),
                Bad.step("discard 0 0", "a discard of 0 bytes does nothing; give its size"));
    }

    @ParameterizedTest
    @MethodSource("badLines")
    void aBadLineGetsItsSentence(Bad bad) {
        var problem =
                assertThrows(
                        ScenarioProblem.class, () -> ScenarioText.parse("bad.scn", bad.text()));
        assertEquals("bad.scn:" + bad.line() + ": " + bad.sentence(), problem.at("bad.scn"));
    }

    @Test
    void noTextBreaksTheReader() {
        String[] words = {
            "memslot",
            "watch",
            "mem32",
            "mem64",
            "agent",
            "ops",
            "read",
            "write",
            "s",
            "u",
            "0",
            "-1",
            "0x1000",
            "0xffffffffffffffff",
            "99999999999999999999",
            "#",
            "mode",
            "64",
            "ro",
            "mmupages",
            "discard",
            "poke64",
            "\u0000",
            "\u00fc",
            ""
        };
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("memslot 0 0 0x10000\n");
            for (int k = random.nextInt(12); k > 0; k--) {
                text.append(words[random.nextInt(words.length)]);
                text.append(random.nextInt(4) == 0 ? '\n' : ' ');
            }
            try {
                ScenarioText.parse("random.scn", text + "\nops\n").machine().initialState();
                read++;
            } catch (ScenarioProblem problem) {
                assertTrue(problem.line() > 0, text.toString());
            }
        }
        assertTrue(read > 100, "only " + read + " were readable");
    }

    @Test
    void aFileWithoutOpsSaysWhatIsMissing() {
        var problem =
                assertThrows(ScenarioProblem.class, () -> ScenarioText.parse("a.scn", "mode 32\n"));
        assertEquals(
                "a.scn:1: the file ends without the line 'ops', after which the steps stand",
                problem.at("a.scn"));
    }

    @Test
    void aHugeFileIsRefusedWithoutReadingItAll(@TempDir Path folder) throws IOException {
        Path huge = folder.resolve("huge.scn");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(200 << 20);
        }
        assertEquals(
                "the file has more than 32 MiB, which no scenario needs; split it", sentence(huge));
    }

    @Test
    void whatIsNoFileGetsASentence(@TempDir Path folder) throws IOException {
        assertEquals("this is a folder; name a scenario file in it", sentence(folder));
        assertEquals(
                "there is no such file; check its name", sentence(folder.resolve("absent.scn")));
        Path empty = Files.createFile(folder.resolve("empty.scn"));
        assertEquals(
                "the file ends without the line 'ops', after which the steps stand",
                sentence(empty));
    }

    private static String sentence(Path file) {
        return String.valueOf(
                assertThrows(ScenarioProblem.class, () -> ScenarioText.read(file)).getMessage());
    }
}
