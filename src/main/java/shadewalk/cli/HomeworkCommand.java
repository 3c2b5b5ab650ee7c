package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shadewalk.export.page.SheetFile;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.file.WholeFile;
import shadewalk.lesson.homework.Template;
import shadewalk.lesson.homework.TemplateFile;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.play.LessonPlayer;

/// Makes a numbered exercise from a template.
@Command(name = "homework", mixinStandardHelpOptions = true)
final class HomeworkCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "TEMPLATE", descriptionKey = "TEMPLATE", arity = "0..1")
    private @Nullable String template;

    @Option(names = "--seed", paramLabel = "N")
    private long seed = 1;

    @Mixin private OutFile out = new OutFile();

    @Option(names = "--sheet", paramLabel = "FILE")
    private @Nullable Path sheet;

    @Option(names = "--answers", paramLabel = "FILE")
    private @Nullable Path answers;

    @Override
    public Integer call() throws IOException {
        if (template == null) {
            return spec.commandLine().getParseResult().matchedOptions().isEmpty()
                    ? list()
                    : out.misused(COMMANDS.get("homework-command.options-for-exercise"));
        }
        Read<Template> file = TemplateFile.read(template);
        Template read = file.value();
        if (read == null) {
            return failed(file.problems());
        }
        Template.Made made = read.make(seed, Glossary.load());
        LessonPlayer player = LessonPlayer.open(made.file()).player();
        if (player == null) {
            return failed(made.file().problems());
        }
        return write(made, player);
    }

    private int list() {
        PrintWriter print = spec.commandLine().getOut();
        for (String name : TemplateFile.BUNDLED) {
            Template one = Objects.requireNonNull(TemplateFile.named(name), name);
            print.printf("%-18s %s%n", name, one.title());
        }
        return 0;
    }

    /// Stops at the first file that cannot be written.
    private int write(Template.Made made, LessonPlayer player) {
        boolean sheets = sheet != null || answers != null;
        int exit = out.name() == null && sheets ? 0 : out.write(text(made.text()));
        if (exit == 0 && sheet != null) {
            exit = out.write(sheet, sheet(player, false, sheet));
        }
        if (exit == 0 && answers != null) {
            exit = out.write(answers, sheet(player, true, answers));
        }
        return exit;
    }

    private static WholeFile.Content sheet(LessonPlayer player, boolean full, Path file) {
        return to -> SheetFile.write(player, full, file.toString(), to);
    }

    private static WholeFile.Content text(String text) {
        return to -> to.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private int failed(List<Problem> problems) {
        PrintWriter err = spec.commandLine().getErr();
        problems.forEach(problem -> err.println(template + ":" + problem));
        return 1;
    }
}
