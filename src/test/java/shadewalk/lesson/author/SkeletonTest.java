package shadewalk.lesson.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.play.LessonCheck;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Performance;
import shadewalk.lesson.play.Scene;
import shadewalk.state.MmuEvent;

class SkeletonTest {

    private static final Glossary GLOSSARY = Glossary.load();

    @Test
    void aNewLessonIsValidAsItIs() {
        for (String title : List.of("A first look", "?", "Ä".repeat(60), "x".repeat(60))) {
            var file = LessonFile.parse(Skeleton.of(title));
            assertEquals(List.of(), LessonCheck.check(file, GLOSSARY), title);
        }
    }

    /// What a lesson does, written down as a machine and steps, does the same.
    @Test
    void aMachineAndItsStepsBecomeALessonThatDoesTheSame() throws IOException {
        for (Path file : lessons()) {
            Performance played = performance(LessonFile.read(file));
            Scene last = played.scenes().getLast();
            String text = Skeleton.of("Played", played.stage().machine(), last.trail());
            Read<Lesson> saved = LessonFile.parse(text);
            assertEquals(List.of(), LessonCheck.check(saved, GLOSSARY), file.toString());
            Scene again = performance(saved).scenes().getLast();
            assertEquals(lastEvents(last), lastEvents(again), file.toString());
        }
    }

    @Test
    void theTeachersPageHasEveryQuestionWithItsAnswer() throws IOException {
        for (Path file : lessons()) {
            LessonPlayer player = LessonPlayer.open(LessonFile.read(file)).value();
            assertNotNull(player);
            String page = TeacherPage.of(player).text();
            assertTrue(page.lines().allMatch(line -> line.length() <= 72), page);
            assertEquals(
                    player.questions(),
                    page.lines().filter(line -> line.startsWith("   Q: ")).count());
        }
    }

    private static List<MmuEvent> lastEvents(Scene scene) {
        List<MmuEvent> all = new ArrayList<>();
        for (int i = 0; i < scene.timeline().size(); i++) {
            all.add(scene.timeline().event(i));
        }
        return all;
    }

    private static Performance performance(Read<Lesson> file) {
        return Objects.requireNonNull(LessonPlayer.open(file).value()).performance();
    }

    private static List<Path> lessons() throws IOException {
        try (var files = Files.list(Path.of("lessons"))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }
}
