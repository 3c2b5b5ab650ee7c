package shadewalk.ui.picture;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import shadewalk.diagram.Colour;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Paint;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Pattern;
import shadewalk.diagram.Piece;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.motion.Between;
import shadewalk.diagram.motion.Ease;
import shadewalk.diagram.motion.Mark;
import shadewalk.diagram.motion.Viewport;

/// Draws marks on a canvas: the window's one switch over [Shape].
final class Painter {

    /// Smaller letters than this many pixels are no longer drawn as letters.
    private static final double UNREADABLE = 3.5;

    /// Corners rounded by less than this many pixels look square.
    private static final double INVISIBLE_ROUNDING = 3;

    /// How far an outline stands off what it surrounds; rows of a table lie close together.
    private static final double OUTLINE_GAP = 1;

    private final GraphicsContext gc;
    private @Nullable Colour hatching;
    private final Palette palette;
    private final Viewport view;
    private final Extent visible;
    private final PictureFonts fonts;
    private final boolean steady;

    /// @param steady whether the next frame has the same scale
    Painter(
            GraphicsContext gc,
            PictureFonts fonts,
            Palette palette,
            Viewport view,
            boolean steady,
            double width,
            double height) {
        this.steady = steady;
        this.gc = gc;
        this.fonts = fonts;
        this.palette = palette;
        this.view = view;
        this.visible = view.visible(width, height).grown(4);
    }

    /// Clears the view and draws the marks in order.
    void paint(List<Mark> marks, double width, double height) {
        gc.setTransform(1, 0, 0, 1, 0, 0);
        gc.setGlobalAlpha(1);
        gc.setFill(color(palette.paper()));
        gc.fillRect(0, 0, width, height);
        gc.setTextBaseline(VPos.BASELINE);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setLineCap(StrokeLineCap.BUTT);
        gc.setLineJoin(StrokeLineJoin.MITER);
        toDiagram();
        for (Mark mark : marks) {
            if (mark.bounds().meets(visible)) {
                paint(mark);
            }
        }
        endHatching();
        gc.setGlobalAlpha(1);
    }

    private void toDiagram() {
        gc.setTransform(view.scale(), 0, 0, view.scale(), view.offsetX(), view.offsetY());
    }

    /// Outlines of what is selected or pointed at, over everything else.
    void outline(Extent what, Colour colour, double width, boolean dashed) {
        toDiagram();
        double gap = OUTLINE_GAP;
        gc.setStroke(color(colour));
        gc.setLineWidth(width / view.scale());
        if (dashed) {
            gc.setLineDashes(6 / view.scale(), 4 / view.scale());
        } else {
            gc.setLineDashes();
        }
        gc.strokeRoundRect(
                what.left() - gap,
                what.top() - gap,
                what.width() + 2 * gap,
                what.height() + 2 * gap,
                8,
                8);
        gc.setLineDashes();
    }

    private void paint(Mark mark) {
        if (mark.grown() == 1) {
            draw(mark);
            return;
        }
        endHatching();
        gc.translate(mark.pivot().x(), mark.pivot().y());
        gc.scale(mark.grown(), mark.grown());
        gc.translate(-mark.pivot().x(), -mark.pivot().y());
        draw(mark);
        endHatching();
        toDiagram();
    }

    private void draw(Mark mark) {
        if (mark.opacity() != gc.getGlobalAlpha()) {
            endHatching();
            gc.setGlobalAlpha(mark.opacity());
        }
        if (!(mark.shape() instanceof Shape.Box box && box.fill() == Fill.SWATCH)) {
            endHatching();
        }
        switch (mark.shape()) {
            case Shape.Group _ -> {}
            case Shape.Box box -> box(box, mark);
            case Shape.Path path -> path(path, mark);
            case Shape.Text text -> text(text, mark);
        }
    }

