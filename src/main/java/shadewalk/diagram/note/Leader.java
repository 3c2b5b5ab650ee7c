package shadewalk.diagram.note;

import shadewalk.diagram.Extent;
import shadewalk.diagram.Point;

/// The line from a note to its thing.
record Leader(Point from, Point to) {

    /// How far from a corner a line should arrive: the corner may be a neighbour's too.
    private static final double INWARD = 12;

    private static final double HAIR = 2;

    /// The shortest that arrives at an edge of the thing and at no corner.
    static Leader between(Extent note, Extent thing) {
        Point to = arrival(note, thing);
        return new Leader(note.nearest(to), to);
    }

    /// Above or below if the note lies there by more than a hair: else the line would run along the
    /// edge.
    private static Point arrival(Extent note, Extent thing) {
        Point middle = note.middle();
        double down = Math.max(note.top() - thing.bottom(), thing.top() - note.bottom());
        double across = Math.max(note.left() - thing.right(), thing.left() - note.right());
        if (down > HAIR || down >= across) {
            double x = inward(middle.x(), thing.left(), thing.right());
            return new Point(x, Math.clamp(middle.y(), thing.top(), thing.bottom()));
        }
        double y = inward(middle.y(), thing.top(), thing.bottom());
        return new Point(Math.clamp(middle.x(), thing.left(), thing.right()), y);
    }

    private static double inward(double from, double start, double end) {
        double inset = Math.min(INWARD, (end - start) / 3);
        return Math.clamp(from, start + inset, end - inset);
    }

    double length() {
        return from.distance(to);
    }

    /// Whether the lines have a point in common.
    boolean crosses(Leader other) {
        return side(other.from) * side(other.to) < 0 && other.side(from) * other.side(to) < 0;
    }

    /// Whether the line goes through a rectangle; one that only ends at its edge does not.
    boolean meets(Extent box) {
        return enters(box.grown(-1));
    }

    /// Whether the line goes through a rectangle or along its edge.
    boolean touches(Extent box) {
        return enters(box.grown(1));
    }

    private boolean enters(Extent box) {
        return inside(box, from)
                || inside(box, to)
                || crosses(box.left(), box.top(), box.right(), box.bottom())
                || crosses(box.left(), box.bottom(), box.right(), box.top());
    }

    private boolean crosses(double x, double y, double toX, double toY) {
        return crosses(new Leader(new Point(x, y), new Point(toX, toY)));
    }

    private static boolean inside(Extent box, Point point) {
        return point.x() > box.left()
                && point.x() < box.right()
                && point.y() > box.top()
                && point.y() < box.bottom();
    }

    /// Positive on one side of the line, negative on the other.
    private double side(Point point) {
        return (to.x() - from.x()) * (point.y() - from.y())
                - (to.y() - from.y()) * (point.x() - from.x());
    }
}
