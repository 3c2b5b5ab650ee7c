package shadewalk.ui.picture;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/// What the mouse does to a picture: pointing explains, a click selects, dragging moves the cursor
/// of what is being dealt out or else pans, the wheel zooms.
final class PictureMouse {

    /// One notch of a wheel is 40 pixels of scrolling.
    private static final double PIXELS_TO_DOUBLE = 240;

    private final PictureView picture;
    private double lastX;
    private double lastY;

    /// Whether the press was on something that follows the mouse.
    private boolean grabbed;

    PictureMouse(PictureView picture) {
        this.picture = picture;
        picture.setOnMouseMoved(e -> picture.pointAt(e.getX(), e.getY()));
        picture.setOnMouseExited(_ -> picture.pointAway());
        picture.setOnMousePressed(this::press);
        picture.setOnMouseDragged(this::drag);
        picture.setOnMouseReleased(_ -> picture.setCursor(Cursor.DEFAULT));
        picture.setOnMouseClicked(this::click);
        picture.setOnScroll(this::scroll);
        picture.setOnZoom(this::pinch);
    }

    private void press(MouseEvent e) {
        lastX = e.getX();
        lastY = e.getY();
        grabbed = e.isPrimaryButtonDown() && picture.drag(lastX, lastY);
    }

    private void drag(MouseEvent e) {
        if (grabbed) {
            picture.drag(e.getX(), e.getY());
            return;
        }
        picture.setCursor(Cursor.CLOSED_HAND);
        picture.pan(e.getX() - lastX, e.getY() - lastY);
        lastX = e.getX();
        lastY = e.getY();
    }

    private void click(MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress()) {
            picture.click(e.getX(), e.getY(), e.getClickCount());
        }
    }

    private void scroll(ScrollEvent e) {
        if (e.isShiftDown()) {
            picture.pan(e.getDeltaX() + e.getDeltaY(), 0);
        } else if (e.getDeltaY() != 0) {
            picture.zoom(Math.pow(2, e.getDeltaY() / PIXELS_TO_DOUBLE), e.getX(), e.getY());
        }
        e.consume();
    }

    private void pinch(ZoomEvent e) {
        picture.zoom(e.getZoomFactor(), e.getX(), e.getY());
        e.consume();
    }
}
