package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shadewalk.export.page.SheetFile;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.file.WholeFile;
import shadewalk.lesson.homework.Template;
import shadewalk.lesson.homework.TemplateFile;
import shadewalk.lesson.play.LessonPlayer;

/// Makes a numbered exercise from a template.
@Command(name = "homework", mixinStandardHelpOptions = true)
final class HomeworkCommand extends TerminalCommand {

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
    int run() throws IOException, Refused {
        if (template == null) {
            list();
            return 0;
        }
        Template read = Refused.unless(template, TemplateFile.read(template));
        Template.Made made = read.make(seed, Glossary.load());
        LessonPlayer player = Refused.unless(template, LessonPlayer.open(made.file()));
        if (out.name() != null || sheet == null && answers == null) {
            out.write(to -> to.write(made.text().getBytes(StandardCharsets.UTF_8)));
        }
        if (sheet != null) {
            out.write(sheet, sheet(player, false, sheet));
        }
        if (answers != null) {
            out.write(answers, sheet(player, true, answers));
        }
        return 0;
    }

    private void list() throws Refused {
        if (!spec.commandLine().getParseResult().matchedOptions().isEmpty()) {
            throw Refused.words(COMMANDS.get("homework-command.options-for-exercise"));
        }
        for (String name : TemplateFile.BUNDLED) {
            Template one = Objects.requireNonNull(TemplateFile.named(name), name);
            out().printf("%-18s %s%n", name, one.title());
        }
    }

    private static WholeFile.Content sheet(LessonPlayer player, boolean full, Path file) {
        return to -> SheetFile.write(player, full, file.toString(), to);
    }
}
