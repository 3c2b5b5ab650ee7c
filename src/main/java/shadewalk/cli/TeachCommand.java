package shadewalk.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import shadewalk.export.page.TeacherFile;
import shadewalk.lesson.author.TeacherPage;
import shadewalk.lesson.play.LessonPlayer;

/// Prints what a teacher wants to know of a lesson.
@Command(name = "teach", mixinStandardHelpOptions = true)
final class TeachCommand implements Callable<Integer> {

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
        TeacherPage page = TeacherPage.of(player);
        Path file = out.name();
        return out.write(to -> TeacherFile.write(page, file == null ? "" : file.toString(), to));
    }
}
