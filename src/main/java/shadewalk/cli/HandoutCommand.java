package shadewalk.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import shadewalk.export.page.Handout;
import shadewalk.lesson.play.LessonPlayer;

/// Writes a lesson as a web page.
@Command(name = "handout", mixinStandardHelpOptions = true)
final class HandoutCommand implements Callable<Integer> {

    @Parameters(paramLabel = "LESSON", descriptionKey = "LESSON")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private String lesson;

    @Mixin private OutFile out = new OutFile();

    @Override
    public Integer call() throws IOException {
        LessonPlayer.Opened opened = LessonPlayer.open(LessonArgument.read(lesson));
        LessonPlayer player = opened.player();
        if (player == null) {
            opened.problems().forEach(problem -> out.failed(lesson + ":" + problem));
            return 1;
        }
        return out.write(to -> Handout.write(player, to));
    }
}
