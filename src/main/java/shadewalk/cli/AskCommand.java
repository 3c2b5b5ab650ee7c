package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shadewalk.export.scene.Slide;
import shadewalk.text.Columns;

/// Answers a question about a moment as text for a mail, with the words of the window.
@Command(name = "ask", mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {

    private static final Set<Integer> SIZES = Set.of(1, 2, 4, 8);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "FILE")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private String file;

    @Parameters(
            index = "1",
            paramLabel = "QUESTION",
            descriptionKey = "QUESTION",
            converter = Question.Reader.class)
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Question question;

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
    public Integer call() throws IOException {
        Optional<String> idle = idle();
        if (idle.isPresent()) {
            return say(idle.get(), 2);
        }
        try {
            Played played = Played.open(file);
            int index = step == null ? -1 : step - played.first();
            if (step != null && (index < 0 || index >= played.steps().size())) {
                int last = played.first() + played.steps().size() - 1;
                return say(
                        COMMANDS.get("export-command.there-no-step", step, played.first(), last),
                        2);
            }
            Slide slide = index < 0 ? played.usual() : played.steps().get(index);
            Asked asked = new Asked(slide, played.moment(index), String.join(" ", words));
            print(slide.caption(), answer(asked));
            return 0;
        } catch (Played.Unplayable why) {
            return say(String.valueOf(why.getMessage()), 1);
        } catch (Asked.Unclear why) {
            return say(String.valueOf(why.getMessage()), 2);
        }
    }

    /// The option that would do nothing, or is none, as a sentence.
    private Optional<String> idle() {
        if (question != Question.TOUCHES && (physical || size != null)) {
            return Optional.of(
                    COMMANDS.get(
                            "ask-command.idle", physical ? "--gpa" : "--size", question.word()));
        }
        return size != null && !SIZES.contains(size)
                ? Optional.of(COMMANDS.get("ask-command.size", size))
                : Optional.empty();
    }

    private List<String> answer(Asked asked) throws Asked.Unclear {
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
        PrintWriter out = spec.commandLine().getOut();
        Columns.of(where).forEach(out::println);
        out.println();
        answer.forEach(out::println);
        out.flush();
    }

    private int say(String sentence, int exit) {
        spec.commandLine().getErr().println(sentence);
        return exit;
    }
}
