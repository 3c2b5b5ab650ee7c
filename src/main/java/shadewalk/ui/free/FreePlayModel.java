package shadewalk.ui.free;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import shadewalk.lesson.play.Challenge;
import shadewalk.lesson.play.Performance;
import shadewalk.lesson.play.Scene;
import shadewalk.lesson.session.PlayFile;
import shadewalk.lesson.session.SavedSession;
import shadewalk.lesson.session.SessionFile;
import shadewalk.read.Operations;
import shadewalk.read.Thing;
import shadewalk.read.View;
import shadewalk.read.differ.Difference;
import shadewalk.scenario.FreePlay;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.Step;
import shadewalk.scenario.StepReader;
import shadewalk.scenario.Timeline;
import shadewalk.state.State;
import shadewalk.text.Texts;
import shadewalk.ui.notice.Notices;
import shadewalk.ui.session.Player;
import shadewalk.ui.session.Session;

/// A machine to play with, and the branches that playing has left.
///
/// A step that is done in the middle of a run leaves the run there: it begins a new branch, and the
/// old one stays.
public final class FreePlayModel {

    /// The longest that the events of one step take at speed 1, in seconds.
    private static final double LONGEST = 8;

    private final Session session;
    private final Player player;
    private final PlayFile file;
    private final Executor background;
    private final Executor window;
    private final Notices notices;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Optional<FreePlay>> play =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper branch = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper steps = new ReadOnlyIntegerWrapper();
    private final Set<String> reached = new HashSet<>();
    private List<Challenge> challenges = List.of();
    private Optional<Scene> origin = Optional.empty();
    private Optional<Challenge> chosen = Optional.empty();
    private boolean begun;
    private boolean replaced;
    private boolean saving;
    private boolean again;
    private boolean failed;

    /// @param file where the play is kept as it goes on
    /// @param background where it is written
    /// @param window where the window's parts may be changed
    public FreePlayModel(
            Session session,
            Player player,
            PlayFile file,
            Notices notices,
            Texts texts,
            Executor background,
            Executor window) {
        this.session = session;
        this.player = player;
        this.file = file;
        this.notices = notices;
        this.texts = texts;
        this.background = background;
        this.window = window;
    }

    /// The play that was kept when the program ended last, if there is one.
    public Optional<Path> kept() {
        return file.kept();
    }

    /// Where that play lies by now: one that has begun since took its place.
    public Path keptLast() {
        return replaced ? file.before() : file.kept().orElse(file.before());
    }

    public ReadOnlyObjectProperty<Optional<FreePlay>> playProperty() {
        return play.getReadOnlyProperty();
    }

    /// The branch that is shown.
    public ReadOnlyIntegerProperty branchProperty() {
        return branch.getReadOnlyProperty();
    }

    /// Changes whenever something was done.
    public ReadOnlyIntegerProperty stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    /// What can be tried, of the lesson that was left for this play.
    public List<Challenge> challenges() {
        return challenges;
    }

    /// Whether an experiment was done since its lesson was left.
    public boolean isReached(Challenge challenge) {
        return reached.contains(challenge.experiment().id());
    }

    /// Whether this experiment was begun last.
    public boolean isChosen(Challenge challenge) {
        return chosen.filter(challenge::equals).isPresent();
    }

    /// Plays from where an experiment begins.
    public void begin(Challenge challenge) {
        chosen = Optional.of(challenge);
        goOnFrom(challenge.begins());
    }

    /// Takes up a session.
    public void open(SavedSession opened) {
        player.pause();
        begun = false;
        tryNothing();
        branch.set(opened.branch());
        session.open(opened.play().branch(opened.branch()).timeline(), opened.position());
        play.set(Optional.of(opened.play()));
        steps.set(steps.get() + 1);
    }

    private void tryNothing() {
        challenges = List.of();
        reached.clear();
        origin = Optional.empty();
        chosen = Optional.empty();
    }

    /// Goes on from where a lesson stands.
    public void goOnFrom(Performance performance, Scene scene) {
        tryNothing();
        challenges = performance.challenges();
        goOnFrom(scene);
    }

    private void goOnFrom(Scene scene) {
        player.pause();
        begun = false;
        origin = Optional.of(scene);
        FreePlay fresh =
                new FreePlay(
                        scene.moment().machine(),
                        scene.stop().title(),
                        scene.timeline(),
                        scene.to(),
                        scene.trail());
        branch.set(0);
        session.open(fresh.branch(0).timeline(), scene.to());
        play.set(Optional.of(fresh));
        steps.set(steps.get() + 1);
    }

    /// Begins with a fresh machine.
    public void begin(FreePlay fresh) {
        player.pause();
        begun = false;
        tryNothing();
        Timeline started = fresh.branch(0).timeline();
        branch.set(0);
        session.open(started, started.size());
        play.set(Optional.of(fresh));
        steps.set(steps.get() + 1);
        keep();
    }

