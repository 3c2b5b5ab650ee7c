package shadewalk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What cannot be read as a scenario gets a sentence that says where, what and how to mend it.
class BadScenarioTextTest {

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
