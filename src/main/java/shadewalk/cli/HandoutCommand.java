package shadewalk.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import shadewalk.export.page.Handout;
import shadewalk.lesson.play.LessonPlayer;

/// Writes a lesson as a web page.
@Command(name = "handout", mixinStandardHelpOptions = true)
final class HandoutCommand extends TerminalCommand {

    @Parameters(paramLabel = "LESSON", descriptionKey = "LESSON")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private String lesson;

    @Mixin private OutFile out = new OutFile();

    @Override
    int run() throws IOException, Refused {
        LessonPlayer player = LessonArgument.player(lesson);
        out.write(to -> Handout.write(player, to));
        return 0;
    }
}
