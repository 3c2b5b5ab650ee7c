package shadewalk.lesson.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.play.Answer;
import shadewalk.lesson.play.Attempt;
import shadewalk.lesson.play.LessonPlayer;

class ProgressFileTest {

    private static final Path LESSON = Path.of("lessons", "020-the-two-level-walk.json");

    @Test
    void whatWasDoneIsThereTheNextDay(@TempDir Path folder) throws IOException {
        LessonPlayer today = player();
        today.go(1);
        today.answer(new Answer.Typed("1"));
        today.answer(new Answer.Typed("515"));
        today.forward();
        today.answer(new Answer.Picked("gfn1/e770"));
        new ProgressFile(folder.resolve("progress.json")).save(Progress.NONE.with(today));

        LessonPlayer tomorrow = player();
        var loaded = new ProgressFile(folder.resolve("progress.json")).load();
        assertNull(loaded.problem());
        loaded.progress().resume(tomorrow);
        assertEquals(2, tomorrow.index());
        assertEquals(today.answers(), tomorrow.answers());
        assertEquals(2, tomorrow.limit(), "the second question is still open");
    }

    @Test
    void nothingBegunAndABrokenFileAreBothABeginning(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("progress.json");
        assertEquals(new ProgressFile.Loaded(Progress.NONE, null), new ProgressFile(file).load());
        Files.writeString(file, "{\"format\": 1, \"lessons\": 7}");
        var loaded = new ProgressFile(file).load();
        assertEquals(Progress.NONE, loaded.progress());
        assertNotNull(loaded.problem());
        assertEquals("$.lessons", Objects.requireNonNull(loaded.problem()).path());
    }

    @Test
    void aLessonThatHasChangedLosesOnlyWhatItNoLongerAsks() {
        LessonPlayer player = player();
        Attempt done = new Attempt(List.of(new Answer.Typed("515")), true, false);
        player.resume(Map.of("cr3", done, "gone", done), "gone");
        assertEquals(0, player.index());
        assertEquals(Map.of("cr3", done), player.answers());
    }

    @Test
    void savingLeavesOneFileBehind(@TempDir Path folder) throws IOException {
        ProgressFile file = new ProgressFile(folder.resolve("deep").resolve("progress.json"));
        for (int i = 0; i < 20; i++) {
            file.save(Progress.NONE.with(player()));
        }
        try (var files = Files.list(folder.resolve("deep"))) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aLessonCanBeBegunAnew() {
        Progress progress = Progress.NONE.with(player());
        assertTrue(progress.lessons().containsKey("two-level-walk"));
        assertEquals(Progress.NONE, progress.without("two-level-walk"));
    }

    private static LessonPlayer player() {
        return Objects.requireNonNull(LessonPlayer.open(LessonFile.read(LESSON)).value());
    }
}
