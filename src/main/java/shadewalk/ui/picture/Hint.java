package shadewalk.ui.picture;

import javafx.scene.control.Label;

/// The words beside the pointer that say what lies under it.
final class Hint extends Label {

    private static final double AWAY = 16;

    Hint() {
        getStyleClass().add("hint");
        setWrapText(true);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /// Shows words near a point, within a view of this size. Empty words hide it.
    void show(String words, double x, double y, double viewWidth, double viewHeight) {
        if (words.isEmpty()) {
            hide();
            return;
        }
        setText(words);
        setVisible(true);
        applyCss();
        double width = Math.min(prefWidth(-1), Math.min(viewWidth * 0.6, getFont().getSize() * 26));
        double height = prefHeight(width);
        double left = x + AWAY + width > viewWidth ? x - AWAY - width : x + AWAY;
        double top = y + AWAY + height > viewHeight ? y - AWAY - height : y + AWAY;
        resizeRelocate(Math.max(2, left), Math.max(2, top), width, height);
    }

    void hide() {
        setVisible(false);
    }
}
