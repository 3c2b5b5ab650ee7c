package shadewalk;

import java.util.List;
import java.util.Map;
import javafx.application.Application;
import shadewalk.cli.CommandLineMain;
import shadewalk.ui.ShadewalkApp;

/// Where the program starts. Without arguments it opens the window; with arguments it is a command
/// line. It is no `Application` itself, so that commands never wait for JavaFX.
public final class Main {

    private static final String NO_WINDOW =
            "No window can open here, so lesson 1 plays as text. A window needs a display"
                    + " (DISPLAY) and, on Debian, the packages libgtk-3-0 libgl1 libxtst6.";

    private Main() {}

    /// Ends the process with the command's exit code, or with 0 when the window is closed.
    public static void main(String[] args) {
        if (args.length > 0) {
            System.exit(CommandLineMain.run(args));
        }
        if (!hasDisplay(System.getProperty("os.name", ""), System.getenv())) {
            playAsText();
        }
        try {
            Application.launch(ShadewalkApp.class);
        } catch (UnsupportedOperationException toolkitDoesNotStart) {
            playAsText();
        }
    }

    private static void playAsText() {
        System.err.println(NO_WINDOW);
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
