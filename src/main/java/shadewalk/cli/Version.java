package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import picocli.CommandLine.IVersionProvider;
import shadewalk.glossary.Edition;

/// The version that the build wrote down.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {COMMANDS.get("version.shadewalk", Edition.version())};
    }
}
