package shadewalk.ui.action;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.stage.PopupWindow;
import org.jspecify.annotations.Nullable;

/// Says why a control is grey. JavaFX tells what is disabled of no pointer, so that its own tip
/// never shows; the scene is asked instead which of them lies there.
public final class WhyNot {

    private static final String KEY = "why-not";

    private static final double AWAY = 4;

    private final Tooltip tip = new Tooltip();
    private @Nullable Node shown;

    private WhyNot() {
        tip.setId("why-not");
    }

    /// Says why a control cannot be used while it cannot.
    public static void say(Node control, String reason) {
        control.getProperties().put(KEY, reason);
        control.setAccessibleHelp(reason);
    }

    /// Why a control cannot be used; nothing if it can, or if that needs no words.
    public static Optional<String> of(Node control) {
        return control.isDisabled() && control.getProperties().get(KEY) instanceof String reason
                ? Optional.of(reason)
                : Optional.empty();
    }

    /// Lets a scene say it.
    public static void install(Scene scene) {
        WhyNot why = new WhyNot();
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, why::moved);
        scene.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> why.hide());
    }

    private void moved(MouseEvent event) {
        Optional<Node> grey = at(event);
        if (grey.isEmpty()) {
            hide();
        } else if (!grey.get().equals(shown)) {
            hide();
            shown = grey.get();
            tip.setText(of(grey.get()).orElseThrow());
            show(grey.get(), event);
        }
    }

    /// Beside the control and never under the pointer, which would leave the control for it.
    private void show(Node control, MouseEvent event) {
        Bounds there = control.localToScreen(control.getLayoutBounds());
        boolean low = event.getSceneY() > control.getScene().getHeight() / 2;
        tip.setAnchorLocation(
                low
                        ? PopupWindow.AnchorLocation.WINDOW_BOTTOM_LEFT
                        : PopupWindow.AnchorLocation.WINDOW_TOP_LEFT);
        tip.show(control, there.getMinX(), low ? there.getMinY() - AWAY : there.getMaxY() + AWAY);
    }

    private void hide() {
        tip.hide();
        shown = null;
    }

    /// What is picked is a part of the grey control, or what holds it.
    private static Optional<Node> at(MouseEvent event) {
        for (Node part = event.getPickResult().getIntersectedNode();
                part != null;
                part = part.getParent()) {
            if (of(part).isPresent()) {
                return Optional.of(part);
            }
            if (part instanceof Parent parent) {
                Optional<Node> child = childAt(parent, event);
                if (child.isPresent()) {
                    return child;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Node> childAt(Parent parent, MouseEvent event) {
        return parent.getChildrenUnmodifiable().stream()
                .filter(child -> child.isVisible() && of(child).isPresent())
                .filter(child ->
                        child.localToScene(child.getLayoutBounds())
                                .contains(event.getSceneX(), event.getSceneY()))
                .findFirst();
    }
}
