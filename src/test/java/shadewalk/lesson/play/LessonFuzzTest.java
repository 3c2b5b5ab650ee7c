package shadewalk.lesson.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import shadewalk.export.scene.PictureCheck;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.json.Problem;

/// Lesson files with mistakes of all kinds: whatever one holds, there is an answer in time and
/// never an exception.
///
/// `mvn test -Dtest=LessonFuzzTest -Dfuzz.files=100000 -Dfuzz.seed=1` tries more of them.
class LessonFuzzTest {

    private static final int FILES = Integer.getInteger("fuzz.files", 400);
    private static final long SEED = Long.getLong("fuzz.seed", 20_220_615L);
    private static final Duration LIMIT = Duration.ofSeconds(2);

    /// A file that took too long or ended in an exception.
    private record Failure(int number, String what, String text) {}

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void nothingInALessonFileIsTooMuch() throws IOException {
        List<String> lessons = lessons();
        Glossary glossary = Glossary.load();
        List<Failure> failures =
                IntStream.range(0, FILES)
                        .parallel()
                        .mapToObj(number -> failure(number, mutated(number, lessons), glossary))
                        .filter(failure -> !failure.what().isEmpty())
                        .toList();
        for (Failure failure : failures) {
            Files.writeString(
                    Path.of("target", "fuzz-" + failure.number() + ".json"), failure.text());
        }
        assertEquals(
                List.of(),
                failures.stream().map(f -> f.number() + ": " + f.what()).toList(),
                "the files are in target; seed " + SEED);
        long good =
                IntStream.range(0, Math.min(FILES, 200))
                        .filter(n -> LessonFile.parse(mutated(n, lessons)).value() != null)
                        .count();
        assertTrue(good > 20, "mutations must get past the shapes as well: " + good);
    }

    private static Failure failure(int number, String text, Glossary glossary) {
        long start = System.nanoTime();
        try {
            List<Problem> problems = PictureCheck.check(LessonFile.parse(text), glossary);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            boolean tooLong = took.compareTo(LIMIT) > 0;
            boolean engine =
                    problems.stream()
                            .anyMatch(p -> p.sentence().contains("engine cannot play this"));
            String what = tooLong ? "took " + took : engine ? problems.toString() : "";
            return new Failure(number, what, what.isEmpty() ? "" : text);
        } catch (RuntimeException | StackOverflowError e) {
            return new Failure(number, String.valueOf(e), text);
        }
    }

    private static String mutated(int number, List<String> lessons) {
        RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + number);
        String text = lessons.get(random.nextInt(lessons.size()));
        String other = lessons.get(random.nextInt(lessons.size()));
        int mistakes = 1 + random.nextInt(4);
        for (int i = 0; i < mistakes; i++) {
            text = Mutation.apply(text, other, random);
        }
        return text;
    }

    private static List<String> lessons() throws IOException {
        List<String> lessons = new ArrayList<>();
        try (var files = Files.list(Path.of("lessons"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                lessons.add(Files.readString(file));
            }
        }
        return lessons;
    }
}
