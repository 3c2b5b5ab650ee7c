package shadewalk.ui.glossary;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.jspecify.annotations.Nullable;
import shadewalk.glossary.Glossary;
import shadewalk.glossary.Term;
import shadewalk.text.Texts;

/// Explains a word beside the place where it stands. A click elsewhere or Escape puts it away.
public final class TermPopup {

    private final Node owner;
    private final Glossary glossary;
    private final Texts texts;
    private @Nullable PopOver open;

    public TermPopup(Node owner, Glossary glossary, Texts texts) {
        this.owner = owner;
        this.glossary = glossary;
        this.texts = texts;
    }

    public void explain(String id) {
        glossary.find(id).ifPresent(this::explain);
    }

    /// Beside the focused link that was used, or under the pointer.
    public void explain(Term term) {
        Node focus = owner.getScene().getFocusOwner();
        boolean link = focus != null && focus.getStyleClass().contains("hyperlink");
        Point2D mouse = new Robot().getMousePosition();
        Bounds there =
                link
                        ? focus.localToScreen(focus.getBoundsInLocal())
                        : new BoundingBox(mouse.getX(), mouse.getY(), 0, 0);
        Bounds window = owner.localToScreen(owner.getBoundsInLocal());
        boolean right = there.getCenterX() > window.getCenterX();
        boolean low = there.getCenterY() > window.getCenterY();
        PopOver over = over(term);
        if (low) {
            over.setArrowLocation(right ? ArrowLocation.BOTTOM_RIGHT : ArrowLocation.BOTTOM_LEFT);
        } else {
            over.setArrowLocation(right ? ArrowLocation.TOP_RIGHT : ArrowLocation.TOP_LEFT);
        }
        over.show(owner, there.getCenterX(), low ? there.getMinY() : there.getMaxY());
    }

    /// In the middle of the window, for a word that stands nowhere.
    public void explainAlone(Term term) {
        Bounds window = owner.localToScreen(owner.getBoundsInLocal());
        PopOver over = over(term);
        over.setArrowSize(0);
        over.setArrowLocation(ArrowLocation.LEFT_CENTER);
        over.show(owner, window.getCenterX(), window.getCenterY());
        over.setAnchorX(over.getAnchorX() - over.getWidth() / 2);
    }

    private PopOver over(Term term) {
        if (open != null) {
            open.hide();
        }
        TermView view = new TermView(term, texts);
        view.setId("term");
        PopOver over = new PopOver(view);
        over.setDetachable(false);
        over.setAnimated(false);
        over.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        over.hide();
                    }
                });
        open = over;
        return over;
    }
}
