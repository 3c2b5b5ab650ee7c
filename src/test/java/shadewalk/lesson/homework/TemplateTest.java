package shadewalk.lesson.homework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.play.Judge;
import shadewalk.lesson.play.LessonPlayer;

class TemplateTest {

    private static final Glossary GLOSSARY = Glossary.load();

    static List<String> names() {
        return TemplateFile.BUNDLED;
    }

    @ParameterizedTest
    @MethodSource("names")
    void everySeedMakesAGoodExercise(String name) {
        Template template = template(name);
        for (long seed = 0; seed < 60; seed++) {
            Template.Made made = template.make(seed, GLOSSARY);
            assertEquals(List.of(), made.file().problems(), name + " " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void seedsMakeDifferentExercises(String name) {
        Set<List<String>> answers = new HashSet<>();
        for (long seed = 0; seed < 30; seed++) {
            answers.add(solutions(template(name).make(seed, GLOSSARY).file()));
        }
        assertTrue(answers.size() >= 4, name + " has only " + answers);
    }

    @Test
    void aSeedMakesTheSameExerciseForEver() {
        Template template = template("walk-by-hand");
        Template.Made made = template.make(17, GLOSSARY);
        assertEquals(made.text(), template.make(17, GLOSSARY).text());
        assertNotEquals(made.text(), template.make(18, GLOSSARY).text());
        assertEquals(List.of("755", "541", "0x9b41b8", "2", "487", "1"), solutions(made.file()));
    }

    @Test
    void aTemplateThatNeverMakesALessonSaysWhy() {
        Template good = template("walk-by-hand");
        var broken = good.lesson().deepCopy().getAsJsonObject();
        broken.addProperty("title", "");
        Template bad = new Template("bad", "bad", good.draws(), broken);
        var problems = bad.make(1, GLOSSARY).file().problems();
        assertEquals("$.title", problems.getFirst().path());
    }

    private static List<String> solutions(Read<Lesson> file) {
        LessonPlayer player = Objects.requireNonNull(LessonPlayer.open(file).value());
        List<String> solutions = new ArrayList<>();
        for (int i = 0; i < player.size(); i++) {
            player.go(i);
            player.judge().map(Judge::solution).ifPresent(solutions::add);
            player.reveal();
        }
        return solutions;
    }

    private static Template template(String name) {
        return Objects.requireNonNull(TemplateFile.read(name).value(), name);
    }
}
