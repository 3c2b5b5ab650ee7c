package shadewalk.diagram.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Heads;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Lettering;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;

/// Gathers the shapes of one picture while it is drawn, groups within groups.
public final class Sheet {

    private final Deque<List<Shape>> open = new ArrayDeque<>();

    public Sheet() {
        open.push(new ArrayList<>());
    }

    /// What was drawn, in order.
    public List<Shape> shapes() {
        if (open.size() != 1) {
            throw new IllegalStateException("a group of the picture is still open");
        }
        return List.copyOf(open.getFirst());
    }

    public void add(Shape shape) {
        open.getFirst().add(shape);
    }

    /// Everything that is drawn until it is closed becomes one group.
    public Opened group(String id, String title, String description) {
        open.push(new ArrayList<>());
        return () -> {
            List<Shape> drawn = open.pop();
            add(new Shape.Group(id, title, description, drawn));
        };
    }

    /// A group of which nothing is said but what it is.
    public Opened group(String id, String title) {
        return group(id, title, "");
    }

    /// A group that is being drawn.
    public interface Opened extends AutoCloseable {
        @Override
        void close();
    }

    public Shape.Box box(
            String id,
            double x,
            double y,
            double width,
            double height,
            double radius,
            Tone tone,
            Fill fill) {
        Shape.Box box = new Shape.Box(id, x, y, width, height, radius, tone, fill);
        add(box);
        return box;
    }

    /// Text on a base line.
    public void text(String id, double x, double y, String text, Lettering how) {
        if (!text.isEmpty()) {
            add(new Shape.Text(id, x, y, text, how));
        }
    }

    /// Text whose capitals are centred on a height.
    public void textAt(String id, double x, double middle, String text, Lettering how) {
        text(id, x, middle + how.style().capHeight() / 2, text, how);
    }

    /// Text in the middle of a box, in the ink that reads on its fill.
    public void label(Shape.Box box, String text, TextStyle style) {
        Ink ink = box.fill() == Fill.SOLID ? Ink.ON_SOLID : Ink.PLAIN;
        Lettering how = style.in(box.tone(), ink).middle();
        textAt(box.id() + "/text", box.middleX(), box.middleY(), text, how);
    }

    /// A word in a box with round ends, centred on a place.
    public void pill(String id, double x, double middle, String word, Tone tone) {
        double width = TextStyle.SMALL.width(word) + 16;
        Shape.Box box = box(id, x - width / 2, middle - 11, width, 22, 11, tone, Fill.TINT);
        label(box, word, TextStyle.SMALL);
    }

    public void line(String id, Tone tone, Weight weight, Point from, Point to) {
        add(path(id, List.of(from, to), 0, tone, weight, Heads.NONE));
    }

    public void line(
            String id, Tone tone, Weight weight, double x, double y, double toX, double toY) {
        line(id, tone, weight, new Point(x, y), new Point(toX, toY));
    }

    /// A line with rounded bends and an arrow head at its end.
    public void arrow(String id, Tone tone, Weight weight, List<Point> points) {
        add(path(id, points, 6, tone, weight, Heads.END));
    }

    /// A line with rounded bends.
    public void bent(String id, Tone tone, Weight weight, List<Point> points) {
        add(path(id, points, 6, tone, weight, Heads.NONE));
    }

    /// A frame around something that keeps its own colour.
    public void frame(String id, Extent around, Tone tone, Weight weight) {
        add(new Shape.Path(id, around.corners(), 4, true, tone, Fill.NONE, weight, Heads.NONE));
    }

    /// A filled area with straight edges.
    public void area(String id, Tone tone, Fill fill, Point... corners) {
        add(new Shape.Path(id, List.of(corners), 0, true, tone, fill, Weight.HAIR, Heads.NONE));
    }

    private static Shape.Path path(
            String id, List<Point> points, double radius, Tone tone, Weight weight, Heads heads) {
        return new Shape.Path(id, points, radius, false, tone, Fill.NONE, weight, heads);
    }
}
