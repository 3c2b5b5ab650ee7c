package shadewalk.diagram;

import java.util.List;

/// One mark of a diagram. Coordinates are the diagram's own, also inside a group.
///
/// The id is the address of the thing the shape stands for, see [Thing]; it is unique within a
/// diagram. Two diagrams of neighbouring moments give the same thing the same id.
public sealed interface Shape {

    String id();

    /// The shape, elsewhere; a group with all it holds.
    default Shape shifted(Point by) {
        return switch (this) {
            case Group(var id, var title, var description, var shapes) ->
                    new Group(
                            id,
                            title,
                            description,
                            shapes.stream().map(shape -> shape.shifted(by)).toList());
            case Box b ->
                    new Box(
                            b.id,
                            b.x + by.x(),
                            b.y + by.y(),
                            b.width,
                            b.height,
                            b.radius,
                            b.tone,
                            b.fill);
            case Path p -> p.through(p.points.stream().map(at -> at.plus(by.x(), by.y())).toList());
            case Text t ->
                    new Text(
                            t.id,
                            t.x + by.x(),
                            t.y + by.y(),
                            t.text,
                            t.style,
                            t.anchor,
                            t.tone,
                            t.ink);
        };
    }

    /// Shapes that belong together and to one thing.
    ///
    /// @param title what it is, in a few words; empty if the group only orders the drawing
    /// @param description what a person who cannot see it should know; may be empty
    record Group(String id, String title, String description, List<Shape> shapes) implements Shape {

        public Group {
            shapes = List.copyOf(shapes);
        }
    }

    /// A rectangle, its corners rounded by `radius`.
    record Box(
            String id,
            double x,
            double y,
            double width,
            double height,
            double radius,
            Tone tone,
            Fill fill)
            implements Shape {

        public Box {
            if (width < 0 || height < 0) {
                throw new IllegalArgumentException(
                        "box " + id + " is " + width + " by " + height + " units");
            }
        }

        public double right() {
            return x + width;
        }

        public double bottom() {
            return y + height;
        }

        public double middleX() {
            return x + width / 2;
        }

        public double middleY() {
            return y + height / 2;
        }
    }

    /// A line through points, its bends rounded by `radius`, perhaps with arrow heads; or, closed,
    /// an area.
    ///
    /// @param fill how a closed path is filled; [Fill#NONE] for a line
    record Path(
            String id,
            List<Point> points,
            double radius,
            boolean closed,
            Tone tone,
            Fill fill,
            Weight weight,
            Heads heads)
            implements Shape {

        public Path {
            points = List.copyOf(points);
            if (points.size() < 2) {
                throw new IllegalArgumentException("path " + id + " has fewer than two points");
            }
        }

        /// The same line through other points.
        public Path through(List<Point> others) {
            return new Path(id, others, radius, closed, tone, fill, weight, heads);
        }

        /// The path as straight and curved pieces, the first one a move.
        public List<Piece> pieces() {
            return Piece.of(points, radius, closed);
        }

        public Point first() {
            return points.getFirst();
        }

        public Point last() {
            return points.getLast();
        }

        /// The triangles of its heads, that at the end first.
        public List<List<Point>> triangles() {
            return switch (heads) {
                case NONE -> List.of();
                case END -> List.of(head(true));
                case BOTH -> List.of(head(true), head(false));
            };
        }

        /// The triangle at the end, or at the start.
        private List<Point> head(boolean atEnd) {
            Point tip = atEnd ? last() : first();
            Point before = atEnd ? points.get(points.size() - 2) : points.get(1);
            return Heads.triangle(before, tip, weight);
        }
    }

    /// One line of text.
    ///
    /// @param y the base line
    record Text(
            String id,
            double x,
            double y,
            String text,
            TextStyle style,
            Anchor anchor,
            Tone tone,
            Ink ink)
            implements Shape {

        public Text(String id, double x, double y, String text, Lettering how) {
            this(id, x, y, text, how.style(), how.anchor(), how.tone(), how.ink());
        }

        /// In units of the diagram.
        public double width() {
            return style.width(text);
        }

        /// Where the first letter begins.
        public double left() {
            return switch (anchor) {
                case START -> x;
                case MIDDLE -> x - width() / 2;
                case END -> x - width();
            };
        }
    }
}
