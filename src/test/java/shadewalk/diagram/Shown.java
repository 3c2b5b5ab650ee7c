package shadewalk.diagram;

import java.util.List;

/// What there is to read in a diagram.
public final class Shown {

    private Shown() {}

    /// All texts in the order of drawing.
    public static List<Shape.Text> texts(Diagram diagram) {
        return diagram.byId().values().stream()
                .filter(Shape.Text.class::isInstance)
                .map(Shape.Text.class::cast)
                .toList();
    }
}
