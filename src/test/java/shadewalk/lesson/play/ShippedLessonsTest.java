package shadewalk.lesson.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.Question;
import shadewalk.lesson.Stop;
import shadewalk.lesson.file.LessonFile;

/// What a lesson that comes with the program has beyond being true.
class ShippedLessonsTest {

    @Test
    void aLessonHasSixToTwelveStepsWithFactsOnEach() throws IOException {
        for (Lesson lesson : lessons()) {
            int steps = lesson.stops().size();
            assertTrue(steps >= 6 && steps <= 12, lesson.id() + " has " + steps + " steps");
            for (Stop stop : lesson.stops()) {
                assertFalse(stop.facts().isEmpty(), lesson.id() + ", " + stop.id());
            }
        }
    }

    @Test
    void aLessonAsksForPredictionsAndShowsWhatElseCouldBe() throws IOException {
        for (Lesson lesson : lessons()) {
            List<Question> questions =
                    lesson.stops().stream().map(Stop::question).filter(Objects::nonNull).toList();
            assertTrue(questions.size() >= 2, lesson.id());
            assertTrue(lesson.stops().stream().anyMatch(Stop::whatIf), lesson.id());
            assertTrue(lesson.stops().stream().anyMatch(s -> !s.figure().isEmpty()), lesson.id());
            for (Question question : questions) {
                assertFalse(question.hints().isEmpty(), lesson.id() + ": " + question.ask());
            }
        }
    }

    @Test
    void theLastStepAsksNothing() throws IOException {
        for (Lesson lesson : lessons()) {
            assertNull(
                    lesson.stops().getLast().question(),
                    lesson.id() + " ends with free play and not with a question");
        }
    }

    @Test
    void aLessonBuildsOnLessonsBeforeIt() throws IOException {
        Set<String> before = new HashSet<>();
        for (Lesson lesson : lessons()) {
            assertTrue(
                    before.containsAll(lesson.needs()), lesson.id() + " needs " + lesson.needs());
            assertTrue(before.add(lesson.id()), lesson.id() + " is there twice");
            assertFalse(lesson.teaching().misconceptions().isEmpty(), lesson.id());
        }
    }

    @Test
    void figuresHaveNamesOfTheirOwn() throws IOException {
        List<String> figures = new ArrayList<>();
        for (Lesson lesson : lessons()) {
            lesson.stops().stream()
                    .map(Stop::figure)
                    .filter(f -> !f.isEmpty())
                    .forEach(figures::add);
        }
        assertEquals(figures.stream().distinct().toList(), figures);
    }

    private static List<Lesson> lessons() throws IOException {
        List<Lesson> lessons = new ArrayList<>();
        try (var files = Files.list(Path.of("lessons"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                lessons.add(Objects.requireNonNull(LessonFile.read(file).value(), file.toString()));
            }
        }
        return lessons;
    }
}
