package shadewalk.lesson.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// README lists the expressions as the program knows them.
class ExpressionTableTest {

    private static final String HEAD = "| expression | what it comes to |";

    @Test
    void theTableInReadmeIsTheProgramsOwn() throws IOException {
        List<String> table =
                Files.readString(Path.of("README.md"))
                        .lines()
                        .dropWhile(line -> !line.equals(HEAD))
                        .takeWhile(line -> line.startsWith("|"))
                        .skip(3)
                        .toList();
        assertEquals(
                Expressions.ROWS.stream().map(ExpressionTableTest::line).toList(),
                table,
                "put the expected lines behind the first one, which is about addresses");
    }

    private static String line(Expressions.Row row) {
        String written = (row.word() + " " + row.needs()).strip();
        return "| `" + written + "` | " + row.words() + " |";
    }
}
