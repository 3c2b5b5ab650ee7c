package shadewalk.lesson.homework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.Exercise;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.play.Answer;
import shadewalk.lesson.play.Attempt;
import shadewalk.lesson.play.LessonPlayer;

class GraderTest {

    private static final Glossary GLOSSARY = Glossary.load();
    private static final Grader GRADER = new Grader(GLOSSARY);
    private static final List<String> SPOILERS =
            List.of(
                    "",
                    "\"",
                    "0x11",
                    "-1",
                    "null",
                    "{",
                    "[]",
                    "\"chosen 99\"",
                    "ordered 1 1",
                    "\u0000");

    @Test
    void pointsAreForAnswersAndHalfPointsForSecondTries(@TempDir Path folder) throws IOException {
        LessonPlayer player = exercise(5);
        answerRightly(player);
        player.forward();
        player.answer(new Answer.Typed("1"));
        answerRightly(player);
        player.forward();
        player.reveal();
        Path file = folder.resolve("ann.json");
        Files.writeString(file, ResultFile.write(Result.of(player, "Ann")));

        Result read = Objects.requireNonNull(ResultFile.read(file).value());
        assertEquals(Result.of(player, "Ann"), read);
        Grade grade = GRADER.grade(read);
        assertEquals(new Grade("Ann", "walk-by-hand-5", Grade.Standing.GENUINE, 6, 1, 1, 1), grade);
        assertEquals("1.5", grade.pointWords());
        assertEquals(3, grade.open());
    }

    @Test
    void aResultOfAnotherExerciseIsDetected() {
        Result one = Result.of(exercise(5), "Ann");
        Result moved =
                new Result(
                        "Ann",
                        one.lesson(),
                        one.digest(),
                        new Exercise("walk-by-hand", 6),
                        one.finished(),
                        one.answers());
        assertEquals(Grade.Standing.OTHER_LESSON, GRADER.grade(moved).standing());
    }

    @Test
    void aResultThatCallsWrongAnswersRightIsDetected() {
        LessonPlayer player = exercise(5);
        Map<String, Attempt> answers = new LinkedHashMap<>();
        answers.put("pde", new Attempt(List.of(new Answer.Typed("1")), true, false));
        Result honest = Result.of(player, "Ann");
        Result altered =
                new Result(
                        "Ann", honest.lesson(), honest.digest(), honest.exercise(), true, answers);
        Grade grade = GRADER.grade(altered);
        assertEquals(Grade.Standing.ALTERED, grade.standing());
        assertEquals(0, grade.first());
    }

    @Test
    void aSpoiledResultIsAProblemAndNoCrash(@TempDir Path folder) throws IOException {
        LessonPlayer player = exercise(5);
        answerRightly(player);
        String good = ResultFile.write(Result.of(player, "Ann"));
        Path file = folder.resolve("ann.json");
        RandomGenerator random = new SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            int at = random.nextInt(good.length());
            int end = Math.min(good.length(), at + random.nextInt(12));
            String other = SPOILERS.get(random.nextInt(SPOILERS.size()));
            Files.writeString(file, good.substring(0, at) + other + good.substring(end));
            Read<Result> read = ResultFile.read(file);
            assertTrue(read.value() != null || !read.problems().isEmpty());
            if (read.value() != null) {
                assertNotNull(GRADER.grade(read.value()).standing());
            }
        }
    }

    @Test
    void aResultOfNoLessonIsUnknown() {
        Result none = new Result("Ann", "none", "0", null, true, Map.of());
        assertEquals(Grade.Standing.UNKNOWN, GRADER.grade(none).standing());
    }

    @Test
    void aSheetAsksAndASheetWithAnswersAnswers() {
        LessonPlayer player = exercise(5);
        String blank = SheetText.of(ExerciseSheet.of(player, false));
        String full = SheetText.of(ExerciseSheet.of(player, true));
        assertTrue(blank.lines().allMatch(line -> line.length() <= 72), blank);
        for (var judge : player.judges().values()) {
            assertFalse(blank.contains("Answer: " + judge.solution()), blank);
            assertTrue(full.contains("Answer: " + judge.solution()), full);
        }
    }

    private static LessonPlayer exercise(long seed) {
        Template template = Objects.requireNonNull(TemplateFile.named("walk-by-hand"));
        return Objects.requireNonNull(
                LessonPlayer.open(template.make(seed, GLOSSARY).file()).value());
    }

    private static void answerRightly(LessonPlayer player) {
        assertTrue(player.answer(player.judge().orElseThrow().right()).right());
    }
}
