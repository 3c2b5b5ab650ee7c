package shadewalk.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import shadewalk.export.page.TeacherFile;
import shadewalk.lesson.author.TeacherPage;

/// Prints what a teacher wants to know of a lesson.
@Command(name = "teach", mixinStandardHelpOptions = true)
final class TeachCommand extends TerminalCommand {

    @Parameters(paramLabel = "LESSON", descriptionKey = "LESSON")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private String lesson;

    @Mixin private OutFile out = new OutFile();

    @Override
    int run() throws IOException, Refused {
        TeacherPage page = TeacherPage.of(LessonArgument.player(lesson));
        Path file = out.name();
        out.write(to -> TeacherFile.write(page, file == null ? "" : file.toString(), to));
        return 0;
    }
}
