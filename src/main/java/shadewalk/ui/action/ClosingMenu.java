package shadewalk.ui.action;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.stage.Window;

/// Knows whether a menu is being closed just now. JavaFX hands the key that closes a menu on to the
/// window, where it would do something else as well.
final class ClosingMenu {

    private boolean closing;

    ClosingMenu() {
        Window.getWindows().addListener(this::changed);
    }

    boolean isClosing() {
        return closing;
    }

    private void changed(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            if (change.getRemoved().stream().anyMatch(ContextMenu.class::isInstance)) {
                closing = true;
                Platform.runLater(() -> closing = false);
            }
        }
    }
}
