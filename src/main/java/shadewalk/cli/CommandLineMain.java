package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The root command. Each subcommand is a class beside this one.
@Command(
        name = "shadewalk",
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
            AskCommand.class,
            ExportCommand.class,
            HandoutCommand.class
        })
public final class CommandLineMain {

    /// Only named to `--help`: the door takes it off before any word is said.
    @SuppressWarnings("UnusedVariable") // picocli lists it
    @Option(names = "--language", paramLabel = "TAG")
    private @Nullable String language;

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
        return new CommandLine(new CommandLineMain())
                .setResourceBundle(COMMANDS.bundle())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
