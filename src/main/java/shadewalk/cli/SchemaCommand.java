package shadewalk.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import shadewalk.lesson.file.LessonFile;

/// Prints the JSON Schema of lesson files.
@Command(name = "schema", mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(LessonFile.schema());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
