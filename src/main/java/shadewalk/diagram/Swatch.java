package shadewalk.diagram;

/// How one tone looks in one palette.
///
/// @param solid the full colour, for filled areas and for lines
/// @param onSolid text and hatching on the full colour
/// @param tint a light wash for areas that carry ordinary text
/// @param edge the outline of areas
/// @param text words in the tone's colour, on paper, card, panel or the tint
/// @param dash how its lines and outlines are broken
/// @param pattern the hatching of its swatches
/// @param outline the weight of its outlines
public record Swatch(
        Colour solid,
        Colour onSolid,
        Colour tint,
        Colour edge,
        Colour text,
        Dash dash,
        Pattern pattern,
        Weight outline) {}