    private void box(Shape.Box box, Mark mark) {
        Paint look = palette.area(box.tone(), box.fill());
        Paint was =
                mark.was() instanceof Shape.Box old ? palette.area(old.tone(), old.fill()) : look;
        double round = Math.min(box.radius() * 2, Math.min(box.width(), box.height()));
        if (round * view.scale() < INVISIBLE_ROUNDING) {
            round = 0;
        }
        Color fill = mix(was.fill(), look.fill(), mark.share());
        if (fill != null) {
            gc.setFill(fill);
            if (round == 0) {
                gc.fillRect(box.x(), box.y(), box.width(), box.height());
            } else {
                gc.fillRoundRect(box.x(), box.y(), box.width(), box.height(), round, round);
            }
        }
        if (look.pattern() != Pattern.NONE) {
            hatch(box, look);
        }
        if (stroke(was, look, mark.share())) {
            if (round == 0) {
                gc.strokeRect(box.x(), box.y(), box.width(), box.height());
            } else {
                gc.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), round, round);
            }
        }
    }

    /// Swatches that follow one another do not overlap, so the strokes of all of them are gathered
    /// and drawn at once: a thousand cells cost one stroke.
    private void hatch(Shape.Box box, Paint look) {
        if (!look.hatch().equals(hatching)) {
            endHatching();
            hatching = look.hatch();
            gc.beginPath();
        }
        for (Pattern.Stroke stroke :
                look.pattern().strokes(box.x(), box.y(), box.width(), box.height())) {
            gc.moveTo(stroke.from().x(), stroke.from().y());
            gc.lineTo(stroke.to().x(), stroke.to().y());
        }
    }

    private void endHatching() {
        if (hatching != null) {
            gc.setStroke(color(hatching));
            gc.setLineWidth(1);
            gc.setLineDashes();
            gc.stroke();
            hatching = null;
        }
    }

    private void path(Shape.Path path, Mark mark) {
        Paint look = look(path);
        Paint was = mark.was() instanceof Shape.Path old ? look(old) : look;
        trace(mark.reach() < 1 ? Between.beginning(path, mark.reach()) : path);
        Color fill = mix(was.fill(), look.fill(), mark.share());
        if (fill != null) {
            gc.setFill(fill);
            gc.fill();
        }
        boolean visibleLine = stroke(was, look, mark.share());
        if (visibleLine) {
            gc.stroke();
        }
        if (visibleLine && mark.reach() == 1) {
            path.triangles().forEach(this::head);
        }
    }

    private Paint look(Shape.Path path) {
        return path.closed() && path.fill() != Fill.NONE
                ? palette.area(path.tone(), path.fill())
                : palette.line(path.tone(), path.weight());
    }

    private void trace(Shape.Path path) {
        gc.beginPath();
        for (Piece piece : path.pieces()) {
            switch (piece) {
                case Piece.Move(var to) -> gc.moveTo(to.x(), to.y());
                case Piece.Line(var to) -> gc.lineTo(to.x(), to.y());
                case Piece.Curve(_, var control, var to) ->
                        gc.quadraticCurveTo(control.x(), control.y(), to.x(), to.y());
            }
        }
        if (path.closed()) {
            gc.closePath();
        }
    }

    private void head(List<Point> corners) {
        gc.setFill(gc.getStroke());
        double[] xs = corners.stream().mapToDouble(Point::x).toArray();
        double[] ys = corners.stream().mapToDouble(Point::y).toArray();
        gc.fillPolygon(xs, ys, xs.length);
    }

    private void text(Shape.Text text, Mark mark) {
        if (text.style().size() * view.scale() < UNREADABLE) {
            return;
        }
        Colour now = palette.text(text.tone(), text.ink());
        Colour was =
                mark.was() instanceof Shape.Text old ? palette.text(old.tone(), old.ink()) : now;
        gc.setFill(mix(was, now, mark.share()));
        if (steady) {
            letters(text, mark);
        } else {
            gc.setFont(fonts.of(text.style(), 1));
            gc.fillText(text.text(), text.left(), text.y());
        }
    }

    /// Letters of their size in pixels are images that are kept; scaled, each is an outline that is
    /// filled anew. While the scale changes, images would be made anew in each frame.
    private void letters(Shape.Text text, Mark mark) {
        double grown = mark.grown();
        Point pivot = view.pixel(mark.pivot());
        Point at = view.pixel(new Point(text.left(), text.y()));
        gc.setTransform(grown, 0, 0, grown, pivot.x() * (1 - grown), pivot.y() * (1 - grown));
        gc.setFont(fonts.of(text.style(), view.scale()));
        gc.fillText(text.text(), at.x(), at.y());
        toDiagram();
    }

    /// Sets the stroke, and says whether there is one.
    private boolean stroke(Paint was, Paint now, double share) {
        Color colour = mix(was.stroke(), now.stroke(), share);
        if (colour == null) {
            return false;
        }
        gc.setStroke(colour);
        gc.setLineWidth(Ease.mix(was.width(), now.width(), share));
        gc.setLineDashes(now.dash().lengths());
        return true;
    }

    private static @Nullable Color mix(@Nullable Colour from, @Nullable Colour to, double share) {
        if (to == null) {
            return from == null || share == 1 ? null : color(from).deriveColor(0, 1, 1, 1 - share);
        }
        if (from == null) {
            return color(to).deriveColor(0, 1, 1, share);
        }
        return share == 1 ? color(to) : color(from).interpolate(color(to), share);
    }

    static Color color(Colour colour) {
        return Color.rgb(colour.red(), colour.green(), colour.blue());
    }
}
