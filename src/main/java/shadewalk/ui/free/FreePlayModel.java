package shadewalk.ui.free;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import shadewalk.lesson.play.Scene;
import shadewalk.lesson.session.SessionFile;
import shadewalk.scenario.FreePlay;
import shadewalk.scenario.Machine;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.Step;
import shadewalk.scenario.StepReader;
import shadewalk.scenario.Timeline;
import shadewalk.state.State;
import shadewalk.trace.StateDifference;
import shadewalk.ui.notice.Notices;
import shadewalk.ui.session.Session;
import shadewalk.ui.settings.AtomicFile;
import shadewalk.ui.text.Texts;

/// A machine to play with, and the branches that playing has left.
///
/// A step that is done in the middle of a run leaves the run there: it begins a new branch, and the
/// old one stays.
public final class FreePlayModel {

    private final Session session;
    private final Notices notices;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Optional<FreePlay>> play =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper branch = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper steps = new ReadOnlyIntegerWrapper();
    private Optional<Path> autosave = Optional.empty();

    public FreePlayModel(Session session, Notices notices, Texts texts) {
        this.session = session;
        this.notices = notices;
        this.texts = texts;
    }

    /// Where the play is kept while it goes on.
    public void keepIn(Path file) {
        autosave = Optional.of(file);
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

    /// Takes up a session.
    public void open(shadewalk.lesson.session.Session opened) {
        branch.set(opened.branch());
        session.open(opened.play().branch(opened.branch()).timeline(), opened.position());
        play.set(Optional.of(opened.play()));
        steps.set(steps.get() + 1);
    }

    /// Goes on from where a lesson stands.
    public void goOnFrom(Scene scene, Machine machine) {
        FreePlay fresh =
                new FreePlay(
                        machine, scene.stop().title(), scene.timeline(), scene.to(), scene.trail());
        branch.set(0);
        session.open(fresh.branch(0).timeline(), scene.to());
        play.set(Optional.of(fresh));
        steps.set(steps.get() + 1);
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
        int position = session.position();
        boolean leaves = position < open.branch(branch.get()).timeline().size();
        if (leaves) {
            branch.set(open.fork(branch.get(), position, name(open)));
        }
        if (!open.canRun(branch.get())) {
            notices.problem(texts.get("free.over"));
            return false;
        }
        open.run(branch.get(), step);
        Timeline now = open.branch(branch.get()).timeline();
        session.replace(now, now.size());
        steps.set(steps.get() + 1);
        keep();
        return true;
    }

    private String name(FreePlay open) {
        return texts.get("free.branch", open.size());
    }

    /// What a branch is called.
    public String name(int number) {
        return play.get().map(open -> open.branch(number).name()).orElse("");
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
    public List<StateDifference.Item> compare(int left, int right) {
        return play.get()
                .map(open -> StateDifference.between(end(open, left), end(open, right)))
                .orElse(List.of());
    }

    private static State end(FreePlay open, int branch) {
        Timeline timeline = open.branch(branch).timeline();
        return timeline.at(timeline.size());
    }

    /// The play as a session file.
    public Optional<String> text(String view) {
        return play.get()
                .map(open ->
                        SessionFile.write(
                                new shadewalk.lesson.session.Session(
                                        open, branch.get(), session.position(), view, "")));
    }

    private void keep() {
        if (autosave.isEmpty()) {
            return;
        }
        Optional<String> text = text("");
        try {
            AtomicFile.write(autosave.get(), text.orElseThrow().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            notices.problem(
                    texts.get("free.unsaved", autosave.get(), String.valueOf(e.getMessage())));
            autosave = Optional.empty();
        }
    }
}
