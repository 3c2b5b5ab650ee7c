package shadewalk.ui.transport;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import shadewalk.ui.action.Action;
import shadewalk.ui.action.ActionGroup;
import shadewalk.ui.session.Course;
import shadewalk.ui.session.Player;

/// Everything that moves through a run.
public final class TransportActions {

    private final Supplier<Course> course;
    private final Player player;
    private final Observable[] on;

    /// @param course the way that is open now
    /// @param on what the possible ways hang on
    public TransportActions(Supplier<Course> course, Player player, Observable... on) {
        this.course = course;
        this.player = player;
        this.on = on.clone();
    }

    public ActionGroup group() {
        BooleanBinding back = new When(() -> course.get().canGoBack(), on);
        BooleanBinding forward = new When(() -> course.get().canGoForward(), on);
        SimpleBooleanProperty bySteps = new SimpleBooleanProperty();
        bySteps.subscribe(
                on -> player.paceProperty().set(on ? Player.Pace.STEP : Player.Pace.EVENT));
        return new ActionGroup(
                "run",
                List.of(
                        List.of(
                                Action.of("play", "Space", () -> course.get().playOrPause()),
                                Action.of(
                                        "play-through",
                                        "Shift+Space",
                                        () -> course.get().playThrough()),
                                Action.toggle("play-by-steps", "S", bySteps),
                                Action.of("faster", "Period", player::faster),
                                Action.of("slower", "Comma", player::slower)),
                        List.of(
                                move("event-forward", "Right", Course::eventForward).when(forward),
                                move("event-back", "Left", Course::eventBack).when(back),
                                move("step-forward", "Shift+Right", Course::stepForward)
                                        .when(forward),
                                move("step-back", "Shift+Left", Course::stepBack).when(back),
                                move("to-start", "Home", Course::toStart).when(back),
                                move("to-end", "End", Course::toEnd).when(forward))));
    }

    /// Moving by hand ends playing.
    private Action move(String id, String key, Consumer<Course> work) {
        return Action.of(
                id,
                key,
                () -> {
                    player.pause();
                    work.accept(course.get());
                });
    }
}
