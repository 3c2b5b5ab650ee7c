package shadewalk.ui.glossary;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import shadewalk.glossary.Glossary;
import shadewalk.glossary.Term;
import shadewalk.text.Texts;

/// Explains a word beside the place where it stands. A click elsewhere or Escape puts it away.
public final class TermPopup {

    private final Node owner;
    private final Glossary glossary;
    private final Texts texts;
    private @Nullable Popup open;

    public TermPopup(Node owner, Glossary glossary, Texts texts) {
        this.owner = owner;
        this.glossary = glossary;
        this.texts = texts;
    }

    public void explain(String id) {
        glossary.find(id).ifPresent(this::explain);
    }

    public void explain(Term term) {
        if (open != null) {
            open.hide();
        }
        Popup popup = new Popup();
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        TermView view = new TermView(term, texts);
        view.setId("term");
        popup.getContent().add(view);
        popup.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        popup.hide();
                    }
                });
        Point2D at = place();
        popup.show(owner, at.getX(), at.getY());
        open = popup;
    }

    /// Beside the focused link that was used, or under the pointer.
    private Point2D place() {
        Node focus = owner.getScene().getFocusOwner();
        if (focus != null && focus.getStyleClass().contains("hyperlink")) {
            Bounds bounds = focus.localToScreen(focus.getBoundsInLocal());
            return new Point2D(bounds.getMinX(), bounds.getMaxY() + 4);
        }
        return new Robot().getMousePosition().add(8, 12);
    }
}
