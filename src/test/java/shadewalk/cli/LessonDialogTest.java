package shadewalk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.play.LessonPlayer;

class LessonDialogTest {

    private static final Path LESSON = Path.of("lessons", "020-the-two-level-walk.json");

    @Test
    void aQuestionIsAskedUntilItIsAnswered() throws IOException {
        LessonPlayer player = player();
        String said = say(player, "\n5\n?\n515\ngpte pte here\n\n\n\n1\n\n\n");
        assertTrue(said.contains("No. That is the middle part of the address."), said);
        assertTrue(
                said.contains("Each entry of the directory stands for 4 MiB of addresses."), said);
        assertEquals(player.size() - 1, player.index());
        assertTrue(player.isFree());
    }

    @Test
    void nothingOfTheFutureIsToldBeforeTheAnswer() throws IOException {
        LessonPlayer player = player();
        String said = say(player, "\n5\n");
        assertEquals(1, player.index());
        assertFalse(said.contains("515"), said);
    }

    @Test
    void whoGivesUpIsTold() throws IOException {
        assertTrue(say(player(), "\n!\n").contains("The answer: 515"));
    }

    @Test
    void whatIsNoNumberIsNoTry() throws IOException {
        LessonPlayer player = player();
        String said = say(player, "\nfive\n");
        assertTrue(said.contains("Type a number, such as 770 or 0x302."), said);
        assertEquals(List.of(), player.attempt(1).given());
    }

    @Test
    void whoKeepsMissingIsRemindedOfHelp() throws IOException {
        String help = "\"?\" gives a hint, \"!\" the answer.";
        assertEquals(2, say(player(), "\n5\n").split(Pattern.quote(help), -1).length);
        assertEquals(3, say(player(), "\n5\n6\n").split(Pattern.quote(help), -1).length);
    }

    @Test
    void whoStopsIsToldWhatIsLeft() throws IOException {
        LessonPlayer player = player();
        String said = say(player, "\n515\n").replaceAll("\\s+", " ");
        String left =
                "ends at step 3 of %d, with 1 of %d questions answered."
                        .formatted(player.size(), player.questions());
        assertTrue(said.contains(left), said);
    }

    private static String say(LessonPlayer player, String typed) throws IOException {
        StringWriter said = new StringWriter();
        new LessonDialog(player, new BufferedReader(new StringReader(typed)), new PrintWriter(said))
                .run();
        return said.toString();
    }

    private static LessonPlayer player() {
        return Objects.requireNonNull(LessonPlayer.open(LessonFile.read(LESSON)).value());
    }
}
