package shadewalk.lesson.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.json.Read;

class LessonPlayerTest {

    private static final Path FIRST = Path.of("lessons", "020-the-two-level-walk.json");

    @TestFactory
    Stream<DynamicTest> everyShippedLessonIsPlayedForthAndBack() throws IOException {
        return shipped().map(file -> DynamicTest.dynamicTest(name(file), () -> forthAndBack(file)));
    }

    @TestFactory
    Stream<DynamicTest> everyQuestionIsAnsweredWronglyAndRightly() throws IOException {
        return shipped().map(file -> DynamicTest.dynamicTest(name(file), () -> answerAll(file)));
    }

    @Test
    void aQuestionHidesWhatComesAfterIt() {
        LessonPlayer player = open(FIRST);
        player.forward();
        assertEquals(1, player.index());
        player.forward();
        player.go(player.size() - 1);
        assertEquals(1, player.index(), "the question of the second step is open");
        assertFalse(player.answer(new Answer.Typed("5")).right());
        assertEquals(1, player.limit());
        assertTrue(player.answer(new Answer.Typed("0x203")).right());
        assertEquals(2, player.limit());
    }

    @Test
    void aWrongAnswerHearsWhatIsWrongAboutItself() {
        LessonPlayer player = open(FIRST);
        player.go(1);
        String table = player.answer(new Answer.Typed("5")).feedback();
        assertTrue(table.startsWith("That is the middle part"), table);
        String other = player.answer(new Answer.Typed("12345")).feedback();
        assertNotEquals(table, other);
        String nonsense = player.answer(new Answer.Typed("what?")).feedback();
        assertEquals(other, nonsense);
    }

    @Test
    void givingUpShowsTheAnswerAndOpensTheWay() {
        LessonPlayer player = open(FIRST);
        player.go(1);
        assertEquals("515", player.reveal());
        assertEquals(2, player.limit());
    }

    private static void forthAndBack(Path file) {
        LessonPlayer player = open(file);
        List<Object> forth =
                Stream.iterate(0, i -> i < player.size(), i -> i + 1)
                        .<Object>map(i -> stateAfterAnswering(player, i))
                        .toList();
        assertTrue(player.isFree());
        for (int i = player.size() - 1; i >= 0; i--) {
            player.go(i);
            Scene scene = player.scene();
            assertEquals(forth.get(i), scene.timeline().at(scene.to()));
        }
    }

    private static Object stateAfterAnswering(LessonPlayer player, int scene) {
        player.go(scene);
        assertEquals(scene, player.index());
        if (player.judge().isPresent()) {
            player.reveal();
        }
        return player.scene().moment().state();
    }

    private static void answerAll(Path file) {
        LessonPlayer player = open(file);
        int questions = 0;
        for (int i = 0; i < player.size(); i++) {
            player.go(i);
            if (player.judge().isPresent()) {
                questions++;
                answer(player, player.judge().get());
            }
        }
        assertTrue(questions > 0, "a lesson asks something");
    }

    private static void answer(LessonPlayer player, Judge judge) {
        int index = player.index();
        for (Answer wrong : wrongAnswers(judge)) {
            Verdict verdict = player.answer(wrong);
            assertFalse(verdict.right(), wrong::toString);
            assertFalse(verdict.feedback().isBlank(), wrong::toString);
            assertEquals(index, player.limit());
        }
        assertTrue(player.answer(judge.right()).right());
    }

    /// Those with feedback of their own, and one that nobody thought of.
    private static List<Answer> wrongAnswers(Judge judge) {
        Set<Answer> wrong = new LinkedHashSet<>(judge.known());
        wrong.remove(judge.right());
        boolean chosen = judge.right() instanceof Answer.Chosen;
        if (!chosen) {
            wrong.add(new Answer.Typed("nothing of the kind"));
        }
        return List.copyOf(wrong);
    }

    private static LessonPlayer open(Path file) {
        Read<LessonPlayer> opened = LessonPlayer.open(LessonFile.read(file));
        LessonPlayer player = opened.value();
        if (player == null) {
            throw new AssertionError(opened.problems());
        }
        return player;
    }

    private static Stream<Path> shipped() throws IOException {
        try (var files = Files.list(Path.of("lessons"))) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
