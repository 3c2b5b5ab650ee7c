package shadewalk.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BundledLessonsTest {

    @Test
    void everyLessonOfTheFolderIsPackedInOrder() throws IOException {
        try (var files = Files.list(Path.of("lessons"))) {
            var expected =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".json"))
                            .sorted()
                            .toList();
            assertEquals(expected, BundledLessons.names());
        }
    }
}
