package shadewalk.diagram.motion;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Shape;

/// Which shapes stay while one diagram turns into another. Words go along with what they are
/// written on; those that would have to cross the picture alone, over other words, go and come.
final class Staying {

    private final Map<String, Shape> old;
    private final boolean travel;
    private final Set<String> ids = new HashSet<>();

    private Staying(Diagram before, boolean travel) {
        this.old = before.byId();
        this.travel = travel;
    }

    /// The ids of the shapes that are in both and turn from one into the other.
    static Set<String> of(Diagram before, Diagram after, boolean travel) {
        Staying staying = new Staying(before, travel);
        staying.collect(after.shapes(), false);
        return staying.ids;
    }

    /// @param borne whether they stand on something that moves
    private void collect(List<Shape> shapes, boolean borne) {
        boolean carried = borne;
        for (Shape shape : shapes) {
            Shape was = old.get(shape.id());
            if (shape instanceof Shape.Group group) {
                collect(group.shapes(), carried);
            } else if (was != null && Between.canTurn(was, shape, travel)) {
                boolean moves = !Between.samePlace(was, shape);
                if (!moves || carried || !(shape instanceof Shape.Text)) {
                    ids.add(shape.id());
                }
                if (isGround(shape)) {
                    carried = moves;
                }
            }
        }
    }

    private static boolean isGround(Shape shape) {
        return switch (shape) {
            case Shape.Box box -> box.fill() != Fill.NONE;
            case Shape.Path path -> path.closed() && path.fill() != Fill.NONE;
            case Shape.Group _, Shape.Text _ -> false;
        };
    }
}
