package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shadewalk.bits.Hex;
import shadewalk.scenario.Runner;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.Step;
import shadewalk.scenario.StepReader;
import shadewalk.scenario.Timeline;
import shadewalk.state.Outcome;

/// One run of a lesson's machine: actions go in as the lesson writes them, and a timeline grows.
final class Run {

    /// What a first action may be: the guest starts, and that is shown.
    static final String START = "start";

    private static final long MAX_DISCARD = 64L << 20;
    private static final Pattern VALUE = Pattern.compile("\\{\\{([^{}]*)}}");

    private final Stage stage;
    private final Runner runner;
    private final StepReader reader;
    private final List<Step> trail = new ArrayList<>();
    private boolean started;

    /// A run in which the guest has not started yet.
    Run(Stage stage) {
        this(stage, new Runner(stage.machine()));
    }

    private Run(Stage stage, Runner runner) {
        this.stage = stage;
        this.runner = runner;
        this.reader = new StepReader(stage.machine());
    }

    /// A run that goes on where a scene ends.
    static Run behind(Scene scene) {
        Stage stage = scene.moment().stage();
        Run run = new Run(stage, Runner.fork(stage.machine(), scene.timeline(), scene.to()));
        run.started = true;
        run.trail.addAll(scene.trail());
        return run;
    }

    /// A run in which the guest has started and done these steps.
    static Run after(Stage stage, List<Step> steps) throws Unresolved {
        Run run = new Run(stage);
        run.start();
        for (Step step : steps) {
            run.perform(step);
        }
        return run;
    }

    void start() throws Unresolved {
        if (started) {
            throw new Unresolved(PROBLEMS.get("run.guest-has-started"));
        }
        started = true;
        guarded(runner::start);
    }

    /// Does what an action of the lesson says.
    ///
    /// @param from the position at which the stop began
    void act(String action, int from) throws Unresolved {
        if (runner.isOver()) {
            throw new Unresolved(PROBLEMS.get("run.virtual-machine-has"));
        }
        if (action.equals(START)) {
            start();
            return;
        }
        Step step = step(action, from);
        if (step instanceof Step.Discard discard && discard.bytes() > MAX_DISCARD) {
            throw new Unresolved(PROBLEMS.get("run.lesson-discards-at"));
        }
        perform(step);
    }

    private void perform(Step step) throws Unresolved {
        guarded(() -> runner.run(step));
        trail.add(step);
    }

    /// A lesson is not trusted, and the engine is no judge of lessons: what it cannot play is the
    /// lesson's problem and not the program's end.
    private static void guarded(Supplier<Outcome> work) throws Unresolved {
        try {
            var _ = work.get();
        } catch (RuntimeException e) {
            throw new Unresolved(PROBLEMS.get("run.engine-cannot-play", e));
        }
    }

    private Step step(String action, int from) throws Unresolved {
        try {
            return reader.read(resolved(action, from));
        } catch (ScenarioProblem e) {
            throw new Unresolved(String.valueOf(e.getMessage()));
        }
    }

    /// The action with numbers in place of names and values.
    private String resolved(String action, int from) throws Unresolved {
        Stretch now = moment(from, size());
        StringBuilder plain = new StringBuilder();
        Matcher value = VALUE.matcher(action);
        int done = 0;
        while (value.find()) {
            plain.append(action, done, value.start());
            Value found = now.evaluate(value.group(1));
            if (found.number() == null) {
                throw new Unresolved(PROBLEMS.get("run.no-number-but", value.group(1), found));
            }
            plain.append(Hex.prefixed(found.number()));
            done = value.end();
        }
        return withoutNames(plain.append(action.substring(done)).toString());
    }

    private String withoutNames(String action) throws Unresolved {
        List<String> words = new ArrayList<>(Expressions.words(action));
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            boolean ring = i == 1 && List.of("s", "u", "sac").contains(word);
            if (!ring && (stage.names().has(Expressions.base(word)) || word.contains("+"))) {
                words.set(i, Hex.prefixed(stage.names().address(word)));
            }
        }
        return String.join(" ", words);
    }

    Stretch moment(int from, int to) {
        return new Stretch(stage, runner.timeline(), from, to);
    }

    Timeline timeline() {
        return runner.timeline();
    }

    int size() {
        return runner.timeline().size();
    }

    /// All steps done since the guest started.
    List<Step> trail() {
        return List.copyOf(trail);
    }
}
