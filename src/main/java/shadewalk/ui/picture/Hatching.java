package shadewalk.ui.picture;

import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import shadewalk.diagram.Colour;
import shadewalk.diagram.Paint;
import shadewalk.diagram.Pattern;
import shadewalk.diagram.Shape;

/// The hatching of swatches. Swatches that follow one another do not overlap, so the strokes of all
/// of them are gathered and drawn at once: a thousand cells cost one stroke.
final class Hatching {

    private final GraphicsContext gc;
    private @Nullable Colour colour;

    Hatching(GraphicsContext gc) {
        this.gc = gc;
    }

    /// Adds the strokes of a swatch, to be drawn with those of the next ones.
    void add(Shape.Box box, Paint look) {
        if (!look.hatch().equals(colour)) {
            flush();
            colour = look.hatch();
            gc.beginPath();
        }
        for (Pattern.Stroke stroke :
                look.pattern().strokes(box.x(), box.y(), box.width(), box.height())) {
            gc.moveTo(stroke.from().x(), stroke.from().y());
            gc.lineTo(stroke.to().x(), stroke.to().y());
        }
    }

    /// Draws what has been gathered.
    void flush() {
        if (colour != null) {
            gc.setStroke(Painter.color(colour));
            gc.setLineWidth(1);
            gc.setLineDashes();
            gc.stroke();
            colour = null;
        }
    }
}
