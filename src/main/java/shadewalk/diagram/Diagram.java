package shadewalk.diagram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A picture: what is drawn in order, the later over the earlier, and the same told in words.
///
/// @param width in units; at scale 1 one unit is one pixel
/// @param height in units
/// @param title what the picture shows, in a line
/// @param description the picture told to somebody who cannot see it
/// @param caption the line beneath it; empty for none
/// @param plain the picture as text, lines of at most 72 columns
/// @param shapes what is drawn; ids are unique among all of them
public record Diagram(
        double width,
        double height,
        String title,
        String description,
        String caption,
        List<String> plain,
        List<Shape> shapes) {

    public Diagram {
        shapes = List.copyOf(shapes);
        plain = List.copyOf(plain);
    }

    /// The same with more drawn over it.
    public Diagram with(Shape... more) {
        return new Diagram(
                width,
                height,
                title,
                description,
                caption,
                plain,
                Stream.concat(shapes.stream(), Stream.of(more)).toList());
    }

    /// Every shape by its id, groups and what they hold, in the order of drawing.
    ///
    /// @throws IllegalArgumentException if two shapes have the same id
    public SequencedMap<String, Shape> byId() {
        SequencedMap<String, Shape> all = new LinkedHashMap<>();
        visit(
                shapes,
                shape -> {
                    if (all.put(shape.id(), shape) != null) {
                        throw new IllegalArgumentException(
                                "two shapes of the diagram have the id " + shape.id());
                    }
                });
        return all;
    }

    /// Titles and descriptions of the things in the picture, by id; what a screen reader offers.
    public Map<String, String> spokenParts() {
        Map<String, String> parts = new LinkedHashMap<>();
        visit(
                shapes,
                shape -> {
                    if (shape instanceof Shape.Group group && !group.title().isEmpty()) {
                        parts.put(
                                group.id(),
                                group.description().isEmpty()
                                        ? group.title()
                                        : group.title() + ". " + group.description());
                    }
                });
        return parts;
    }

    private static void visit(List<Shape> shapes, Consumer<Shape> visitor) {
        for (Shape shape : shapes) {
            visitor.accept(shape);
            if (shape instanceof Shape.Group group) {
                visit(group.shapes(), visitor);
            }
        }
    }
}
