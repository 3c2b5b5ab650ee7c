package shadewalk.cli;

import picocli.CommandLine.Command;
import shadewalk.lesson.file.LessonFile;

/// Prints the JSON Schema of lesson files.
@Command(name = "schema", mixinStandardHelpOptions = true)
final class SchemaCommand extends TerminalCommand {

    @Override
    int run() throws Refused {
        out().print(LessonFile.schema());
        return 0;
    }
}
