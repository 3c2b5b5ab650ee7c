package shadewalk.lesson.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.json.Read;

class LessonFileTest {

    @Test
    void thePublishedSchemaIsWrittenFromTheShapesTheReaderFollows() throws IOException {
        assertEquals(
                Files.readString(Path.of("resources", "lesson.schema.json")),
                LessonFile.schema(),
                "write it anew: shadewalk schema > resources/lesson.schema.json");
    }

    @Test
    void aFileThatCannotBeOpenedIsAProblem(@TempDir Path folder) {
        assertEquals(
                List.of("1:1 $: there is no such file; check its name"),
                problems(LessonFile.read(folder.resolve("none.json"))));
        assertEquals(
                List.of("1:1 $: this is a folder; name a lesson file in it"),
                problems(LessonFile.read(folder)));
    }

    @Test
    void aFileThatIsNoLessonSaysWhatItLacks() {
        var read = LessonFile.parse("{\"format\": 2, \"kernel\": \"7.2\"}");
        assertNull(read.value());
        assertEquals(
                List.of(
                        "1:12 $.format: 2 is out of range; write a whole number from 1 to 1",
                        "1:25 $.kernel: \"7.2\" is not known here; write one of \"6.1\"",
                        "1:1 $: a lesson needs \"id\": short and unique.",
                        "1:1 $: a lesson needs \"title\": what it is called.",
                        "1:1 $: a lesson needs \"language\": the language of its texts."),
                problems(read).subList(0, 5));
    }

    private static List<String> problems(Read<Lesson> file) {
        return file.problems().stream().map(Object::toString).toList();
    }
}
