package shadewalk;

import static shadewalk.text.Texts.COMMANDS;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.Application;
import shadewalk.cli.CommandLineMain;
import shadewalk.lesson.settings.Home;
import shadewalk.lesson.settings.SettingsFile;
import shadewalk.ui.ShadewalkApp;

/// Where the program starts. Without arguments, or with a file to open, it opens the window; with
/// other arguments it is a command line. It is no `Application` itself, so that commands never wait
/// for JavaFX.
public final class Main {

    private Main() {}

    /// Ends the process with the command's exit code, or with 0 when the window is closed.
    public static void main(String[] said) {
        // Numbers have the digits of KVM and of the manuals everywhere, also in files.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        language(SettingsFile.in(Home.folder()), said)
                .ifPresent(language -> Locale.setDefault(Locale.Category.DISPLAY, language));
        String[] args = namesLanguage(said) ? Arrays.copyOfRange(said, 2, said.length) : said;
        if (args.length > 0 && !isFile(args)) {
            System.exit(CommandLineMain.run(args));
        }
        if (!hasDisplay(System.getProperty("os.name", ""), System.getenv())) {
            playAsText();
        }
        // JavaFX has the window; Java2D only draws pictures, for which it needs no display.
        System.setProperty("java.awt.headless", "true");
        try {
            Application.launch(ShadewalkApp.class, args);
        } catch (UnsupportedOperationException toolkitDoesNotStart) {
            playAsText();
        }
    }

    /// The language that `--language` names before everything else, or else the one that was chosen
    /// in the window; empty for the system's.
    static Optional<Locale> language(SettingsFile settings, String... said) {
        return (namesLanguage(said) ? Optional.of(said[1]) : settings.language())
                .map(Locale::forLanguageTag);
    }

    private static boolean namesLanguage(String... said) {
        return said.length >= 2 && said[0].equals("--language");
    }

    /// Whether all that is said is a file to open. A command is meant before a file of its name.
    static boolean isFile(String... args) {
        return args.length == 1 && !CommandLineMain.knows(args[0]) && new File(args[0]).isFile();
    }

    private static void playAsText() {
        System.err.println(COMMANDS.get("main.no-window"));
        System.exit(CommandLineMain.run("play"));
    }

    /// Only on Linux and its relatives can a session lack a display altogether.
    static boolean hasDisplay(String system, Map<String, String> environment) {
        if (system.startsWith("Windows") || system.startsWith("Mac")) {
            return true;
        }
        return List.of("DISPLAY", "WAYLAND_DISPLAY").stream()
                .anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
    }
}
