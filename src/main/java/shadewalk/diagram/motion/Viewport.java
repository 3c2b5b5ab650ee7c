package shadewalk.diagram.motion;

import shadewalk.diagram.Extent;
import shadewalk.diagram.Point;

/// Which part of a diagram is seen, and how large: pixel = unit * scale + offset.
///
/// @param scale pixels to a unit
/// @param fits whether it follows the size of window and diagram; zooming and panning end that
public record Viewport(double scale, double offsetX, double offsetY, boolean fits) {

    public static final double SMALLEST = 0.05;
    public static final double LARGEST = 8;

    private static final double MARGIN = 4;

    /// The whole diagram in the middle of the view, enlarged at most `largest` times.
    public static Viewport fitting(
            double width, double height, double viewWidth, double viewHeight, double largest) {
        double roomX = Math.max(viewWidth - 2 * MARGIN, 1);
        double roomY = Math.max(viewHeight - 2 * MARGIN, 1);
        double scale =
                Math.clamp(
                        Math.min(roomX / Math.max(width, 1), roomY / Math.max(height, 1)),
                        SMALLEST,
                        largest);
        return new Viewport(
                scale, (viewWidth - width * scale) / 2, (viewHeight - height * scale) / 2, true);
    }

    /// Larger or smaller by a factor, the diagram's point under a pixel staying there.
    public Viewport zoomed(double factor, double pixelX, double pixelY) {
        double next = Math.clamp(scale * factor, SMALLEST, LARGEST);
        double by = next / scale;
        return new Viewport(
                next, pixelX - (pixelX - offsetX) * by, pixelY - (pixelY - offsetY) * by, false);
    }

    /// Moved by pixels.
    public Viewport moved(double dx, double dy) {
        return new Viewport(scale, offsetX + dx, offsetY + dy, false);
    }

    /// A rectangle of the diagram in the middle of the view, at this scale or as much smaller as it
    /// needs.
    public Viewport showing(Extent what, double viewWidth, double viewHeight) {
        double room = 0.8;
        double next =
                Math.min(
                        scale,
                        Math.min(
                                viewWidth * room / Math.max(what.width(), 1),
                                viewHeight * room / Math.max(what.height(), 1)));
        Point centre = what.middle();
        return new Viewport(
                next, viewWidth / 2 - centre.x() * next, viewHeight / 2 - centre.y() * next, false);
    }

    /// The diagram's point under a pixel.
    public Point unit(double pixelX, double pixelY) {
        return new Point((pixelX - offsetX) / scale, (pixelY - offsetY) / scale);
    }

    /// The pixel at which a point of the diagram is seen.
    public Point pixel(Point unit) {
        return new Point(unit.x() * scale + offsetX, unit.y() * scale + offsetY);
    }

    /// The part of the diagram that a view of this size shows.
    public Extent visible(double viewWidth, double viewHeight) {
        Point from = unit(0, 0);
        Point to = unit(viewWidth, viewHeight);
        return new Extent(from.x(), from.y(), to.x(), to.y());
    }

    /// On the way from this to another, `share` 0 to 1. The edges of what is seen move evenly, so
    /// that what moves evenly with them stays within.
    public Viewport toward(Viewport other, double share) {
        double next = 1 / Ease.mix(1 / scale, 1 / other.scale, share);
        return new Viewport(
                next,
                Ease.mix(offsetX / scale, other.offsetX / other.scale, share) * next,
                Ease.mix(offsetY / scale, other.offsetY / other.scale, share) * next,
                other.fits);
    }
}
