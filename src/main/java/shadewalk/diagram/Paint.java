package shadewalk.diagram;

import org.jspecify.annotations.Nullable;

/// How one area or line is to be painted.
///
/// @param fill the inside, or null for none
/// @param stroke the outline or line, or null for none
/// @param width of the stroke, in units of the diagram
/// @param pattern the hatching over the fill
/// @param hatch the colour of the hatching
public record Paint(
        @Nullable Colour fill,
        @Nullable Colour stroke,
        double width,
        Dash dash,
        Pattern pattern,
        Colour hatch) {}
