package shadewalk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shadewalk.bits.Hex;
import shadewalk.export.scene.Slide;
import shadewalk.read.ask.WriteAnswer;
import shadewalk.x86.Gpa;

/// What a reviewer asks is answered in full, as wide as a mail.
class AskCommandTest {

    private static final Path ANSWERS = Path.of("src/test/resources/ask");
    private static final String PROMPT = "$ shadewalk ask ";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"touches", "walk", "twin", "role", "who", "what-if", "facts"})
    void answersInFull(String question) throws Exception {
        Path file = ANSWERS.resolve(question + ".txt");
        List<String> asked =
                Files.readString(file)
                        .lines()
                        .filter(line -> line.startsWith(PROMPT))
                        .map(line -> line.substring(PROMPT.length()))
                        .toList();
        StringBuilder told = new StringBuilder();
        for (String words : asked) {
            told.append(told.isEmpty() ? "" : "\n").append(PROMPT).append(words).append('\n');
            told.append(answer(words));
        }
        assertEquals(Files.readString(file), told.toString());
        assertTrue(told.toString().lines().allMatch(line -> line.length() <= 72), told::toString);
    }

    private String answer(String words) {
        out.getBuffer().setLength(0);
        assertEquals(0, run(("ask " + words).split(" ")), () -> words + ": " + err);
        return out.toString();
    }

    @Test
    void saysWhatTheSheetOfTheWindowSays() throws Exception {
        Slide step = Played.open("060").steps().get(2);
        String sheet =
                String.join("\n", WriteAnswer.of(step.view().moment().state(), new Gpa(0x1004), 4));

        assertTrue(answer("060 --step 3 touches 0x1004 --gpa").endsWith("\n" + sheet + "\n"));
    }

    @Test
    void aThingIsWrittenAsThePicturesWriteItOrAsLessonsDo() {
        String id = answer("040 bits sp4/spte1");
        assertEquals(id, answer("040 bits sp4[1]"));
        assertEquals(id, answer("040 bits spte pte here"));
        assertEquals(answer("040 walk here"), answer("040 walk 0xc0801234"));
    }

    @Test
    void anOldPointerThatStillCountsIsTold(@TempDir Path folder) throws Exception {
        Path scenario = folder.resolve("pae.scn");
        Files.writeString(
                scenario,
                """
                mode pae
                cr0 0x80010011
                cr3 0x1000
                cr4 0x20
                memslot 0 0 0x100000
                mem64 0x1000 0x2001
                mem64 0x2000 0x3007
                mem64 0x3008 0x9007
                ops
                read s 0x1000
                poke64 0x1000 0x4001
                read s 0x1000
                """);

        String walk = answer(scenario + " walk " + Hex.prefixed(0x1000));

        assertTrue(walk.contains("    [0] gfn 2"), walk);
        assertTrue(
                walk.contains(
                        """
                        PDPTE 0 counts as it was when it was loaded with CR3: 0x2001. Memory
                        holds 0x4001 now, which counts from the next load of CR3.
                        """),
                walk);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    060 --step 3 who sp99         | 2 | try another --step
                    060 --step 44 who sp4         | 2 | steps are 1 to 10
                    060 who qwe                   | 2 | write gfn1/e770, sp3 or sp3/spte17
                    060 huh sp4                   | 2 | ask touches, walk, twin
                    060 walk sp4 --size 4         | 2 | --size is for touches
                    060 touches gfn1/e1 --size 3  | 2 | choose 1, 2, 4 or 8
                    060 what-if gfn5/e1           | 2 | write gfn1/e770 R/W
                    060 --step 1 walk sp9         | 2 | write an address such as
                    no-such-lesson who sp4        | 1 | no-such-lesson
                    """)
    void saysWhatIsWrongAndHowToMendIt(String words, int exit, String cure) {
        assertEquals(exit, run(("ask " + words).split(" ")));
        assertTrue(err.toString().contains(cure), err::toString);
    }

    private int run(String... args) {
        return CommandLineMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
