package shadewalk.lesson.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shadewalk.export.scene.PictureCheck;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.Stop;
import shadewalk.lesson.homework.Grade;
import shadewalk.lesson.homework.Grader;
import shadewalk.lesson.homework.Result;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.play.LessonPlayer;

class TranslationTest {

    private static final Path SHIPPED = Path.of("lessons", "020-the-two-level-walk.json");

    @TempDir private Path folder = Path.of("");

    private Path lesson = Path.of("");
    private Path german = Path.of("");

    @BeforeEach
    void aLessonAndItsTexts() throws IOException {
        lesson = folder.resolve("walk.json");
        german = folder.resolve("walk.de.json");
        Files.copy(SHIPPED, lesson);
        try (InputStream stream = Files.newInputStream(lesson)) {
            Files.writeString(german, LessonFile.texts(stream, "de"));
        }
    }

    @Test
    void theTextsOfALessonAreATranslationToBeginWith() {
        assertEquals(List.of(), check(german));
        Lesson read = Objects.requireNonNull(LessonFile.read(lesson, "de").value());
        Lesson original = Objects.requireNonNull(LessonFile.read(lesson).value());
        assertEquals("de", read.language());
        assertEquals(original.stops(), read.stops());
    }

    @Test
    void translatedTextsTakeThePlaceOfTheOthers() throws IOException {
        change("\"title\": \"The two-level walk\"", "\"title\": \"Der Weg durch zwei Tabellen\"");
        change("CR3 says where to begin", "CR3 sagt, wo es anfängt");
        Lesson read = Objects.requireNonNull(LessonFile.read(lesson, "de").value());
        assertEquals("Der Weg durch zwei Tabellen", read.title());
        Stop stop = read.stops().get(1);
        assertEquals("CR3 sagt, wo es anfängt", stop.title());
        assertEquals(List.of(), check(german));
    }

    @Test
    void aValueThatIsLostATextThatIsMissingAndOneTooManyAreNamed() throws IOException {
        change("lies in guest frame {{gfn pd}}.", "lies in guest frame 1.");
        change("\"steps.pte.title\"", "\"steps.ptf.title\"");
        List<String> problems = check(german);
        assertEquals(3, problems.size(), problems::toString);
        assertTrue(
                problems.stream().anyMatch(p -> p.contains("did you mean \"steps.pte.title\"?")));
        assertTrue(problems.stream().anyMatch(p -> p.contains("\"steps.pte.title\" is missing")));
        assertTrue(problems.stream().anyMatch(p -> p.contains("double braces differ")));
    }

    @Test
    void aLearnerGetsTheLessonInTheirLanguageOrElseAsItWasWritten() throws IOException {
        assertEquals("de", language(LessonFile.open(german, "en")));
        assertEquals("de", language(LessonFile.open(lesson, "de")));
        assertEquals("en", language(LessonFile.open(lesson, "fr")));
        change("\"steps.pte.title\"", "\"steps.ptf.title\"");
        assertEquals("en", language(LessonFile.open(lesson, "de")));
    }

    @Test
    void aLessonStaysTheSameInEveryLanguage() throws IOException {
        change("\"title\": \"The two-level walk\"", "\"title\": \"Der Weg durch zwei Tabellen\"");
        Read<Lesson> read = LessonFile.read(lesson, "de");
        LessonPlayer player = Objects.requireNonNull(LessonPlayer.open(read).value());

        Grade grade = new Grader(Glossary.load()).grade(Result.of(player, "Ann"));

        assertEquals(Grade.Standing.GENUINE, grade.standing());
    }

    @Test
    void aLessonKnowsTheTranslationsBesideIt() throws IOException {
        Path broken = Files.writeString(folder.resolve("walk.pt-BR.json"), "{");
        Files.writeString(folder.resolve("walk2.de.json"), "{}");
        assertEquals(List.of(german, broken), LessonFile.translations(lesson));
        assertEquals(List.of(), LessonFile.translations(german));
        assertTrue(check(broken).getFirst().contains("1:"), check(broken)::toString);
    }

    private static String language(Read<Lesson> file) {
        return Objects.requireNonNull(file.value()).language();
    }

    @Test
    void withoutATranslationTheLessonStaysAsItIs() throws IOException {
        Files.delete(german);
        Lesson read = Objects.requireNonNull(LessonFile.read(lesson, "de").value());
        assertEquals("en", read.language());
    }

    private void change(String from, String to) throws IOException {
        String text = Files.readString(german);
        assertTrue(text.contains(from), from);
        Files.writeString(german, text.replace(from, to));
    }

    private static List<String> check(Path file) {
        return PictureCheck.check(file, Glossary.load()).stream().map(Object::toString).toList();
    }
}
