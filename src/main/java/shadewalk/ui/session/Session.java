package shadewalk.ui.session;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import shadewalk.read.Changes;
import shadewalk.read.Moment;
import shadewalk.read.Thing;
import shadewalk.scenario.Timeline;
import shadewalk.state.State;

/// A run, where the learner stands in it, and what is selected there.
///
/// Positions are those of [Timeline]: 0 is the beginning, position n stands after n events. No
/// action leads past [#limit], which is the end of the run unless a question locks what comes.
///
/// When the run or the position changes, `moment` changes exactly once, after all else is in order.
public final class Session {

    private final ReadOnlyObjectWrapper<Timeline> timeline = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Chapters> chapters = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper limit = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<List<Flag>> flags =
            new SimpleObjectProperty<>(this, "flags", List.of());
    private final ReadOnlyObjectWrapper<Moment> moment = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Optional<Thing>> selection =
            new SimpleObjectProperty<>(this, "selection", Optional.empty());

    /// Begins at the start of a run.
    public Session(Timeline run) {
        timeline.set(run);
        chapters.set(Chapters.ofSteps(run));
        limit.set(run.size());
        moment.set(moment(0));
    }

    /// Shows another run, step by step, from a position of it.
    public void open(Timeline run, int position) {
        open(run, Chapters.ofSteps(run), run.size(), position);
    }

    /// Shows another run.
    ///
    /// @param parts between which one moves in one go
    /// @param end the farthest position that may be shown
    public void open(Timeline run, Chapters parts, int end, int position) {
        selection.set(Optional.empty());
        change(run, parts, end, position);
    }

    /// Goes on with a run that has grown or was cut, keeping what is selected.
    public void replace(Timeline run, int position) {
        change(run, Chapters.ofSteps(run), run.size(), position);
    }

    /// Locks everything behind a position, or with the run's size unlocks it.
    public void lockBehind(int position) {
        limit.set(Math.clamp(position, 0, timeline().size()));
        if (position() > limit()) {
            jump(limit());
        }
    }

    public ReadOnlyObjectProperty<Timeline> timelineProperty() {
        return timeline.getReadOnlyProperty();
    }

    public Timeline timeline() {
        return timeline.get();
    }

    public ReadOnlyObjectProperty<Chapters> chaptersProperty() {
        return chapters.getReadOnlyProperty();
    }

    public Chapters chapters() {
        return chapters.get();
    }

    /// The farthest position that may be shown.
    public ReadOnlyIntegerProperty limitProperty() {
        return limit.getReadOnlyProperty();
    }

    public int limit() {
        return limit.get();
    }

    /// What is to be seen at the current position.
    public ReadOnlyObjectProperty<Moment> momentProperty() {
        return moment.getReadOnlyProperty();
    }

    public Moment moment() {
        return moment.get();
    }

    public int position() {
        return moment().position();
    }

    public State state() {
        return moment().state();
    }

    /// The thing that every part of the window shows as selected.
    public ObjectProperty<Optional<Thing>> selectionProperty() {
        return selection;
    }

    public void select(Thing thing) {
        selection.set(Optional.of(thing));
    }

    public void clearSelection() {
        selection.set(Optional.empty());
    }

    /// The places of the run that have names.
    public ObjectProperty<List<Flag>> flagsProperty() {
        return flags;
    }

    /// The flag at this position, if one stands there.
    public Optional<Flag> flag() {
        return flags.get().stream().filter(flag -> flag.position() == position()).findFirst();
    }

    /// Goes to a position, or as near to it as the run and its lock allow.
    public void jump(int position) {
        int target = Math.clamp(position, 0, limit());
        if (target != position()) {
            moment.set(moment(target));
        }
    }

    public void eventForward() {
        jump(position() + 1);
    }

    public void eventBack() {
        jump(position() - 1);
    }

    /// To the end of this chapter, or of the next one if it is reached.
    public void stepForward() {
        jump(chapters().boundaryAfter(position()));
    }

    /// To the end of the chapter before, or to the beginning.
    public void stepBack() {
        jump(chapters().boundaryBefore(position()));
    }

    public void toStart() {
        jump(0);
    }

    public void toEnd() {
        jump(limit());
    }

    /// To where the selected thing changed last before now, if it did.
    public void toLastChange(Thing thing) {
        Changes.last(timeline(), position(), thing).ifPresent(this::jump);
    }

    private void change(Timeline run, Chapters parts, int end, int position) {
        flags.set(List.of());
        chapters.set(parts);
        timeline.set(run);
        limit.set(end);
        moment.set(moment(Math.clamp(position, 0, end)));
    }

    private Moment moment(int position) {
        return Moment.of(timeline(), position);
    }
}
