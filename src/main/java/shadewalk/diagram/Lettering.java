package shadewalk.diagram;

/// How a line of words is written: in which style and colour, and which end of it stands at its
/// place. A [TextStyle] makes one, from its place to the right unless told otherwise.
public record Lettering(TextStyle style, Anchor anchor, Tone tone, Ink ink) {
    /// Centred on its place.
    public Lettering middle() {
        return at(Anchor.MIDDLE);
    }

    /// Ending at its place.
    public Lettering end() {
        return at(Anchor.END);
    }

    public Lettering at(Anchor other) {
        return new Lettering(style, other, tone, ink);
    }
}
