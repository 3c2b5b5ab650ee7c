package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.homework.Result;
import shadewalk.lesson.homework.ResultFile;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.MachineBuilder;
import shadewalk.lesson.play.Performance;

/// Plays a lesson as text.
@Command(name = "play", mixinStandardHelpOptions = true)
final class PlayCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

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
    private String name = "";

    @Override
    public Integer call() throws IOException {
        if (result != null && !ask) {
            err().println(COMMANDS.get("play-command.result-holds-answers"));
            return 2;
        }
        if (step != null && ask) {
            err().println(COMMANDS.get("play-command.ask-plays-whole"));
            return 2;
        }
        LessonFile file = LessonArgument.read(lesson == null ? "" : lesson);
        if (ask) {
            return ask(file);
        }
        if (file.lesson() == null) {
            return failed(file.problems());
        }
        MachineBuilder.Built built =
                MachineBuilder.build(file.lesson().machine(), file.lesson().places());
        if (built.stage() == null) {
            return failed(built.problems());
        }
        Performance performance = Performance.of(file.lesson(), built.stage());
        int last = performance.scenes().size();
        if (step != null && (step < 1 || step > last)) {
            err().println(COMMANDS.get("play-command.there-no-step", step, last));
            return 2;
        }
        PrintWriter out = spec.commandLine().getOut();
        LessonPrinter printer = new LessonPrinter(out);
        if (step == null) {
            printer.print(performance);
        } else {
            printer.print(performance.scenes().get(step - 1));
        }
        out.flush();
        return failed(performance.problems());
    }

    /// Whether the result may be written is known before the first question, not after the last.
    private int ask(LessonFile lessonFile) throws IOException {
        Optional<String> obstacle =
                Optional.ofNullable(result).flatMap(file -> OutFile.obstacle(file, force));
        if (obstacle.isPresent()) {
            return failed(obstacle.get());
        }
        LessonPlayer.Opened opened = LessonPlayer.open(lessonFile);
        LessonPlayer player = opened.player();
        if (player == null) {
            return failed(opened.problems());
        }
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintWriter out = spec.commandLine().getOut();
        new LessonDialog(player, in, out).run();
        out.flush();
        if (result == null) {
            return 0;
        }
        byte[] text = ResultFile.write(Result.of(player, name)).getBytes(StandardCharsets.UTF_8);
        return OutFile.problem(result, to -> to.write(text), force).map(this::failed).orElse(0);
    }

    private int failed(String sentence) {
        err().println(sentence);
        return 1;
    }

    private int failed(List<Problem> problems) {
        String what = lesson == null ? COMMANDS.get("play-command.lesson") : lesson;
        problems.forEach(problem -> err().println(what + ":" + problem));
        return problems.isEmpty() ? 0 : 1;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
