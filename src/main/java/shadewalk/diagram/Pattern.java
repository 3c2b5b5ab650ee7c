package shadewalk.diagram;

import java.util.ArrayList;
import java.util.List;

/// A hatching that tells areas apart without colour.
public enum Pattern {
    NONE,
    /// Lines like a slash.
    RISING,
    /// Lines like a backslash.
    FALLING,
    /// Both.
    CROSSED,
    /// Level lines.
    LEVEL,
    /// Upright lines.
    UPRIGHT;

    private static final double PITCH = 5;

    /// One stroke of a hatching.
    public record Stroke(Point from, Point to) {}

    /// The strokes that hatch a rectangle, cut to it. All rectangles share one raster, so that
    /// neighbours fit together.
    public List<Stroke> strokes(double x, double y, double width, double height) {
        List<Stroke> strokes = new ArrayList<>();
        switch (this) {
            case NONE -> {}
            case RISING -> rising(strokes, x, y, width, height);
            case FALLING -> falling(strokes, x, y, width, height);
            case CROSSED -> {
                rising(strokes, x, y, width, height);
                falling(strokes, x, y, width, height);
            }
            case LEVEL -> {
                for (double at = first(y); at < y + height; at += PITCH) {
                    strokes.add(new Stroke(new Point(x, at), new Point(x + width, at)));
                }
            }
            case UPRIGHT -> {
                for (double at = first(x); at < x + width; at += PITCH) {
                    strokes.add(new Stroke(new Point(at, y), new Point(at, y + height)));
                }
            }
        }
        return strokes;
    }

    /// Lines x + y = constant.
    private static void rising(List<Stroke> to, double x, double y, double width, double height) {
        double far = x + y + width + height;
        for (double sum = first(x + y); sum < far; sum += PITCH * Math.sqrt(2)) {
            double left = Math.max(x, sum - y - height);
            double right = Math.min(x + width, sum - y);
            if (left < right) {
                to.add(new Stroke(new Point(left, sum - left), new Point(right, sum - right)));
            }
        }
    }

    /// Lines x - y = constant.
    private static void falling(List<Stroke> to, double x, double y, double width, double height) {
        double far = x + width - y;
        for (double gap = first(x - y - height); gap < far; gap += PITCH * Math.sqrt(2)) {
            double left = Math.max(x, y + gap);
            double right = Math.min(x + width, y + height + gap);
            if (left < right) {
                to.add(new Stroke(new Point(left, left - gap), new Point(right, right - gap)));
            }
        }
    }

    private static double first(double from) {
        return Math.floor(from / PITCH) * PITCH + PITCH / 2 < from
                ? Math.floor(from / PITCH) * PITCH + PITCH * 3 / 2
                : Math.floor(from / PITCH) * PITCH + PITCH / 2;
    }
}
