package shadewalk.diagram;

import java.util.ArrayList;
import java.util.List;

/// A piece of a path, from where the one before it ended.
public sealed interface Piece {

    /// Goes to `to` without drawing. Always the first piece and only there.
    record Move(Point to) implements Piece {}

    record Line(Point to) implements Piece {}

    /// A quadratic curve.
    record Curve(Point from, Point control, Point to) implements Piece {

        /// The first control point of the cubic curve that is this one.
        public Point first() {
            return toward(from);
        }

        /// Its second control point.
        public Point second() {
            return toward(to);
        }

        private Point toward(Point end) {
            return end.plus((control.x() - end.x()) * 2 / 3, (control.y() - end.y()) * 2 / 3);
        }
    }

    /// Straight lines through `points`, each bend replaced by a curve that begins and ends `radius`
    /// before and behind it, less where a line is too short for that.
    static List<Piece> of(List<Point> points, double radius, boolean closed) {
        if (closed) {
            return closed(points, radius);
        }
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Move(points.getFirst()));
        for (int i = 1; i < points.size() - 1; i++) {
            bend(pieces, points.get(i - 1), points.get(i), points.get(i + 1), radius);
        }
        pieces.add(new Line(points.getLast()));
        return List.copyOf(pieces);
    }

    private static List<Piece> closed(List<Point> points, double radius) {
        int size = points.size();
        List<Piece> pieces = new ArrayList<>();
        Point start = toward(points.getFirst(), points.get(1), radius);
        pieces.add(new Move(start));
        for (int i = 1; i <= size; i++) {
            bend(
                    pieces,
                    points.get(i - 1),
                    points.get(i % size),
                    points.get((i + 1) % size),
                    radius);
        }
        return List.copyOf(pieces);
    }

    private static void bend(
            List<Piece> pieces, Point before, Point corner, Point after, double radius) {
        if (radius == 0) {
            pieces.add(new Line(corner));
            return;
        }
        Point from = toward(corner, before, radius);
        pieces.add(new Line(from));
        pieces.add(new Curve(from, corner, toward(corner, after, radius)));
    }

    private static Point toward(Point from, Point to, double radius) {
        double length = from.distance(to);
        if (length == 0) {
            return from;
        }
        double share = Math.min(radius, length / 2) / length;
        return from.plus((to.x() - from.x()) * share, (to.y() - from.y()) * share);
    }
}
