package shadewalk.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import shadewalk.lesson.BundledLessons;

/// Plays a lesson as text.
@Command(
        name = "play",
        description = "Plays a lesson as text; without a name, the first one.",
        mixinStandardHelpOptions = true)
final class PlayCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        var lessons = BundledLessons.names();
        if (lessons.isEmpty()) {
            err.println("No lesson is bundled with this build.");
            return 1;
        }
        return 0;
    }
}
