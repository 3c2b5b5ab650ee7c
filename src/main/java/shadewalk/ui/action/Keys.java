package shadewalk.ui.action;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Lets keys do actions wherever the focus is, except where a control needs the key itself: letters
/// and arrows in a text field, the space bar on a button.
public final class Keys {

    private Keys() {}

    public static void install(Scene scene, Actions actions) {
        ClosingMenu menu = new ClosingMenu();
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && menu.isClosing()) {
                        event.consume();
                    } else if (!needed(scene.getFocusOwner(), event)) {
                        actions.of(event).ifPresent(action -> perform(action, event));
                    }
                });
        // Menu items listen for their keys behind all controls; a key that a control needed must
        // not arrive there.
        scene.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (needed(scene.getFocusOwner(), event)) {
                        event.consume();
                    }
                });
    }

    private static void perform(Action action, KeyEvent event) {
        action.run();
        event.consume();
    }

    private static boolean needed(@Nullable Node focus, KeyEvent event) {
        if (focus instanceof TextInputControl && edits(event)) {
            return true;
        }
        if (focus == null
                || focus.isDisabled()
                || event.isControlDown()
                || event.isAltDown()
                || event.isMetaDown()
                || event.getCode().isFunctionKey()
                || event.getCode() == KeyCode.ESCAPE
                || event.getCode() == KeyCode.TAB) {
            return false;
        }
        if (focus instanceof TextInputControl || focus.getParent() instanceof Spinner) {
            return true;
        }
        boolean arrow = event.getCode().isArrowKey() || event.getCode().isNavigationKey();
        boolean press = event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER;
        if (focus instanceof Slider) {
            return arrow;
        }
        if (focus instanceof ChoiceBox<?> || focus instanceof ComboBoxBase<?>) {
            return arrow || press;
        }
        return focus instanceof ButtonBase && press;
    }

    /// Copying, pasting and moving by words, as every text field knows it.
    private static boolean edits(KeyEvent event) {
        if (event.isControlDown() && event.isAltDown()) {
            return true; // AltGr, which some systems report so: it types a character
        }
        if (!event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        return switch (event.getCode()) {
            case LEFT, RIGHT, HOME, END, BACK_SPACE, DELETE -> true;
            case A, C, V, X, Z -> !event.isShiftDown();
            default -> false;
        };
    }
}
