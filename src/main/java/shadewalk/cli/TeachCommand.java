package shadewalk.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shadewalk.lesson.author.TeacherPage;
import shadewalk.lesson.play.LessonPlayer;

/// Prints what a teacher wants to know of a lesson.
@Command(
        name = "teach",
        description = "Prints a lesson's page for the teacher, with every answer.",
        mixinStandardHelpOptions = true)
final class TeachCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(
            paramLabel = "LESSON",
            description = "a lesson file, or the name of a lesson that comes with the program")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private String lesson;

    @Override
    public Integer call() throws IOException {
        LessonPlayer.Opened opened = LessonPlayer.open(LessonArgument.read(lesson));
        LessonPlayer player = opened.player();
        if (player == null) {
            opened.problems().forEach(p -> spec.commandLine().getErr().println(lesson + ":" + p));
            return 1;
        }
        spec.commandLine().getOut().print(TeacherPage.of(player));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
