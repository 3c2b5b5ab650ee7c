package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shadewalk.export.scene.Slide;
import shadewalk.text.Columns;

/// Answers a question about a moment as text for a mail, with the words of the window.
@Command(name = "ask", mixinStandardHelpOptions = true)
final class AskCommand extends TerminalCommand {

    private static final Set<Integer> SIZES = Set.of(1, 2, 4, 8);

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "FILE")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private String file;

    @Parameters(
            index = "1",
            paramLabel = "QUESTION",
            descriptionKey = "QUESTION",
            converter = AskWord.Reader.class)
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private AskWord question;

    @Parameters(index = "2..*", arity = "1..*", paramLabel = "THING", descriptionKey = "THING")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private List<String> words;

    @Option(names = "--step", paramLabel = "N")
    private @Nullable Integer step;

    @Option(names = "--gpa")
    private boolean physical;

    @Option(names = "--size", paramLabel = "BYTES")
    private @Nullable Integer size;

    @Override
    int run() throws IOException, Refused {
        refuseIdle();
        Played played = Played.open(file);
        int index = -1;
        if (step != null) {
            played.require(step, step);
            index = step - played.first();
        }
        Slide slide = index < 0 ? played.usual() : played.steps().get(index);
        Asked asked = new Asked(slide, played.moment(index), String.join(" ", words));
        print(slide.caption(), answer(asked));
        return 0;
    }

    /// No option does nothing, and each is one.
    private void refuseIdle() throws Refused {
        if (question != AskWord.TOUCHES && (physical || size != null)) {
            throw Refused.words(
                    COMMANDS.get(
                            "ask-command.idle", physical ? "--gpa" : "--size", question.word()));
        }
        if (size != null && !SIZES.contains(size)) {
            throw Refused.words(COMMANDS.get("ask-command.size", size));
        }
    }

    private List<String> answer(Asked asked) throws Refused {
        return switch (question) {
            case TOUCHES -> asked.touches(physical, Optional.ofNullable(size));
            case WALK -> asked.walk();
            case BITS -> asked.bits();
            case WHAT_IF -> asked.whatIf();
            case TWIN -> asked.known(asked.answers()::twin);
            case ROLE -> asked.known(asked.answers()::role);
            case WHO -> asked.known(asked.answers()::who);
            case PARENTS -> asked.known(asked.answers()::parents);
            case RMAP -> asked.known(asked.answers()::rmap);
            case ABOUT -> asked.known(asked.answers()::about);
        };
    }

    private void print(String where, List<String> answer) {
        Columns.of(where).forEach(out()::println);
        out().println();
        answer.forEach(out()::println);
    }
}