    /// Leaves the branch where the learner stands; what is done next goes into a new one. While a
    /// step plays, that is at its end.
    public void fork() {
        play.get()
                .ifPresent(open -> {
                    int position = stand();
                    player.pause();
                    if (!roomToFork(open)) {
                        return;
                    }
                    branch.set(open.fork(branch.get(), position, name(open)));
                    session.replace(open.branch(branch.get()).timeline(), position);
                    steps.set(steps.get() + 1);
                    keep();
                });
    }

    /// The position at which something is done. Playing is only for the eye: a step that is still
    /// going by has been done.
    private int stand() {
        int position = session.position();
        Timeline shown = session.timeline();
        if (!player.playing() || position == shown.size()) {
            return position;
        }
        int step = shown.stepOf(position + 1);
        return step < 0 ? position : shown.stepEnd(step);
    }

    private boolean roomToFork(FreePlay open) {
        if (open.size() == FreePlay.MAX_BRANCHES) {
            notices.problem(texts.get("free.branches.full", FreePlay.MAX_BRANCHES));
            return false;
        }
        return true;
    }

    /// Gives a guest entry another value, as the guest would or, if it cannot, as the host would.
    public void write(Thing.GuestEntry entry, long value) {
        run(Operations.write(session.state(), entry, value));
    }

    /// Ends the play.
    public void close() {
        play.set(Optional.empty());
    }

    /// Does a step that was typed, `read s 0x401000`.
    ///
    /// @return whether it could be done
    public boolean run(String text) {
        if (play.get().isEmpty()) {
            return false;
        }
        FreePlay open = play.get().get();
        try {
            return run(open, new StepReader(open.machine()).read(text));
        } catch (ScenarioProblem problem) {
            notices.problem(String.valueOf(problem.getMessage()));
            return false;
        }
    }

    private boolean run(FreePlay open, Step step) {
        int position = stand();
        player.pause();
        boolean leaves = position < open.branch(branch.get()).timeline().size();
        if (leaves && !roomToFork(open)) {
            return false;
        }
        if (leaves) {
            branch.set(open.fork(branch.get(), position, name(open)));
        }
        if (!open.canRun(branch.get())) {
            notices.problem(texts.get("free.over"));
            return false;
        }
        open.run(branch.get(), step);
        Timeline now = open.branch(branch.get()).timeline();
        session.replace(now, position);
        player.playTo(now.size(), LONGEST);
        judge(open, now);
        steps.set(steps.get() + 1);
        keep();
        return true;
    }

    /// Looks whether an experiment that begins where the play began has been done now.
    private void judge(FreePlay open, Timeline run) {
        int from = origin.map(Scene::to).orElse(0);
        for (int b = branch.get(); b > 0; b = open.branch(b).parent()) {
            from = Math.min(from, open.branch(b).leftAt());
        }
        for (Challenge challenge : challenges) {
            if (origin.equals(Optional.of(challenge.begins()))
                    && challenge.isReached(run, from, run.size())) {
                reached.add(challenge.experiment().id());
            }
        }
    }

    private String name(FreePlay open) {
        return texts.get("free.branch", open.size());
    }

    /// Shows another branch, from as far in as the one before was.
    public void choose(int wanted) {
        play.get()
                .ifPresent(open -> {
                    Timeline timeline = open.branch(wanted).timeline();
                    branch.set(wanted);
                    session.replace(timeline, Math.min(session.position(), timeline.size()));
                    steps.set(steps.get() + 1);
                });
    }

    /// What differs between the ends of two branches.
    public Optional<Difference> compare(int left, int right) {
        return play.get().map(open -> Difference.between(end(open, left), end(open, right)));
    }

    /// Selects a thing where it is to be seen at the end of a branch.
    public void showAtEnd(int wanted, Thing thing) {
        if (play.get().isEmpty()) {
            return;
        }
        player.pause();
        if (wanted != branch.get()) {
            choose(wanted);
        }
        session.toEnd();
        session.select(thing);
    }

    private static State end(FreePlay open, int branch) {
        Timeline timeline = open.branch(branch).timeline();
        return timeline.at(timeline.size());
    }

    /// The play as a session file.
    ///
    /// @param view what is seen of it; nothing to leave that open
    public Optional<String> text(Optional<View> view) {
        return play.get()
                .map(open ->
                        SessionFile.write(
                                new SavedSession(
                                        open,
                                        branch.get(),
                                        session.position(),
                                        view,
                                        Optional.empty())));
    }

    /// Writes the play down behind the window; while that goes on, only the latest is waiting.
    private void keep() {
        if (saving || failed) {
            again = saving;
            return;
        }
        String text = text(Optional.empty()).orElseThrow();
        boolean first = !begun;
        begun = true;
        replaced |= first;
        saving = true;
        background.execute(() -> {
            try {
                if (first) {
                    file.begin();
                }
                file.write(text);
                window.execute(this::saved);
            } catch (IOException e) {
                window.execute(() -> cannotSave(e));
            }
        });
    }

    private void saved() {
        saving = false;
        if (again && play.get().isPresent()) {
            again = false;
            keep();
        }
    }

    /// Said once, not at every step.
    private void cannotSave(IOException e) {
        saving = false;
        failed = true;
        notices.problem(texts.get("free.unsaved", String.valueOf(e.getMessage())));
    }
}
