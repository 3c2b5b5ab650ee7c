package shadewalk.lesson.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shadewalk.lesson.json.Read;
import shadewalk.read.Picture;
import shadewalk.read.View;
import shadewalk.scenario.FreePlay;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;
import shadewalk.scenario.Step;
import shadewalk.x86.Gva;

/// A session comes back from its file with every branch, event for event.
class SessionFileTest {

    private static final String MACHINE =
            """
            mode 32
            cr0 0x80010011
            cr3 0x1000
            memslot 0 0 0x100000
            mem32 0x1004 0x2007
            mem32 0x2004 0x10007
            ops
            """;

    @Test
    void comesBackAsItWas() throws ScenarioProblem {
        FreePlay play = new FreePlay(ScenarioText.parse("s", MACHINE).machine(), "main");
        play.run(0, new Step.Read(Step.Ring.USER, new Gva(0x40_1000), 4));
        int middle = play.branch(0).timeline().size() - 3;
        int other = play.fork(0, middle, "a write instead");
        play.run(other, new Step.Write(Step.Ring.SUPERVISOR, new Gva(0x40_1000), 5, 2));
        View view =
                View.of(Picture.WALK, play.branch(other).timeline(), middle, new Gva(0))
                        .selecting("sp3/spte1");
        String text = SessionFile.write(new SavedSession(play, other, view));

        SavedSession back = SessionFile.parse(text).value();

        assertNotNull(back);
        assertEquals(text, SessionFile.write(back));
        var mine = play.branch(other).timeline();
        var theirs = back.play().branch(other).timeline();
        assertEquals(mine.size(), theirs.size());
        assertEquals(mine.at(mine.size()), theirs.at(theirs.size()));
    }

    /// Guest memory of 1 MiB, each word of it given, makes a file of 2 MiB.
    @Test
    void comesBackFromALongFile(@TempDir Path folder) throws ScenarioProblem, IOException {
        StringBuilder machine = new StringBuilder("mode nonpaging\nmemslot 0 0 0x100000\n");
        for (int gpa = 0; gpa < 0x10_0000; gpa += 4) {
            machine.append("mem32 %#x %#x\n".formatted(gpa, 0x1234_0000 + gpa));
        }
        FreePlay play = new FreePlay(ScenarioText.parse("s", machine + "ops\n").machine(), "main");
        String text = SessionFile.write(new SavedSession(play, 0, 0));
        Path file = Files.writeString(folder.resolve("long.json"), text);

        Read<SavedSession> back = SessionFile.read(file);

        assertTrue(Files.size(file) > 2 << 20, () -> "only " + text.length());
        assertEquals(List.of(), back.problems());
        assertEquals(text, SessionFile.write(Objects.requireNonNull(back.value())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "steps":["read x 0x1000"] | $.branches[0] | step 0, "read x 0x1000"
                    "steps":[],"from":0       | $.branches[0] | the first branch left no other
                    "steps":[],"colour":1     | $.branches[0].colour | colour
                    """)
    void namesWhatIsWrong(String branch, String path, String words) {
        String text =
                """
                {"shadewalk":"session","version":1,"machine":"%s",
                 "branches":[{"name":"main",%s}]}
                """
                        .formatted(MACHINE.replace("\n", "\\n"), branch);

        Read<SavedSession> file = SessionFile.parse(text);

        assertEquals(List.of(path), file.problems().stream().map(p -> p.path()).toList());
        assertTrue(file.problems().getFirst().sentence().contains(words), file::toString);
    }
}
