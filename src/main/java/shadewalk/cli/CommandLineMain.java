package shadewalk.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The root command. Each subcommand is a class beside this one.
@Command(
        name = "shadewalk",
        description =
                "Makes KVM shadow paging visible. Without arguments it opens the window, with"
                        + " a file as the only argument it opens that in the window.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PlayCommand.class,
            CheckCommand.class,
            SchemaCommand.class,
            ScenarioCommand.class,
            NewCommand.class,
            TeachCommand.class,
            TextsCommand.class,
            HomeworkCommand.class,
            GradeCommand.class,
            TraceCommand.class,
            CompareCommand.class,
            ExportCommand.class,
            HandoutCommand.class
        })
public final class CommandLineMain {

    CommandLineMain() {}

    /// Runs one command and returns its exit code: 0 done, 1 the input is wrong, 2 the words are.
    public static int run(String... args) {
        return commandLine().execute(args);
    }

    /// Whether a word is the name of a command.
    public static boolean knows(String word) {
        return commandLine().getSubcommands().containsKey(word);
    }

    /// The commands, with words taken in any case.
    static CommandLine commandLine() {
        return new CommandLine(new CommandLineMain()).setCaseInsensitiveEnumValuesAllowed(true);
    }
}
