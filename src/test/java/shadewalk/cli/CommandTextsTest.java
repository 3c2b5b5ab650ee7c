package shadewalk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import shadewalk.text.Texts;

/// What the commands say of themselves.
class CommandTextsTest {

    @Test
    void noTextIsOfACommandOrAnOptionThatIsGone() {
        Set<String> names = new TreeSet<>();
        gather(CommandLineMain.commandLine(), names);
        Set<String> left = new TreeSet<>(Texts.COMMANDS.bundle().keySet());
        left.removeIf(key -> !key.startsWith("shadewalk.") && key.contains("."));
        left.removeIf(
                key -> names.contains(key.replaceFirst("\\.usage\\.description(\\.\\d+)?$", "")));
        assertEquals(Set.of(), left);
    }

    private static void gather(CommandLine line, Set<String> names) {
        CommandSpec spec = line.getCommandSpec();
        String command = spec.qualifiedName(".");
        names.add(command);
        Stream.concat(spec.options().stream(), spec.positionalParameters().stream())
                .forEach(argument -> {
                    names.add(key(argument));
                    names.add(command + "." + key(argument));
                });
        line.getSubcommands().values().forEach(each -> gather(each, names));
    }

    private static String key(ArgSpec argument) {
        if (argument.descriptionKey() != null && !argument.descriptionKey().isEmpty()) {
            return argument.descriptionKey();
        }
        return argument instanceof OptionSpec option
                ? option.longestName().replaceFirst("^-+", "")
                : argument.paramLabel();
    }
}
