package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.homework.Result;
import shadewalk.lesson.homework.ResultFile;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Performance;

/// Plays a lesson as text.
@Command(name = "play", mixinStandardHelpOptions = true)
final class PlayCommand extends TerminalCommand {

    @Parameters(paramLabel = "LESSON", descriptionKey = "LESSON", arity = "0..1")
    private @Nullable String lesson;

    @Option(names = "--step", paramLabel = "N")
    private @Nullable Integer step;

    @Option(names = "--ask")
    private boolean ask;

    @Option(names = "--result", paramLabel = "FILE")
    private @Nullable Path result;

    @Option(names = "--force")
    private boolean force;

    @Option(names = "--name", paramLabel = "NAME")
    private String learner = "";

    @Override
    int run() throws IOException, Refused {
        if (result != null && !ask) {
            throw Refused.words(COMMANDS.get("play-command.result-holds-answers"));
        }
        if (step != null && ask) {
            throw Refused.words(COMMANDS.get("play-command.ask-plays-whole"));
        }
        Read<Lesson> file = LessonArgument.read(lesson == null ? "" : lesson);
        if (ask) {
            ask(file);
        } else {
            tell(file);
        }
        return 0;
    }

    private void tell(Read<Lesson> file) throws Refused {
        Performance performance = Refused.unless(name(), file.then(Performance::of));
        int last = performance.scenes().size();
        if (step != null && (step < 1 || step > last)) {
            throw Refused.words(COMMANDS.get("play-command.there-no-step", step, last));
        }
        LessonPrinter printer = new LessonPrinter(out());
        if (step == null) {
            printer.print(performance);
        } else {
            printer.print(performance.scenes().get(step - 1));
        }
        if (!performance.problems().isEmpty()) {
            throw Refused.file(name(), performance.problems());
        }
    }

    /// Whether the result may be written is known before the first question, not after the last.
    private void ask(Read<Lesson> file) throws IOException, Refused {
        if (result != null) {
            OutFile.refuseObstacle(result, force);
        }
        LessonPlayer player = Refused.unless(name(), LessonPlayer.open(file));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        new LessonDialog(player, in, out()).run();
        if (result != null) {
            String text = ResultFile.write(Result.of(player, learner));
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            OutFile.write(result, to -> to.write(bytes), force);
        }
    }

    private String name() {
        return lesson == null ? COMMANDS.get("play-command.lesson") : lesson;
    }
}
