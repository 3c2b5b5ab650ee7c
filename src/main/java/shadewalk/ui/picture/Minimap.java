package shadewalk.ui.picture;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Point;
import shadewalk.diagram.Tone;
import shadewalk.diagram.motion.Change;
import shadewalk.diagram.motion.Viewport;

/// The whole diagram, small, in a corner of a view that shows only a part of it, with a frame
/// around that part. A press or a drag brings another part into view.
final class Minimap extends Region {

    private static final double WIDEST = 190;
    private static final double HIGHEST = 150;
    private static final double EDGE = 12;

    private final Canvas canvas = new Canvas();
    private final Rectangle frame = new Rectangle();
    private final PictureFonts fonts;
    private Diagram drawn = new Diagram(1, 1, "", "", "", List.of(), List.of());
    private Palette palette = Palette.LIGHT;
    private double scale = 1;

    /// @param onPoint the place of the diagram to bring into view
    Minimap(PictureFonts fonts, Consumer<Point> onPoint) {
        this.fonts = fonts;
        setId("minimap");
        getStyleClass().add("minimap");
        setManaged(false);
        setVisible(false);
        frame.setMouseTransparent(true);
        frame.getStyleClass().add("minimap-frame");
        getChildren().addAll(canvas, frame);
        setOnMousePressed(e -> onPoint.accept(place(e)));
        setOnMouseDragged(e -> onPoint.accept(place(e)));
        setOnMouseClicked(MouseEvent::consume);
    }

    private Point place(MouseEvent e) {
        e.consume();
        return new Point(e.getX() / scale, e.getY() / scale);
    }

    /// Shows the frame around the visible part, in the lower left corner of a view; nothing if all
    /// of the diagram is visible.
    void show(Diagram diagram, Palette colours, Extent visible, double viewHeight) {
        boolean whole =
                visible.left() <= 0
                        && visible.top() <= 0
                        && visible.right() >= diagram.width()
                        && visible.bottom() >= diagram.height();
        setVisible(!whole);
        if (whole) {
            return;
        }
        if (!diagram.equals(drawn) || !colours.equals(palette)) {
            draw(diagram, colours);
        }
        double top = viewHeight - canvas.getHeight() - EDGE;
        resizeRelocate(EDGE, top, canvas.getWidth(), canvas.getHeight());
        Extent part = visible.within(new Extent(0, 0, diagram.width(), diagram.height()));
        frame.setX(part.left() * scale);
        frame.setY(part.top() * scale);
        frame.setWidth(Math.max(part.width() * scale, 3));
        frame.setHeight(Math.max(part.height() * scale, 3));
    }

    private void draw(Diagram diagram, Palette colours) {
        drawn = diagram;
        palette = colours;
        scale = Math.min(WIDEST / diagram.width(), HIGHEST / diagram.height());
        double width = diagram.width() * scale;
        double height = diagram.height() * scale;
        canvas.setWidth(width);
        canvas.setHeight(height);
        Viewport all = new Viewport(scale, 0, 0, true);
        new Painter(canvas.getGraphicsContext2D(), fonts, colours, all, true, width, height)
                .paint(Change.none(diagram).at(1), width, height);
        frame.setStroke(Painter.color(colours.swatch(Tone.PATH).solid()));
        frame.setFill(
                Painter.color(colours.swatch(Tone.CURRENT).solid()).deriveColor(0, 1, 1, 0.2));
    }
}
