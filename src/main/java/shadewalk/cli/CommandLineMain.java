package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The root command. Each subcommand is a class beside this one.
@Command(
        name = "shadewalk",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class CommandLineMain {

    private static final List<Class<?>> SUBCOMMANDS =
            List.of(
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
                    HandoutCommand.class);

    /// Only named to `--help`: the door takes it off before any word is said.
    @SuppressWarnings("UnusedVariable") // picocli lists it
    @Option(names = "--language", paramLabel = "TAG")
    private @Nullable String language;

    CommandLineMain() {}

    /// Runs one command and returns its exit code: 0 done, 1 the input is wrong, 2 the words are.
    public static int run(String... args) {
        return commandLine(args).execute(args);
    }

    /// Whether a word is the name of a command.
    public static boolean knows(String word) {
        return SUBCOMMANDS.stream().anyMatch(command -> isCalled(command, word));
    }

    /// The commands, with words taken in any case. It takes longer to look at all of them than to
    /// play a lesson, so they are there only where none of them is called.
    static CommandLine commandLine(String... args) {
        CommandLine line = new CommandLine(new CommandLineMain());
        Stream<Class<?>> called =
                args.length > 0 && knows(args[0])
                        ? SUBCOMMANDS.stream().filter(command -> isCalled(command, args[0]))
                        : SUBCOMMANDS.stream();
        called.forEach(line::addSubcommand);
        return line.setResourceBundle(COMMANDS.bundle()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static boolean isCalled(Class<?> command, String word) {
        return command.getAnnotation(Command.class).name().equals(word);
    }
}
