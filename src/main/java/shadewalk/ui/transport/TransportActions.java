package shadewalk.ui.transport;

import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import shadewalk.ui.action.Action;
import shadewalk.ui.action.ActionGroup;
import shadewalk.ui.session.Player;
import shadewalk.ui.session.Session;

/// Everything that moves through a run.
public final class TransportActions {

    private final Session session;
    private final Player player;

    public TransportActions(Session session, Player player) {
        this.session = session;
        this.player = player;
    }

    public ActionGroup group() {
        BooleanBinding back = new When(() -> session.position() > 0, session.momentProperty());
        BooleanBinding forward =
                new When(
                        () -> session.position() < session.limit(),
                        session.momentProperty(),
                        session.limitProperty());
        BooleanBinding some = new When(() -> session.limit() > 0, session.limitProperty());
        SimpleBooleanProperty bySteps = new SimpleBooleanProperty();
        bySteps.subscribe(
                on -> player.paceProperty().set(on ? Player.Pace.STEP : Player.Pace.EVENT));
        return new ActionGroup(
                "run",
                List.of(
                        List.of(
                                Action.of("play", "Space", player::toggle).when(some),
                                Action.toggle("play-by-steps", "", bySteps),
                                Action.of("faster", "Period", player::faster),
                                Action.of("slower", "Comma", player::slower)),
                        List.of(
                                move("event-forward", "Right", session::eventForward).when(forward),
                                move("event-back", "Left", session::eventBack).when(back),
                                move("step-forward", "Shift+Right", session::stepForward)
                                        .when(forward),
                                move("step-back", "Shift+Left", session::stepBack).when(back),
                                move("to-start", "Home", session::toStart).when(back),
                                move("to-end", "End", session::toEnd).when(forward))));
    }

    /// Moving by hand ends playing.
    private Action move(String id, String key, Runnable work) {
        return Action.of(
                id,
                key,
                () -> {
                    player.pause();
                    work.run();
                });
    }
}
